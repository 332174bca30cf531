package dev.tarn.cli.verb;

import dev.tarn.application.Projection;
import picocli.CommandLine.Option;

/** Which part of a landscape a question is about. */
public final class ProjectionOptions {

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
  public Projection projection() {
    return new Projection(where, whereTs);
  }
}
