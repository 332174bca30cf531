package dev.tarn.explorer.exploration;

import dev.tarn.potentials.symmetry.KnownPoints;
import java.io.Serializable;

/**
 * The points known at the start of a round. Position k of a kind is the point with id k + 1.
 *
 * @param minima known minima
 * @param transitionStates known transition states
 * @param unconnected known stationary points of other kinds, or without minima on both sides
 */
record KnownLandscape(KnownPoints minima, KnownPoints transitionStates, KnownPoints unconnected)
    implements Serializable {}
