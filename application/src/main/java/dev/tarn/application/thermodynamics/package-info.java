/**
 * Equilibrium thermodynamics in the harmonic superposition approximation, k_B = 1.
 *
 * <p>Central types: {@link dev.tarn.application.thermodynamics.ThermoQuestion}.
 */
@NullMarked
package dev.tarn.application.thermodynamics;

import org.jspecify.annotations.NullMarked;
