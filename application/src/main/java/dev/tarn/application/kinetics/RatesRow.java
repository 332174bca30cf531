package dev.tarn.application.kinetics;

import dev.tarn.analytics.kinetics.Rates;

/** One temperature; see {@link Rates} and {@link dev.tarn.analytics.kinetics.Passage}. */
public record RatesRow(
    double temperature,
    double rateForward,
    double rateBackward,
    double mfptForward,
    double mfptBackward,
    double lnMfptForward,
    double lnMfptBackward,
    double kSSForward,
    double kSSBackward,
    double kNSSForward,
    double kNSSBackward,
    double kFForward,
    double kFBackward,
    double secondMomentForward,
    double secondMomentBackward,
    double occupationFrom,
    double occupationTo) {

  static RatesRow of(Rates at) {
    return new RatesRow(
        at.temperature(),
        at.rateForward(),
        at.rateBackward(),
        at.mfptForward(),
        at.mfptBackward(),
        at.forward().lnMeanFirstPassageTime(),
        at.backward().lnMeanFirstPassageTime(),
        at.forward().steadyState(),
        at.backward().steadyState(),
        at.forward().nonSteadyState(),
        at.backward().nonSteadyState(),
        at.forward().firstPassage(),
        at.backward().firstPassage(),
        at.forward().secondMoment(),
        at.backward().secondMoment(),
        Math.exp(at.lnFromOccupation()),
        Math.exp(at.lnToOccupation()));
  }
}
