/**
 * Curves in a frame: what the pictures of thermodynamics and kinetics have in common.
 *
 * <p>Central types: {@link dev.tarn.analytics.charts.CurveChart}, {@link
 * dev.tarn.analytics.charts.CurvePanels}, {@link dev.tarn.analytics.charts.Curve}, {@link
 * dev.tarn.analytics.charts.Mark}.
 *
 * <p>Dependency rule: {@code plot}; nothing of the landscape.
 */
@NullMarked
package dev.tarn.analytics.charts;

import org.jspecify.annotations.NullMarked;
