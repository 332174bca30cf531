package dev.tarn.application;

import java.util.Objects;

/** The version of Tarn, as the build wrote it into the jar. */
public final class Version {
  /** Such as {@code 0.1.0-SNAPSHOT}; {@code development} outside a jar. */
  public static final String TEXT =
      Objects.requireNonNullElse(
          Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}
