/**
 * Coarse graining: minima between which a walk moves quickly become one free-energy minimum.
 *
 * <p>A <em>group</em> is a set of minima, its <em>free energy</em> that of their partition
 * functions together. The transition states between two groups become one, with the free energy of
 * their partition functions together.
 *
 * <p>Central types: {@link dev.tarn.analytics.grouping.FreeEnergyGroups}, {@link
 * dev.tarn.analytics.grouping.BarrierThreshold}.
 *
 * <p>Dependency rule: the landscape vocabulary and {@code thermodynamics}.
 */
@NullMarked
package dev.tarn.analytics.grouping;

import org.jspecify.annotations.NullMarked;
