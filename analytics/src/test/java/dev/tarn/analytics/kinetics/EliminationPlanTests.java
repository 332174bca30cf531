package dev.tarn.analytics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EliminationPlanTests {

  @Test
  void everyFillOfRandomGraphsHasAPlace() {
    Random random = new Random(17);
    for (int trial = 0; trial < 200; trial++) {
      int n = 2 + random.nextInt(40);
      Network network = RandomNetworks.connected(random, n, random.nextInt(3 * n), 1);
      int classes = 1 + random.nextInt(3);
      int[] classOf = new int[n];
      for (int v = 0; v < n; v++) {
        classOf[v] = v < classes ? v : random.nextInt(5) == 0 ? random.nextInt(classes) : -1;
      }
      classes = Math.min(classes, n);
      KineticGraph graph = KineticGraph.of(network);
      EliminationPlan plan = EliminationPlan.of(graph, classOf, classes);
      TreeSet<Integer> columns = new TreeSet<>();
      for (int v = 0; v < n; v++) {
        columns.add(plan.columnOf[v]);
      }
      assertThat(columns).as("trial %d", trial).hasSize(plan.columnCount);
      containsFill(graph, plan, trial);
    }
  }

  private static void containsFill(KineticGraph graph, EliminationPlan plan, int trial) {
    boolean[][] joined = new boolean[plan.columnCount][plan.columnCount];
    for (int v = 0; v < graph.vertexCount(); v++) {
      for (int p = graph.offsets[v]; p < graph.offsets[v + 1]; p++) {
        joined[plan.columnOf[v]][plan.columnOf[graph.neighbours[p]]] = true;
      }
    }
    for (int panel = 0; panel < plan.rows.length - 1; panel++) {
      for (int j = plan.firstColumn[panel]; j < plan.firstColumn[panel + 1]; j++) {
        for (int a = j + 1; a < plan.columnCount; a++) {
          if (joined[j][a]) {
            assertThat(Arrays.binarySearch(plan.rows[panel], a))
                .as("trial %d column %d row %d", trial, j, a)
                .isNotNegative();
            for (int b = j + 1; b < plan.columnCount; b++) {
              joined[a][b] |= joined[j][b];
            }
          }
        }
      }
    }
  }

  @Test
  void aTreeIsEliminatedWithoutFill() {
    Network tree = RandomNetworks.connected(new Random(4), 300, 0, 1);
    int[] classOf = new int[300];
    Arrays.fill(classOf, -1);
    classOf[0] = 0;
    int[][] neighbours = new int[300][];
    KineticGraph graph = KineticGraph.of(tree);
    for (int v = 0; v < 300; v++) {
      // Vertex 0 is the one that is kept, so it must come last.
      neighbours[299 - v] =
          Arrays.stream(graph.neighbours, graph.offsets[v], graph.offsets[v + 1])
              .map(u -> 299 - u)
              .toArray();
    }
    int[] order = MinimumDegreeOrdering.of(neighbours, 299);
    boolean[] gone = new boolean[300];
    for (int v : order) {
      int left = 0;
      for (int p = graph.offsets[299 - v]; p < graph.offsets[300 - v]; p++) {
        left += gone[299 - graph.neighbours[p]] ? 0 : 1;
      }
      assertThat(left).isLessThanOrEqualTo(1);
      gone[v] = true;
    }
  }
}
