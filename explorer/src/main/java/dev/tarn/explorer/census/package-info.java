/**
 * Takes a census of a landscape: finds its stationary points of every Hessian index, proves what
 * can be proved about them and keeps them.
 *
 * <p>A <em>point</em> is isolated if no Hessian eigenvalue vanishes but those of the symmetry;
 * others are <em>singular</em>: kept apart, one for each energy, and never counted. A search is a
 * <em>sample</em> if it starts at a random point; only samples enter the coverage, because searches
 * that start from known points are not independent of them. <em>Relaxation from the top</em> steps
 * off each known point along each of its negative modes and searches one index lower.
 *
 * <p>The loop of rounds is that of {@link dev.tarn.explorer.exploration.Exploration}: independent
 * seeded tasks, merged in their order, so that the result depends neither on the number of threads
 * nor on kills.
 *
 * <p>Central types: {@link dev.tarn.explorer.census.Census}, {@link
 * dev.tarn.explorer.census.CensusSettings}, {@link dev.tarn.explorer.census.CensusMethod}, {@link
 * dev.tarn.explorer.census.CensusSummary}.
 *
 * <p>Dependency rule: this module's other packages and the landscape vocabulary.
 */
@NullMarked
package dev.tarn.explorer.census;

import org.jspecify.annotations.NullMarked;
