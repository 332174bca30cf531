/**
 * What all local searches share: how one {@linkplain dev.tarn.explorer.search.Ending ends} and its
 * {@linkplain dev.tarn.explorer.search.Limits limits}, a potential that counts its evaluations,
 * what is thrown when a search is given up or the potential fails, and how a Hessian is used.
 *
 * <p>The searches are in layers, each of which uses only those before it: {@linkplain
 * dev.tarn.explorer.search.linear linear} algebra, {@linkplain dev.tarn.explorer.search.stationary
 * stationary} points and their verification, {@linkplain dev.tarn.explorer.search.minimise
 * minimisers}, searches for {@linkplain dev.tarn.explorer.search.saddle saddles}. A layer has an
 * interface for each of its problems and a class for each method. A search holds scratch space,
 * allocates nothing in its inner loops and belongs to one thread.
 *
 * <p>Dependency rule: potentials.
 */
@NullMarked
package dev.tarn.explorer.search;

import org.jspecify.annotations.NullMarked;
