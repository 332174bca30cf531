package dev.tarn.analytics.paths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Paths of least cost, costs adding up: Dijkstra's search, led to the sink by the costs from each
 * vertex when nothing is forbidden, which are computed once. Of equal ones it takes the one that
 * {@link BestPath} takes.
 */
final class CheapestRoute implements SpurSearch {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private final RouteGraph graph;
  private final double[] restFirst;
  private final double[] restSecond;
  private final double[] first;
  private final double[] second;
  private final int[] arrival;

  CheapestRoute(RouteGraph graph) {
    this.graph = graph;
    int n = graph.vertexCount();
    restFirst = new double[n];
    restSecond = new double[n];
    first = new double[n];
    second = new double[n];
    arrival = new int[n];
    costsToSink();
  }

  private record Visit(int vertex, double first, double second, double sumFirst, double sumSecond) {
    static final Comparator<Visit> ORDER =
        Comparator.comparingDouble(Visit::sumFirst)
            .thenComparingDouble(Visit::sumSecond)
            .thenComparingInt(Visit::vertex);
  }

  private void costsToSink() {
    Arrays.fill(restFirst, Double.POSITIVE_INFINITY);
    Arrays.fill(restSecond, Double.POSITIVE_INFINITY);
    PriorityQueue<Visit> queue = new PriorityQueue<>(Visit.ORDER);
    restFirst[graph.sink] = 0;
    restSecond[graph.sink] = graph.noSecond();
    queue.add(new Visit(graph.sink, 0, graph.noSecond(), 0, graph.noSecond()));
    for (Visit at = queue.poll(); at != null; at = queue.poll()) {
      int v = at.vertex;
      if (at.first != restFirst[v] || at.second != restSecond[v]) {
        continue;
      }
      for (int out = graph.offsets[v]; out < graph.offsets[v + 1]; out++) {
        int arc = graph.twins[out];
        int u = graph.heads[out];
        double f = graph.first[arc] + at.first;
        double s = graph.addSecond(graph.second[arc], at.second);
        if (f < restFirst[u] || (f == restFirst[u] && f < INFINITE && s < restSecond[u])) {
          restFirst[u] = f;
          restSecond[u] = s;
          queue.add(new Visit(u, f, s, f, s));
        }
      }
    }
  }

  @Override
  public RouteGraph graph() {
    return graph;
  }

  @Override
  public Optional<int[]> best() {
    return best(graph.source, new boolean[graph.vertexCount()], Set.of());
  }

  @Override
  public List<Optional<int[]>> deviations(int[] path, int from, List<Set<Integer>> taken) {
    boolean[] forbidden = new boolean[graph.vertexCount()];
    for (int k = 0; k < from; k++) {
      forbidden[graph.tails[path[k]]] = true;
    }
    List<Optional<int[]>> spurs = new ArrayList<>();
    for (int k = 0; k < taken.size(); k++) {
      int vertex = graph.tails[path[from + k]];
      spurs.add(best(vertex, forbidden, taken.get(k)));
      forbidden[vertex] = true;
    }
    return spurs;
  }

  private Optional<int[]> best(int start, boolean[] forbiddenVertex, Set<Integer> forbiddenArcs) {
    Arrays.fill(first, INFINITE);
    Arrays.fill(second, INFINITE);
    PriorityQueue<Visit> queue = new PriorityQueue<>(Visit.ORDER);
    first[start] = 0;
    second[start] = graph.noSecond();
    arrival[start] = -1;
    queue.add(visit(start));
    for (Visit at = queue.poll(); at != null; at = queue.poll()) {
      int v = at.vertex;
      if (at.first != first[v] || at.second != second[v]) {
        continue;
      }
      if (v == graph.sink) {
        return Optional.of(trace(start));
      }
      for (int arc = graph.offsets[v]; arc < graph.offsets[v + 1]; arc++) {
        int u = graph.heads[arc];
        if (forbiddenVertex[u]
            || (v == start && forbiddenArcs.contains(arc))
            || restFirst[u] == INFINITE) {
          continue;
        }
        double f = at.first + graph.first[arc];
        double s = graph.addSecond(at.second, graph.second[arc]);
        if (f < first[u] || (f == first[u] && f < INFINITE && s < second[u])) {
          first[u] = f;
          second[u] = s;
          arrival[u] = arc;
          queue.add(visit(u));
        } else if (f == first[u] && s == second[u] && v < graph.tails[arrival[u]]) {
          arrival[u] = arc;
        }
      }
    }
    return Optional.empty();
  }

  private Visit visit(int v) {
    return new Visit(
        v, first[v], second[v], first[v] + restFirst[v], graph.addSecond(second[v], restSecond[v]));
  }

  private int[] trace(int start) {
    int length = 0;
    for (int v = graph.sink; v != start; v = graph.tails[arrival[v]]) {
      length++;
    }
    int[] arcs = new int[length];
    for (int v = graph.sink; v != start; v = graph.tails[arrival[v]]) {
      arcs[--length] = arrival[v];
    }
    return arcs;
  }

  @Override
  public Comparator<int[]> order() {
    return Comparator.<int[]>comparingDouble(this::cost).thenComparingDouble(this::secondCost);
  }

  @Override
  public double cost(int[] arcs) {
    double sum = 0;
    for (int arc : arcs) {
      sum += graph.first[arc];
    }
    return sum;
  }

  private double secondCost(int[] arcs) {
    double sum = graph.noSecond();
    for (int arc : arcs) {
      sum = graph.addSecond(sum, graph.second[arc]);
    }
    return sum;
  }
}
