package dev.tarn.landscape;

/**
 * How many points a landscape holds.
 *
 * @param minima number of minima
 * @param transitionStates number of transition states, degenerate ones included
 * @param stationaryPoints number of unconnected stationary points
 */
public record LandscapeCounts(long minima, long transitionStates, long stationaryPoints) {}
