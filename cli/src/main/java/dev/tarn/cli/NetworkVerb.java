package dev.tarn.cli;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.Communities.Community;
import dev.tarn.analytics.network.DegreePicture;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.Hubs;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.analytics.network.NetworkPicture;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.network.NetworkReport.Basin;
import dev.tarn.analytics.network.NodeMeasures;
import dev.tarn.analytics.network.PathLengthPicture;
import dev.tarn.analytics.network.SmallWorld;
import dev.tarn.analytics.network.powerlaw.PowerLaw;
import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.cypher.Projection;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a landscape as a network. */
@Command(
    name = "network",
    description = {
      "Measure a landscape as a network: degrees, paths, clustering, small world, power law,",
      "hubs, communities, monotonic sequence basins. Loops are left out, parallel transition",
      "states count once; measures are of the largest component unless said otherwise."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn network lj13",
      "  tarn network lj13 --temperature 0.3 --weight flux --write",
      "  tarn network ./pathsample-folder --json"
    })
final class NetworkVerb extends ProjectingVerb {
  private static final int SHOWN = 5;
  private static final List<String> WEIGHTS = List.of("unweighted", "barrier", "flux");

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  long seed = NetworkAnalysis.Options.DEFAULT.seed();

  @Option(
      names = "--bootstraps",
      paramLabel = "N",
      description = "Synthetic samples behind the power law's p-value (default: 1000).")
  int bootstraps = NetworkAnalysis.Options.DEFAULT.bootstraps();

  @Option(
      names = "--weight",
      paramLabel = "WHAT",
      description = "What an edge counts for communities: unweighted, barrier or flux.")
  String weight = "unweighted";

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      description = "Temperature of the fluxes and of the communities' times.")
  @Nullable String temperature;

  @Option(
      names = "--write",
      description =
          "Write community, basin, degree, betweenness, hubRank, component to the minima.")
  boolean write;

  @Option(
      names = "--write-as",
      paramLabel = "NAME",
      description = "The same, as NAME_community, NAME_basin and so on.")
  @Nullable String writeAs;

  @Option(
      names = "--plot",
      paramLabel = "FOLDER",
      description = "Draw the network, its degrees and its path lengths there, as SVG and PNG.")
  @Nullable Path plot;

  @Override
  void run(Terminal terminal) {
    NetworkAnalysis.Options options = options();
    boolean writing = write || writeAs != null;
    if (writeAs != null && !writeAs.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw CommandException.usage(
          "--write-as: expected a name of letters, digits and '_', found " + writeAs);
    }
    StoreLocation location = storeLocation();
    try (OpenLandscape open =
        (writing ? OpenLandscape.write(location, name) : OpenLandscape.read(location, name))
            .with(projection())) {
      Projection.Part part = open.part();
      Network network = part.network();
      if (network.nodeCount() == 0) {
        throw CommandException.failed("landscape " + name + " has no minima");
      }
      NetworkReport report = NetworkAnalysis.analyse(network, options);
      if (writing) {
        writeBack(open, report.nodeMeasures());
      }
      List<String> files = plot == null ? List.of() : plots(open, network, report, plot);
      if (forPrograms()) {
        describe(json(report).put("files", files).rows(() -> rows(network, report)), part)
            .writeTo(terminal);
        return;
      }
      announce(terminal, part);
      print(terminal.out(), report);
      files.forEach(file -> terminal.out().println("drawn: " + file));
      String second = "thermo " + name;
      if (writing) {
        next(
            terminal,
            "tree " + name + " -o " + open.name() + ".svg --colour " + property("community"),
            second);
      } else if (open.folder().isPresent()) {
        next(terminal, "import " + name + " --name " + open.name(), second);
      } else {
        next(terminal, "network " + name + " --write", second);
      }
    }
  }

  /** A row of measures for each minimum. */
  private static List<Json> rows(Network network, NetworkReport report) {
    NodeMeasures measures = report.nodeMeasures();
    return IntStream.range(0, measures.size())
        .mapToObj(
            node ->
                Json.object()
                    .put("minimum", measures.minimumIds()[node])
                    .put("energy", network.energy(node))
                    .putAll(measures.of(node)))
        .toList();
  }

  private NetworkAnalysis.Options options() {
    double[] at =
        temperature == null ? new double[0] : TemperatureGrid.parse("--temperature", temperature);
    if (at.length > 1) {
      throw CommandException.usage("--temperature: expected one temperature, found " + at.length);
    }
    if (!WEIGHTS.contains(weight)) {
      throw CommandException.usage(
          "--weight: expected one of "
              + String.join(", ", WEIGHTS)
              + ", found "
              + weight
              + NearestName.suggestion(weight, WEIGHTS));
    }
    if (weight.equals("flux") && at.length == 0) {
      throw CommandException.usage("--weight flux: expected a --temperature as well, found none");
    }
    EdgeWeighting weighting =
        switch (weight) {
          case "barrier" -> new EdgeWeighting.Barrier();
          case "flux" -> new EdgeWeighting.Flux(at[0]);
          default -> new EdgeWeighting.Unweighted();
        };
    NetworkAnalysis.Options defaults = NetworkAnalysis.Options.DEFAULT;
    try {
      return new NetworkAnalysis.Options(
          seed,
          bootstraps,
          defaults.randomGraphs(),
          defaults.hubs(),
          weighting,
          at.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(at[0]));
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
  }

  private static List<String> plots(
      OpenLandscape open, Network network, NetworkReport report, Path folder) {
    List<String> files = new ArrayList<>();
    pictures(open, network, report)
        .forEach(
            (what, picture) -> {
              for (String ending : List.of(".svg", ".png")) {
                Path file = folder.resolve(open.name() + "-" + what + ending);
                Drawings.write(picture, file);
                files.add(shown(file));
              }
            });
    return files;
  }

  /** The drawings that the network allows, by what they show. */
  static Map<String, Picture> pictures(OpenLandscape open, Network network, NetworkReport report) {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    if (report.nodes() <= NetworkPicture.MOST_NODES) {
      long[] ids = report.nodeMeasures().minimumIds();
      Colouring colouring =
          Colouring.by("energy", ids, MinimumProperty.of(open, network, "energy"));
      pictures.put("network", NetworkPicture.of(network, open.name(), colouring));
    }
    if (report.nodes() > 1) {
      pictures.put("degrees", DegreePicture.of(report));
      pictures.put("path-lengths", PathLengthPicture.of(report));
    }
    return pictures;
  }

  private String property(String measure) {
    return writeAs == null ? measure : writeAs + "_" + measure;
  }

  private void writeBack(OpenLandscape open, NodeMeasures measures) {
    if (!(open.store() instanceof GraphStore store)) {
      throw CommandException.failed("--write: nothing to write to");
    }
    int n = measures.size();
    Map<String, double[]> fractions = new TreeMap<>();
    Map<String, long[]> wholes = new TreeMap<>();
    for (int node = 0; node < n; node++) {
      for (Map.Entry<String, Number> measure : measures.of(node).entrySet()) {
        if (measure.getValue() instanceof Double value) {
          fractions.computeIfAbsent(measure.getKey(), key -> new double[n])[node] = value;
        } else {
          wholes.computeIfAbsent(measure.getKey(), key -> new long[n])[node] =
              measure.getValue().longValue();
        }
      }
    }
    fractions.forEach(
        (key, values) ->
            store.writeProperty(open.name(), property(key), measures.minimumIds(), values));
    wholes.forEach(
        (key, values) ->
            store.writeProperty(open.name(), property(key), measures.minimumIds(), values));
  }

  private static void print(PrintStream out, NetworkReport r) {
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

  /** What was judged, and how. */
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

  static Json json(NetworkReport r) {
    return Json.object()
        .put("landscape", r.landscape())
        .put("nodes", r.nodes())
        .put("edges", r.edges())
        .put("meanDegree", r.meanDegree())
        .put("maximumDegree", r.degrees().maximum())
        .put("degreeCounts", r.degrees().counts())
        .put("meanShortestPath", r.meanShortestPath())
        .put("meanShortestPathError", r.pathLengths().standardError())
        .put("pathLengthCounts", r.pathLengths().counts())
        .put("diameter", r.diameter())
        .put("clusteringCoefficient", r.clusteringCoefficient())
        .put("globalClusteringCoefficient", r.clustering().global())
        .put("assortativity", r.hubs().assortativity())
        .put("degreeEnergyCorrelation", r.hubs().degreeEnergyCorrelation())
        .put("smallWorldSigma", r.smallWorldSigma())
        .put("smallWorld", json(r.smallWorld()))
        .put("powerLaw", json(r.powerLaw()))
        .put("monotonicSequenceBasins", r.basins().size())
        .put("monotonicSequenceBasinsInLargestComponent", r.basinsInLargestComponent())
        .put("basins", r.basins().stream().map(NetworkVerb::json).toList())
        .put("communities", r.communities().stream().map(NetworkVerb::json).toList())
        .put("hubs", r.hubs().top().stream().map(NetworkVerb::json).toList())
        .put("stepsToGlobalMinimum", r.stepsToGlobalMinimum().counts())
        .put("growth", r.growth().verdict())
        .put("connectedComponents", r.components())
        .put("componentSizes", r.componentSizes())
        .put("minima", r.minima())
        .put("transitionStates", r.transitionStates())
        .put("loops", r.loops())
        .put("parallelEdges", r.parallelEdges());
  }

  private static Json json(SmallWorld smallWorld) {
    SmallWorld.Comparison same = smallWorld.sameSize();
    SmallWorld.Comparison degrees = smallWorld.sameDegrees();
    return Json.object()
        .put("sigma", same.sigma().value())
        .put("sigmaError", same.sigma().error())
        .put("omega", same.omega().value())
        .put("omegaError", same.omega().error())
        .put("randomMeanPath", same.meanPath().value())
        .put("randomClustering", same.clustering().value())
        .put("sigmaSameDegrees", degrees.sigma().value())
        .put("sigmaSameDegreesError", degrees.sigma().error())
        .put("verdict", smallWorld.verdict());
  }

  private static Json json(PowerLaw powerLaw) {
    Json json = Json.object().put("verdict", powerLaw.verdict());
    if (powerLaw instanceof PowerLaw.Fit fit) {
      List<Json> comparisons = new ArrayList<>();
      for (PowerLaw.Comparison comparison : fit.comparisons()) {
        comparisons.add(
            Json.object()
                .put("alternative", comparison.alternative().words())
                .put("logLikelihoodRatio", comparison.logLikelihoodRatio())
                .put("pValue", comparison.pValue()));
      }
      json.put("exponent", fit.alpha())
          .put("exponentError", fit.alphaError())
          .put("xMin", fit.xMin())
          .put("tail", fit.tail())
          .put("distance", fit.distance())
          .put("pValue", fit.pValue())
          .put("support", fit.support().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .put("comparisons", comparisons);
    }
    return json;
  }

  private static Json json(Basin basin) {
    return Json.object()
        .put("minimum", basin.bottom())
        .put("energy", basin.energy())
        .put("size", basin.size())
        .put("component", basin.component());
  }

  private static Json json(Communities communities) {
    List<Json> members = new ArrayList<>();
    for (Community community : communities.list()) {
      members.add(
          Json.object()
              .put("size", community.size())
              .put("lowestMinimum", community.lowestMinimum())
              .put("lowestEnergy", community.lowestEnergy())
              .put("internalTime", community.internalTime())
              .put("escapeTime", community.escapeTime()));
    }
    return Json.object()
        .put("method", communities.method().words())
        .put("modularity", communities.modularity())
        .put("count", communities.list().size())
        .put("members", members);
  }

  private static Json json(Hubs.Hub hub) {
    return Json.object()
        .put("minimum", hub.minimum())
        .put("degree", hub.degree())
        .put("energy", hub.energy())
        .put("energyRank", hub.energyRank())
        .put("betweenness", hub.betweenness());
  }
}
