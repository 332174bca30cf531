/**
 * How a landscape hangs together: what holds two sets of minima together, and what the network
 * falls apart without.
 *
 * <p>A <em>cut</em> between two sets of minima is a set of pairs of neighbours without which no
 * path leads from one to the other; a <em>cut point</em> is a minimum, a <em>bridge</em> a pair of
 * neighbours, without which a connected component falls apart. The <em>bottleneck</em> of a path is
 * its highest point, or its edge of least weight. The <em>k-core</em> is the largest part of the
 * network in which every minimum has k neighbours.
 *
 * <p>Everything here is of the simple graph: parallel transition states are one pair, degenerate
 * rearrangements do not count.
 *
 * <p>Central types: {@link dev.tarn.analytics.connectivity.MinimumCut}, {@link
 * dev.tarn.analytics.connectivity.Bottleneck}, {@link dev.tarn.analytics.connectivity.CutPoints},
 * {@link dev.tarn.analytics.connectivity.Cores}.
 *
 * <p>Dependency rule: the landscape module, JGraphT, and the packages {@code graph} and {@code
 * network}.
 */
@NullMarked
package dev.tarn.analytics.connectivity;

import org.jspecify.annotations.NullMarked;
