package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTests {
  //   energy
  //    0.5     t3 (loop at 2)
  //   -1   t1 /--\ t2 (parallel)
  //   -2       2
  //   -3   1        5
  private static Network threeMinima() {
    return Network.builder("hand", 3)
        .addMinimum(1, -3, 10, 1)
        .addMinimum(2, -2, 11, 2)
        .addMinimum(5, -3, 12, 1)
        .addTransitionState(1, 1, 2, -1, 9, 1)
        .addTransitionState(2, 2, 1, -1.5, 9, 1)
        .addTransitionState(3, 2, 2, 0.5, 9, 1)
        .addTransitionState(7, 1, 5, -1, 9, 1)
        .build();
  }

  @Test
  void edgesPointDownhillAndTiesGoToTheLowerId() {
    Network n = threeMinima();
    assertThat(n.higherEnd(n.edgeOf(1))).isEqualTo(n.nodeOf(2));
    assertThat(n.lowerEnd(n.edgeOf(2))).isEqualTo(n.nodeOf(1));
    assertThat(n.lowerEnd(n.edgeOf(7))).isEqualTo(n.nodeOf(1));
    assertThat(n.isLoop(n.edgeOf(3))).isTrue();
    assertThat(n.globalMinimum()).isZero();
    assertThat(n.nodeOf(4)).isEqualTo(-1);
  }

  @Test
  void projectionsKeepIdsAndLeaveNoEdgeWithoutItsEnds() {
    Network n = threeMinima();
    Network withoutTwo = n.projection(node -> n.minimumId(node) != 2, edge -> true);
    assertThat(withoutTwo.nodeCount()).isEqualTo(2);
    assertThat(withoutTwo.minimumId(1)).isEqualTo(5);
    assertThat(withoutTwo.edgeCount()).isEqualTo(1);
    assertThat(withoutTwo.transitionStateId(0)).isEqualTo(7);
    assertThat(withoutTwo.lowerEnd(0)).isZero();
    assertThat(withoutTwo.vibrationalModes()).isEqualTo(3);
    Network low = n.projection(node -> true, edge -> n.transitionStateEnergy(edge) < -1.2);
    assertThat(low.nodeCount()).isEqualTo(3);
    assertThat(low.edgeCount()).isEqualTo(1);
    assertThat(low.transitionStateId(0)).isEqualTo(2);
    assertThat(low.transitionStateLogDetHessian(0)).isEqualTo(9);
  }

  @Test
  void zeroIsZeroWhateverItsSign() {
    Minimum first = Minimum.of(1, 0.0, 0, 1);
    Minimum second = Minimum.of(2, -0.0, 0, 1);
    assertThat(TransitionState.of(1, first, second, 1, 0, 1).higherMinimum()).isEqualTo(2);
    assertThat(TransitionState.pointsDownhill(first, second)).isFalse();
  }

  @Test
  void simpleAdjacencyKeepsTheLowestOfParallelEdges() {
    Network n = threeMinima();
    assertThat(n.adjacency().degree(1)).isEqualTo(3);
    Adjacency simple = n.simpleAdjacency();
    assertThat(simple.degree(1)).isEqualTo(1);
    assertThat(simple.edge(simple.offset(1))).isEqualTo(n.edgeOf(2));
  }

  @Test
  void anEdgeToAMissingMinimumIsRefused() {
    assertThatThrownBy(
            () ->
                Network.builder("x", 1).addMinimum(1, 0, 0, 1).addTransitionState(1, 1, 9, 1, 0, 1))
        .hasMessageContaining("minimum 9, which does not exist");
  }

  @Test
  void rowsAreSortedAndHoldEveryEdgeOfRandomMultigraphs() {
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      int nodes = 1 + random.nextInt(12);
      int[] a = random.ints(random.nextInt(40), 0, nodes).toArray();
      int[] b = random.ints(a.length, 0, nodes).toArray();
      Adjacency rows = Adjacency.ofEdges(nodes, a, b);
      for (int v = 0; v < nodes; v++) {
        List<Long> expected = new ArrayList<>();
        for (int k = 0; k < a.length; k++) {
          if (a[k] == v) {
            expected.add(b[k] * 1000L + k);
          } else if (b[k] == v) {
            expected.add(a[k] * 1000L + k);
          }
        }
        expected.sort(null);
        List<Long> found = new ArrayList<>();
        for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
          found.add(rows.neighbour(p) * 1000L + rows.edge(p));
        }
        assertThat(found).as("trial %d node %d", trial, v).isEqualTo(expected);
      }
    }
  }
}
