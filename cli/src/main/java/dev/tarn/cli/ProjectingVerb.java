package dev.tarn.cli;

import dev.tarn.cypher.Projection;
import picocli.CommandLine.Option;

/** A verb that computes on a landscape, or on the part of it that predicates in Cypher choose. */
abstract class ProjectingVerb extends Verb {

  @Option(
      names = "--where",
      paramLabel = "CYPHER",
      description = "Only minima m for which this holds, such as \"m.energy < -40\".")
  String where = "";

  @Option(
      names = "--where-ts",
      paramLabel = "CYPHER",
      description = "Only transition states t for which this holds, such as \"t.barrier < 2\".")
  String whereTs = "";

  /** What the options choose. */
  final Projection projection() {
    return new Projection(where, whereTs);
  }

  /** Says what was left out, if anything was. */
  static void announce(Terminal terminal, Projection.Part part) {
    String left = part.describe();
    if (!left.isEmpty()) {
      terminal.out().println(left + "\n");
    }
  }

  /** The same for a program to read; nothing is added for the whole landscape. */
  static Json describe(Json json, Projection.Part part) {
    if (part.projection().isWhole()) {
      return json;
    }
    return json.put(
        "projection",
        Json.object()
            .put("where", part.projection().where())
            .put("whereTs", part.projection().whereTs())
            .put("minima", part.network().nodeCount())
            .put("ofMinima", part.ofMinima())
            .put("transitionStates", part.network().edgeCount())
            .put("ofTransitionStates", part.ofTransitionStates()));
  }
}
