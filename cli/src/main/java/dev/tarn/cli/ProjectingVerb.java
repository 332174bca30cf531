package dev.tarn.cli;

import dev.tarn.application.Answer;
import dev.tarn.application.Projection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A verb that asks about a landscape or a part of it, which may be a folder of files as well. */
abstract class ProjectingVerb<A extends Answer> extends AskingVerb<A> {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Mixin ProjectionOptions part = new ProjectionOptions();

  @Override
  final String name() {
    return name;
  }

  @Override
  final Projection projection() {
    return part.projection();
  }
}
