package dev.tarn.cli.output;

import dev.tarn.application.PathText;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;
import java.nio.file.Path;

/** What is known of a landscape, in words. */
public final class Descriptions {
  private Descriptions() {}

  /** The unit of energies to follow a number, with its blank; empty if unknown. */
  public static String energyUnit(Landscape landscape) {
    return landscape.energyUnit().isEmpty() ? "" : " " + landscape.energyUnit();
  }

  /** How much has been found; empty where nothing was hit, as in an imported landscape. */
  public static String coverage(Coverage coverage) {
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

  /** A path as the person would write it: relative where that is shorter. */
  public static String path(Path path) {
    return PathText.of(path);
  }
}
