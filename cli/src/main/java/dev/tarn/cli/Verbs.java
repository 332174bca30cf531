package dev.tarn.cli;

import dev.tarn.cli.verb.Verb;
import dev.tarn.cli.verb.compute.LineVerb;
import dev.tarn.cli.verb.compute.NetworkVerb;
import dev.tarn.cli.verb.compute.PathVerb;
import dev.tarn.cli.verb.compute.PredictVerb;
import dev.tarn.cli.verb.compute.QueryVerb;
import dev.tarn.cli.verb.compute.RatesVerb;
import dev.tarn.cli.verb.compute.RegroupVerb;
import dev.tarn.cli.verb.compute.ReportVerb;
import dev.tarn.cli.verb.compute.ThermoVerb;
import dev.tarn.cli.verb.find.CensusVerb;
import dev.tarn.cli.verb.find.DescendVerb;
import dev.tarn.cli.verb.find.ExploreVerb;
import dev.tarn.cli.verb.find.SystemsVerb;
import dev.tarn.cli.verb.keep.DeleteVerb;
import dev.tarn.cli.verb.keep.ExportVerb;
import dev.tarn.cli.verb.keep.ImportVerb;
import dev.tarn.cli.verb.look.CoverageVerb;
import dev.tarn.cli.verb.look.ListVerb;
import dev.tarn.cli.verb.look.ServeVerb;
import dev.tarn.cli.verb.look.ShowVerb;
import dev.tarn.cli.verb.look.TreeVerb;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All verbs, in the order in which help lists them. */
final class Verbs {
  private Verbs() {}

  /**
   * A verb before it is created, so that only the one in use is loaded.
   *
   * @param name what a person types
   * @param group heading under which help lists it
   * @param arguments what usually follows it
   * @param summary what it does, a few words
   * @param create makes it
   */
  record Entry(
      String name, String group, String arguments, String summary, Supplier<Verb> create) {}

  private static final String FIND = "Find";
  private static final String LOOK = "Look";
  private static final String COMPUTE = "Compute";
  private static final String KEEP = "Keep";
  private static final String OTHER = "Other";

  static final List<Entry> ALL =
      List.of(
          new Entry("systems", FIND, "[NAME]", "potentials that can be explored", SystemsVerb::new),
          new Entry(
              "explore", FIND, "RUN.yaml", "find minima, transition states", ExploreVerb::new),
          new Entry(
              "census", FIND, "RUN.yaml|LANDSCAPE", "stationary points by index", CensusVerb::new),
          new Entry("descend", FIND, "RUN.yaml", "where gradient descents end", DescendVerb::new),
          new Entry("list", LOOK, "", "the landscapes of the store", ListVerb::new),
          new Entry("show", LOOK, "LANDSCAPE", "its size and its lowest minima", ShowVerb::new),
          new Entry(
              "coverage", LOOK, "LANDSCAPE [OTHER]", "how much of it is known", CoverageVerb::new),
          new Entry("tree", LOOK, "LANDSCAPE -o FILE", "its disconnectivity graph", TreeVerb::new),
          new Entry(
              "serve", LOOK, "[LANDSCAPE]", "in the Neo4j Browser, and over Bolt", ServeVerb::new),
          new Entry(
              "network",
              COMPUTE,
              "LANDSCAPE",
              "small world, power law, communities",
              NetworkVerb::new),
          new Entry(
              "thermo",
              COMPUTE,
              "LANDSCAPE",
              "heat capacity, entropy, frustration",
              ThermoVerb::new),
          new Entry(
              "rates",
              COMPUTE,
              "LANDSCAPE --from A --to B -T T",
              "rate constants and passage times",
              RatesVerb::new),
          new Entry(
              "path",
              COMPUTE,
              "LANDSCAPE --from A --to B",
              "best paths between minima",
              PathVerb::new),
          new Entry(
              "predict",
              COMPUTE,
              "LANDSCAPE",
              "how well a model's minima predict",
              PredictVerb::new),
          new Entry(
              "line",
              COMPUTE,
              "LANDSCAPE --from A --to B",
              "straight lines, monotonic or not",
              LineVerb::new),
          new Entry(
              "regroup",
              COMPUTE,
              "LANDSCAPE --barrier F -T T --name NEW",
              "free-energy groups, as a new landscape",
              RegroupVerb::new),
          new Entry(
              "report", COMPUTE, "LANDSCAPE -o FILE", "one page with it all", ReportVerb::new),
          new Entry("query", COMPUTE, "CYPHER", "ask in Cypher", QueryVerb::new),
          new Entry("import", KEEP, "PATH --name NAME", "read it from files", ImportVerb::new),
          new Entry("export", KEEP, "LANDSCAPE", "write it to files", ExportVerb::new),
          new Entry("delete", KEEP, "LANDSCAPE", "remove it from the store", DeleteVerb::new),
          new Entry("version", OTHER, "", "which version this is", VersionVerb::new));

  /** For the launcher only. */
  private static final List<Entry> UNLISTED =
      List.of(
          new Entry("warm-up", OTHER, "FOLDER", "what the launcher records", WarmUpVerb::new),
          new Entry("unsign", OTHER, "FOLDER", "jars without signatures", UnsignVerb::new));

  static Optional<Entry> named(String name) {
    return Stream.concat(ALL.stream(), UNLISTED.stream())
        .filter(entry -> entry.name().equals(name))
        .findFirst();
  }

  static List<String> names() {
    return ALL.stream().map(Entry::name).toList();
  }
}
