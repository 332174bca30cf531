package dev.tarn.analytics.kinetics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
    KineticGraph graph = KineticGraph.of(RandomNetworks.connected(new Random(4), 300, 0, 1));
    boolean[] gone = new boolean[300];
    for (int v : MinimumDegreeOrdering.of(lists(graph))) {
      int left = 0;
      for (int p = graph.offsets[v]; p < graph.offsets[v + 1]; p++) {
        left += gone[graph.neighbours[p]] ? 0 : 1;
      }
      assertThat(left).isLessThanOrEqualTo(1);
      gone[v] = true;
    }
  }

  @Test
  void everyVertexIsOrderedOnceAndHubsComeLast() {
    // A ring of 5000 whose members all know a hub; every fifth knows a second one.
    int n = 5002;
    int[][] neighbours = new int[n][];
    int[] all = new int[5000];
    for (int v = 0; v < 5000; v++) {
      int[] ring = {(v + 4999) % 5000, (v + 1) % 5000, 5000, 5001};
      neighbours[v] = v % 5 == 0 ? ring : Arrays.copyOf(ring, 3);
      all[v] = v;
    }
    neighbours[5000] = all;
    neighbours[5001] = Arrays.stream(all).filter(v -> v % 5 == 0).toArray();
    int[] order = MinimumDegreeOrdering.of(neighbours);
    assertThat(Arrays.stream(order).sorted().toArray())
        .containsExactly(IntStream.range(0, n).toArray());
    assertThat(order[n - 1]).isEqualTo(5000);
    assertThat(order[n - 2]).isEqualTo(5001);
  }

  private static int[][] lists(KineticGraph graph) {
    int[][] neighbours = new int[graph.vertexCount()][];
    for (int v = 0; v < neighbours.length; v++) {
      neighbours[v] = Arrays.copyOfRange(graph.neighbours, graph.offsets[v], graph.offsets[v + 1]);
    }
    return neighbours;
  }
}
