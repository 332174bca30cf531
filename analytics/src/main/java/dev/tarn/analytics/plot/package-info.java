/**
 * Pictures: what a drawing needs whatever it shows.
 *
 * <p>A <em>picture</em> knows its size and paints itself once; the <em>ink</em> it paints with ends
 * up as vectors (SVG) or as pixels (PNG). Lengths are in points, the origin is at the top left, y
 * points down. An SVG has the same bytes on every machine: text is placed by a built-in table of
 * character widths, not by the fonts that happen to be installed.
 *
 * <p>Central types: {@link dev.tarn.analytics.plot.Picture}, {@link
 * dev.tarn.analytics.plot.PictureFormat}, {@link dev.tarn.analytics.plot.Colouring}.
 *
 * <p>Dependency rule: the JDK and JFreeSVG; nothing of the landscape.
 */
@NullMarked
package dev.tarn.analytics.plot;

import org.jspecify.annotations.NullMarked;
