package dev.tarn.explorer;

/**
 * The points known at the start of a round. Position k of a kind is the point with id k + 1.
 *
 * @param minima known minima
 * @param transitionStates known transition states
 */
record KnownLandscape(KnownPoints minima, KnownPoints transitionStates) {}
