/**
 * Linear algebra in loops that allocate nothing: vectors, Cholesky factors, Krylov spaces.
 *
 * <p>Dependency rule: the vector arithmetic of the potentials.
 */
@NullMarked
package dev.tarn.explorer.search.linear;

import org.jspecify.annotations.NullMarked;
