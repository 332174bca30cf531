/**
 * Linear algebra in loops that allocate nothing: vectors, Cholesky factors, eigensystems, steps
 * within a radius of trust, and Krylov spaces, in which a matrix is known by its products with
 * vectors only.
 *
 * <p>Central types: {@link dev.tarn.explorer.search.linear.Vectors}, {@link
 * dev.tarn.explorer.search.linear.Cholesky}, {@link dev.tarn.explorer.search.linear.Lanczos} and
 * {@link dev.tarn.explorer.search.linear.NewtonKrylov}.
 *
 * <p>Dependency rule: the vector arithmetic of the potentials, and their products with Hessians.
 */
@NullMarked
package dev.tarn.explorer.search.linear;

import org.jspecify.annotations.NullMarked;
