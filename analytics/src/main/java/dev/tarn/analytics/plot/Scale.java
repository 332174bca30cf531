package dev.tarn.analytics.plot;

import java.util.List;

/** How values are laid out along an axis. */
public sealed interface Scale permits Axis, LogAxis {

  /** Where the value lies between start (0) and end (1). */
  double fraction(double value);

  /** The values with a labelled tick, ascending. */
  List<Double> ticks();

  /** The values with a small tick without a label. */
  default List<Double> minorTicks() {
    return List.of();
  }

  /** The tick's label. */
  String label(double tick);
}
