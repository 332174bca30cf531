package dev.tarn.cli;

import dev.tarn.landscape.Landscape;

/** Landscapes and their units in words. */
final class Descriptions {
  private Descriptions() {}

  /** Potential and parameters, such as {@code lennard-jones atoms 13, dimension 3}. */
  static String potential(Landscape landscape) {
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

  /** The unit of energies to follow a number, with its blank; empty if unknown. */
  static String energyUnit(Landscape landscape) {
    return landscape.energyUnit().isEmpty() ? "" : " " + landscape.energyUnit();
  }
}
