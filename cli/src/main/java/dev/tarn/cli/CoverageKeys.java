package dev.tarn.cli;

import dev.tarn.landscape.Coverage;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a coverage is told. */
final class CoverageKeys {
  private CoverageKeys() {}

  /** The keys of {@code --json}. */
  static Map<String, Object> of(Coverage minima, Coverage transitionStates) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put(
        "coverage",
        Json.object()
            .put("minima", minima.goodTuring())
            .put("transitionStates", transitionStates.goodTuring()));
    keys.put(
        "coverageLowerLimit",
        Json.object()
            .put("minima", minima.lowerLimit())
            .put("transitionStates", transitionStates.lowerLimit()));
    keys.put("unseenMinima", minima.unseenLowerBound());
    keys.put("unseenMinimaInterval", minima.unseenInterval());
    keys.put("unseenTransitionStates", transitionStates.unseenLowerBound());
    keys.put("unseenTransitionStatesInterval", transitionStates.unseenInterval());
    return keys;
  }

  /** In words; empty where nothing was hit, as in an imported landscape. */
  static String worded(Coverage coverage) {
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
