/**
 * Power laws in whole numbers, after Clauset, Shalizi and Newman, SIAM Review 51, 661 (2009),
 * doi:10.1137/070710111.
 *
 * <p>The hypothesis is p(x) = x^-alpha / zeta(alpha, x_min) for x &ge; x_min, where zeta is
 * Hurwitz's. The <em>tail</em> is what lies at or above x_min. A small p-value speaks against the
 * power law; a likelihood ratio tells whether another distribution describes the same tail better.
 *
 * <p>Central types: {@link dev.tarn.analytics.network.powerlaw.PowerLaw} (the result), {@link
 * dev.tarn.analytics.network.powerlaw.PowerLawFitter}.
 *
 * <p>Dependency rule: the JDK and Commons Math.
 */
@NullMarked
package dev.tarn.analytics.network.powerlaw;

import org.jspecify.annotations.NullMarked;
