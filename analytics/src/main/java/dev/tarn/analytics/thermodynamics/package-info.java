/**
 * Equilibrium properties of a landscape in the harmonic superposition approximation: every minimum
 * is a harmonic well, and the partition function is the sum over the wells.
 *
 * <p>The <em>occupation</em> p_a of a minimum is its share of the partition function. The
 * <em>equal-entropy</em> version takes the same vibrational entropy for all minima, because the
 * frequencies are not known: see {@link dev.tarn.analytics.thermodynamics.VibrationalModel}.
 *
 * <p>Temperatures and energies are in the landscape's energy unit, k_B = 1.
 *
 * <p>Central types: {@link dev.tarn.analytics.thermodynamics.HarmonicSuperposition}, {@link
 * dev.tarn.analytics.thermodynamics.Thermodynamics}, {@link
 * dev.tarn.analytics.thermodynamics.Frustration}, {@link
 * dev.tarn.analytics.thermodynamics.HarmonicWeights}.
 *
 * <p>Dependency rule: the landscape vocabulary, {@code tree}, {@code plot} and {@code charts}.
 */
@NullMarked
package dev.tarn.analytics.thermodynamics;

import org.jspecify.annotations.NullMarked;
