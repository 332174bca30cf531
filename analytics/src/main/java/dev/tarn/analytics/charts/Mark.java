package dev.tarn.analytics.charts;

/**
 * A point of a chart that is pointed out, by a dot and a short text above it.
 *
 * @param x where
 * @param y where
 * @param label the text; may be empty
 */
public record Mark(double x, double y, String label) {}
