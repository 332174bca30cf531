package dev.tarn.analytics.paths;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The k best loopless paths, one after the other (Yen, Management Science 17, 712, 1971, <a
 * href="https://doi.org/10.1287/mnsc.17.11.712">doi:10.1287/mnsc.17.11.712</a>; each path deviates
 * only from where it left its parent, after Lawler 1972).
 *
 * <p>Every path but the best follows an earlier one up to some vertex and deviates there. For each
 * vertex of each path found, the best deviation is a candidate; the best candidate is the next
 * path. The order of paths of equal cost depends on nothing but the graph.
 */
final class YenPaths {
  private YenPaths() {}

  private record Candidate(int[] arcs, int deviation) {}

  /** At most {@code count} paths from source to sink, as arcs; fewer if there are no more. */
  static List<int[]> best(SpurSearch search, int count) {
    RouteGraph graph = search.graph();
    Comparator<Candidate> order =
        Comparator.comparing(Candidate::arcs, search.order())
            .thenComparing(Candidate::arcs, (a, b) -> compareHeads(graph, a, b));
    TreeSet<Candidate> candidates = new TreeSet<>(order);
    List<int[]> found = new ArrayList<>();
    search.best().ifPresent(first -> candidates.add(new Candidate(first, 0)));
    while (found.size() < count) {
      Candidate next = candidates.pollFirst();
      if (next == null) {
        break;
      }
      found.add(next.arcs);
      if (found.size() < count) {
        deviate(search, next, found, candidates);
      }
    }
    return found;
  }

  private static void deviate(
      SpurSearch search, Candidate path, List<int[]> found, Set<Candidate> candidates) {
    int[] arcs = path.arcs;
    List<Set<Integer>> taken = new ArrayList<>();
    // The last arc leads from a target to the sink; there is no other way out of it.
    for (int at = path.deviation; at < arcs.length - 1; at++) {
      Set<Integer> here = new HashSet<>();
      for (int[] other : found) {
        if (other.length > at && Arrays.equals(other, 0, at, arcs, 0, at)) {
          here.add(other[at]);
        }
      }
      taken.add(here);
    }
    List<Optional<int[]>> spurs = search.deviations(arcs, path.deviation, taken);
    for (int k = 0; k < spurs.size(); k++) {
      int at = path.deviation + k;
      spurs
          .get(k)
          .ifPresent(
              spur -> {
                int[] whole = Arrays.copyOf(arcs, at + spur.length);
                System.arraycopy(spur, 0, whole, at, spur.length);
                candidates.add(new Candidate(whole, at));
              });
    }
  }

  private static int compareHeads(RouteGraph graph, int[] a, int[] b) {
    for (int k = 0; k < Math.min(a.length, b.length); k++) {
      int order = Integer.compare(graph.heads[a[k]], graph.heads[b[k]]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }
}
