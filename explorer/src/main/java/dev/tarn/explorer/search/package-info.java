/**
 * What all local searches share: a potential that counts its evaluations, what a search throws when
 * it is given up or the potential fails, how a Hessian is used.
 *
 * <p>The searches are in layers, each of which uses only those before it: {@linkplain
 * dev.tarn.explorer.search.linear linear} algebra, {@linkplain dev.tarn.explorer.search.stationary
 * stationary} points and their verification, {@linkplain dev.tarn.explorer.search.minimise
 * minimisers}, searches for {@linkplain dev.tarn.explorer.search.saddle saddles}.
 *
 * <p>Dependency rule: potentials.
 */
@NullMarked
package dev.tarn.explorer.search;

import org.jspecify.annotations.NullMarked;
