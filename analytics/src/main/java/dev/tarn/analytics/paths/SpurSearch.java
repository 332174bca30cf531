package dev.tarn.analytics.paths;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The best way from a vertex to the sink of a graph where some vertices and arcs are forbidden. */
interface SpurSearch {
  /** The graph it searches. */
  RouteGraph graph();

  /**
   * The arcs of the best path from {@code start} to the sink, {@code null} if there is none.
   *
   * @param forbiddenVertex vertices not to enter; {@code start} is not among them
   * @param forbiddenArc arcs out of {@code start} not to take, by arc
   */
  int @Nullable [] best(int start, boolean[] forbiddenVertex, boolean[] forbiddenArc);

  /** Which of two whole paths is better; equal ones may differ. */
  Comparator<int[]> order();

  /** Cost of a whole path as reported. */
  double cost(int[] arcs);
}
