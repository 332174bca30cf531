package dev.tarn.cli.output;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.Hubs;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.network.NetworkReport.Basin;
import dev.tarn.analytics.network.SmallWorld;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A landscape measured as a network, in facts, sentences and tables. */
public final class NetworkText {
  private static final int SHOWN = 5;

  private NetworkText() {}

  /** Prints everything. */
  public static void print(PrintStream out, NetworkReport r) {
    facts(r).printTo(out);
    out.println();
    verdicts(r).forEach((what, verdict) -> Paragraph.print(out, what + ":", verdict));
    out.println();
    hubs(r.hubs()).printTo(out);
    out.println();
    basins(r.basins()).printTo(out);
    if (r.basins().size() > SHOWN) {
      String more = Numbers.counted(r.basins().size() - SHOWN, "basin", "basins");
      out.println("... " + more + " above");
    }
  }

  /** What was evaluated, and with which result. */
  static Map<String, String> verdicts(NetworkReport r) {
    Map<String, String> verdicts = new LinkedHashMap<>();
    verdicts.put("small world", r.smallWorld().verdict());
    verdicts.put("power law", r.powerLaw().verdict());
    verdicts.put("growth", r.growth().verdict());
    return verdicts;
  }

  /** The measures. */
  static Facts facts(NetworkReport r) {
    Facts facts = new Facts();
    SmallWorld.Comparison random = r.smallWorld().sameSize();
    facts.add("nodes", Numbers.count(r.nodes()), components(r));
    facts.add("edges", Numbers.count(r.edges()), leftOut(r));
    facts.add(
        "mean degree", Numbers.significant(r.meanDegree(), 4), "largest " + r.degrees().maximum());
    facts.add(
        "mean shortest path",
        Numbers.significant(r.meanShortestPath(), 4),
        "steps; random graphs " + Numbers.significant(random.meanPath().value(), 3));
    facts.add(
        "diameter", Integer.toString(r.diameter()), r.pathLengths().exact() ? "" : "at least");
    facts.add(
        "clustering coefficient",
        Numbers.significant(r.clusteringCoefficient(), 4),
        "average local; global "
            + Numbers.significant(r.clustering().global(), 3)
            + "; random graphs "
            + Numbers.significant(random.clustering().value(), 2));
    facts.add(
        "assortativity",
        Numbers.significant(r.hubs().assortativity(), 3),
        "degree against energy: " + Numbers.significant(r.hubs().degreeEnergyCorrelation(), 3));
    facts.add(
        "monotonic basins",
        Numbers.count(r.basins().size()),
        r.components() > 1 ? r.basinsInLargestComponent() + " in the largest component" : "");
    for (Communities communities : r.communities()) {
      facts.add(
          "communities",
          Numbers.count(communities.list().size()),
          communities.method().words()
              + ", modularity "
              + Numbers.fixed(communities.modularity(), 3)
              + ", largest "
              + communities.list().get(0).size());
    }
    return facts;
  }

  private static String components(NetworkReport r) {
    return r.components() == 1
        ? "all minima, connected"
        : "in the largest of " + r.components() + " components; " + r.minima() + " minima in all";
  }

  private static String leftOut(NetworkReport r) {
    return "of "
        + Numbers.counted(r.transitionStates(), "transition state", "transition states")
        + ", "
        + Numbers.count(r.parallelEdges())
        + " parallel, "
        + Numbers.count(r.loops())
        + " degenerate";
  }

  static Table hubs(Hubs hubs) {
    Table table = new Table("hub", "degree", "energy", "rank by energy", "betweenness");
    hubs.top().stream()
        .limit(SHOWN)
        .forEach(
            hub ->
                table.row(
                    hub.minimum(),
                    hub.degree(),
                    Numbers.energy(hub.energy()),
                    hub.energyRank(),
                    Numbers.significant(hub.betweenness(), 4)));
    return table;
  }

  static Table basins(List<Basin> basins) {
    Table table = new Table("basin of", "energy", "minima");
    basins.stream()
        .limit(SHOWN)
        .forEach(
            basin ->
                table.row(
                    basin.bottom(), Numbers.energy(basin.energy()), Numbers.count(basin.size())));
    return table;
  }
}
