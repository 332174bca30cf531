package dev.tarn.cli.verb;

import dev.tarn.application.Answer;
import dev.tarn.application.Projection;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A verb that asks about a landscape or a part of it, which may be a folder of files as well. */
public abstract class ProjectingVerb<A extends Answer> extends AskingVerb<A> {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  protected String name;

  @Mixin ProjectionOptions part = new ProjectionOptions();

  @Override
  public final String name() {
    return name;
  }

  @Override
  protected final Projection projection() {
    return part.projection();
  }
}
