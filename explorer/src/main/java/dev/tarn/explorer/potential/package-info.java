/**
 * The functions that Tarn explores.
 *
 * <p>A <em>potential</em> gives energy, gradient and Hessian at a point, knows its {@linkplain
 * dev.tarn.explorer.symmetry symmetry} and where a search may start, and says when a point has left
 * the region that is meant (an evaporated cluster, a parameter outside its window).
 *
 * <p>Central type: {@link dev.tarn.explorer.potential.Potential}, which a person implements to
 * explore a function of their own. The catalogue package makes the built-in ones by name.
 *
 * <p>Dependency rule: the symmetry package only.
 */
@NullMarked
package dev.tarn.explorer.potential;

import org.jspecify.annotations.NullMarked;
