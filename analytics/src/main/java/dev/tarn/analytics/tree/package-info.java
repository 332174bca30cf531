/**
 * Disconnectivity graphs.
 *
 * <p>Below an energy E the landscape falls apart into <em>superbasins</em>: two minima are in the
 * same one if a path joins them whose highest point lies at or below E. As E rises superbasins
 * merge; the tree of merges is the disconnectivity graph (Becker and Karplus 1997; Wales, Miller
 * and Walsh 1998). Each merge happens at the energy of a transition state of the minimum spanning
 * tree, so the exact tree is found by Kruskal's algorithm. The customary drawing looks at it at
 * evenly spaced <em>levels</em>, numbered from 1 at the top.
 *
 * <p>Central types: {@link dev.tarn.analytics.tree.DisconnectivityGraph} (exact), {@link
 * dev.tarn.analytics.tree.SuperbasinTree} (by levels), {@link dev.tarn.analytics.tree.TreePicture}.
 *
 * <p>Dependency rule: the landscape module and the packages {@code network} (components) and {@code
 * plot}.
 */
@NullMarked
package dev.tarn.analytics.tree;

import org.jspecify.annotations.NullMarked;
