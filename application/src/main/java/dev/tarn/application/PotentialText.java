package dev.tarn.application;

import dev.tarn.landscape.Landscape;

/** Potentials in words that fit into a table. */
public final class PotentialText {
  private static final int LONGEST = 60;

  private PotentialText() {}

  /** Name and parameters, such as {@code lennard-jones atoms 13, dimension 3}, cut if long. */
  public static String of(Landscape landscape) {
    String text = landscape.potentialInWords();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
