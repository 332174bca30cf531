package dev.tarn.application;

import dev.tarn.landscape.Landscape;

/** Potentials in words. */
public final class PotentialText {
  private PotentialText() {}

  /** Name and parameters, such as {@code lennard-jones atoms 13, dimension 3}. */
  public static String of(Landscape landscape) {
    String parameters =
        landscape
            .parameters()
            .replaceAll("[{}\"]", "")
            .replaceAll("\\s*:\\s*", " ")
            .replaceAll("\\s*,\\s*", ", ")
            .strip();
    String text = landscape.potential() + (parameters.isEmpty() ? "" : " " + parameters);
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
