package dev.tarn.application.contents;

import dev.tarn.application.NamedValues;
import dev.tarn.landscape.Coverage;

/** How much has been found, as named values. */
public final class CoverageValues {
  private CoverageValues() {}

  /** The estimates for minima and transition states. */
  public static NamedValues of(Coverage minima, Coverage transitionStates) {
    return NamedValues.empty()
        .put("coverage", pair(minima.goodTuring(), transitionStates.goodTuring()))
        .put("coverageLowerLimit", pair(minima.lowerLimit(), transitionStates.lowerLimit()))
        .put("unseenMinima", minima.unseenLowerBound())
        .put("unseenMinimaInterval", minima.unseenInterval())
        .put("unseenTransitionStates", transitionStates.unseenLowerBound())
        .put("unseenTransitionStatesInterval", transitionStates.unseenInterval());
  }

  static NamedValues pair(Number minima, Number transitionStates) {
    return NamedValues.empty().put("minima", minima).put("transitionStates", transitionStates);
  }
}
