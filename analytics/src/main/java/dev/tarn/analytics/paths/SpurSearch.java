package dev.tarn.analytics.paths;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Best ways to the sink of a graph, of whole paths and of deviations from them. */
interface SpurSearch {
  /** The graph it searches. */
  RouteGraph graph();

  /** The arcs of the best path from source to sink. */
  Optional<int[]> best();

  /**
   * Deviations from a path: for each position p from {@code first} to that of the last arc but one,
   * the best way from the tail of arc p to the sink that avoids all vertices of the path before it
   * and does not begin with an arc of {@code taken}.
   *
   * @param taken for each of these positions, in their order, arcs out of its vertex
   * @return for each of these positions the arcs from its vertex on, empty if there is no way
   */
  List<Optional<int[]>> deviations(int[] path, int first, List<Set<Integer>> taken);

  /** Which of two whole paths is better; equal ones may differ. */
  Comparator<int[]> order();

  /** Cost of a whole path as reported. */
  double cost(int[] arcs);
}
