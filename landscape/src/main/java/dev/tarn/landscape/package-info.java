/**
 * The vocabulary of Tarn, shared by every other module.
 *
 * <p>A <em>landscape</em> is a potential energy (or loss) function of n real variables together
 * with what is known of its stationary points. A <em>minimum</em> is a stationary point without
 * negative Hessian eigenvalues, a <em>transition state</em> one with exactly one, from which two
 * steepest descents lead to two minima (or twice to the same one: a <em>degenerate
 * rearrangement</em>).
 *
 * <p>Central types: {@link dev.tarn.landscape.Minimum}, {@link dev.tarn.landscape.TransitionState},
 * {@link dev.tarn.landscape.Network} (an immutable snapshot for algorithms) and {@link
 * dev.tarn.landscape.LandscapeStore} (the port behind which landscapes are kept).
 *
 * <p>Dependency rule: nothing but the JDK.
 */
@NullMarked
package dev.tarn.landscape;

import org.jspecify.annotations.NullMarked;
