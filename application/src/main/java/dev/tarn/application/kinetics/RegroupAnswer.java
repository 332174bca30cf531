package dev.tarn.application.kinetics;

import dev.tarn.analytics.grouping.BarrierThreshold;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;

/**
 * A landscape of free-energy groups.
 *
 * @param landscape its name
 * @param minima number of groups
 * @param transitionStates number of transition states between them
 * @param regroupedFrom name of the landscape whose minima were joined
 * @param members number of those minima
 * @param rounds rounds of joining
 * @param threshold the temperature, and the barrier up to which groups were joined
 */
public record RegroupAnswer(
    String landscape,
    int minima,
    int transitionStates,
    String regroupedFrom,
    int members,
    int rounds,
    BarrierThreshold threshold)
    implements Answer {

  @Override
  public NamedValues values() {
    return NamedValues.empty()
        .put("landscape", landscape)
        .put("minima", minima)
        .put("transitionStates", transitionStates)
        .put("regroupedFrom", regroupedFrom)
        .put("rounds", rounds)
        .put("temperature", threshold.temperature())
        .put("barrier", threshold.barrier());
  }
}
