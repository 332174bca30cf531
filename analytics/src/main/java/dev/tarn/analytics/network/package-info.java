/**
 * Network science of landscapes.
 *
 * <p>Unless said otherwise, measures are of the <em>simple graph</em>: transition states between
 * the same two minima count as one edge, degenerate rearrangements (loops) not at all. Path lengths
 * are numbers of steps. Components are numbered by size, the largest first; of equally large ones
 * the one with the lower minimum comes first.
 *
 * <p>Central types: {@link dev.tarn.analytics.network.NetworkAnalysis}, {@link
 * dev.tarn.analytics.network.NetworkReport}, {@link dev.tarn.analytics.network.Components}, {@link
 * dev.tarn.analytics.network.MonotonicBasins}.
 *
 * <p>Dependency rule: the landscape module, JGraphT, Commons Math, networkanalysis (Leiden) and the
 * packages {@code graph} and {@code plot}.
 */
@NullMarked
package dev.tarn.analytics.network;

import org.jspecify.annotations.NullMarked;
