package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.landscape.Coverage;
import java.time.Duration;

/**
 * The state of an exploration after a round.
 *
 * @param round number of the round, those of earlier runs included
 * @param minima minima known
 * @param transitionStates transition states known, degenerate ones included
 * @param stationaryPoints other stationary points known
 * @param components connected components of the network
 * @param lowestEnergy energy of the lowest minimum; NaN before the first one
 * @param searches search tasks so far
 * @param energyCalls energy evaluations so far
 * @param minimaCoverage coverage of minima
 * @param transitionStateCoverage coverage of transition states
 * @param elapsed time since this run began
 * @param batches descents by mini-batches in this run so far
 */
public record ExplorationProgress(
    long round,
    int minima,
    int transitionStates,
    int stationaryPoints,
    int components,
    double lowestEnergy,
    long searches,
    long energyCalls,
    Coverage minimaCoverage,
    Coverage transitionStateCoverage,
    Duration elapsed,
    BatchTally.Figures batches) {}
