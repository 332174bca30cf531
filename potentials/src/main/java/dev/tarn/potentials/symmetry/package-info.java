/**
 * When two points of a landscape are the same point.
 *
 * <p>A <em>symmetry</em> is a group of maps of the coordinates that leaves a potential unchanged.
 * Its continuous part (translations, rotations) makes Hessian eigenvalues vanish: the <em>zero
 * modes</em>. Its discrete part (permutations of like atoms, inversion, exchange of terms) makes
 * copies of every point. A <em>fingerprint</em> is a vector that all copies share; the
 * <em>order</em> of a point is the number of operations that map it onto itself.
 *
 * <p>Central types: {@link dev.tarn.potentials.symmetry.Symmetry}, {@link
 * dev.tarn.potentials.symmetry.ClusterSymmetry}, {@link dev.tarn.potentials.symmetry.NoSymmetry}.
 *
 * <p>Dependency rule: knows no potential.
 */
@NullMarked
package dev.tarn.potentials.symmetry;

import org.jspecify.annotations.NullMarked;
