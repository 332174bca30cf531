/**
 * The functions that Tarn explores.
 *
 * <p>A <em>potential</em> gives energy, gradient and Hessian at a point, knows its {@linkplain
 * dev.tarn.potentials.symmetry symmetry} and where a search may start, and says when a point has
 * left the region that is meant (an evaporated cluster, a parameter outside its window). A
 * <em>capability</em> is a type that says what else a potential can do: {@link
 * dev.tarn.potentials.SumOverData}, {@link dev.tarn.potentials.ExactHessian}, {@link
 * dev.tarn.potentials.HessianProducts}, {@link dev.tarn.potentials.Bounded}, {@link
 * dev.tarn.potentials.FreeCluster}.
 *
 * <p>Central types: {@link dev.tarn.potentials.Potential}, which users implement to explore a
 * function of their own, and {@link dev.tarn.potentials.DelegatingPotential} for decorators. The
 * catalogue package makes potentials by name.
 *
 * <p>Dependency rule: the symmetry package only.
 */
@NullMarked
package dev.tarn.potentials;

import org.jspecify.annotations.NullMarked;
