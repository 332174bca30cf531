/**
 * Kinetics of a landscape: the network of minima as a continuous-time Markov chain whose rate
 * constants come from harmonic transition state theory.
 *
 * <p>A <em>mean first passage time</em> is the average time a walk needs to reach a set of minima
 * for the first time. A <em>committor</em> is the probability to reach one set before the other.
 * The <em>conductance</em> of a transition state is its equilibrium flux, the occupation of either
 * end times the rate constant from there; it is the same in both directions (detailed balance).
 *
 * <p>Temperatures and energies are in the landscape's energy unit, k_B = 1; times are in the unit
 * that makes rate constants exp(-S/2)/(2 pi), that is, in the reciprocal unit of the square root of
 * a Hessian eigenvalue.
 *
 * <p>Central types: {@link dev.tarn.analytics.kinetics.RateMatrix}, {@link
 * dev.tarn.analytics.kinetics.GraphTransformation}, {@link dev.tarn.analytics.kinetics.Rates},
 * {@link dev.tarn.analytics.kinetics.ArrheniusFit}.
 *
 * <p>Dependency rule: the landscape vocabulary, {@code graph}, {@code thermodynamics}, {@code
 * network}, {@code plot} and {@code charts}.
 */
@NullMarked
package dev.tarn.analytics.kinetics;

import org.jspecify.annotations.NullMarked;
