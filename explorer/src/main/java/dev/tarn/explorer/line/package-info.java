/**
 * The energy along straight lines through coordinate space.
 *
 * <p>A line is <em>monotonic</em> if the energy never rises from its higher to its lower end. That
 * the line from where training starts to where it ends usually is goes by the name of monotonic
 * linear interpolation (I. J. Goodfellow, O. Vinyals and A. M. Saxe, ICLR 2015).
 *
 * <p>Central type: {@link dev.tarn.explorer.line.StraightLine}.
 *
 * <p>Dependency rule: the packages of potentials and searches.
 */
@NullMarked
package dev.tarn.explorer.line;

import org.jspecify.annotations.NullMarked;
