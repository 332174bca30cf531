package dev.tarn.cli;

import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;

/** What is known of a landscape, in words. */
final class Descriptions {
  private Descriptions() {}

  /** The unit of energies to follow a number, with its blank; empty if unknown. */
  static String energyUnit(Landscape landscape) {
    return landscape.energyUnit().isEmpty() ? "" : " " + landscape.energyUnit();
  }

  /** How much has been found; empty where nothing was hit, as in an imported landscape. */
  static String coverage(Coverage coverage) {
    if (coverage.hits() == 0) {
      return "";
    }
    double unseen = coverage.unseenLowerBound();
    double[] interval = coverage.unseenInterval();
    return "coverage "
        + Numbers.percent(coverage.goodTuring())
        + (unseen < 0.5
            ? ", none expected unseen"
            : ", at least "
                + Numbers.count(Math.round(unseen))
                + " unseen ("
                + Numbers.count(Math.round(interval[0]))
                + " to "
                + Numbers.count(Math.round(interval[1]))
                + ")");
  }
}
