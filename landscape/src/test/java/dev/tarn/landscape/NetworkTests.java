package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** The same with hits, so that no column but the ends holds the value it begins with. */
  private static Network everyColumnFilled() {
    return Network.builder("hand", 3)
        .addMinimum(1, -3, 10, 1, 4)
        .addMinimum(2, -2, 11, 2, 1)
        .addMinimum(5, -3, 12, 1, 9)
        .addTransitionState(1, 1, 2, -1, 9, 3, 2)
        .addTransitionState(2, 2, 1, -1.5, 8, 1, 7)
        .addTransitionState(3, 2, 2, 0.5, 7, 2, 1)
        .addTransitionState(7, 1, 5, -1, 6, 1, 5)
        .build();
  }

  @Test
  void theProjectionOnAllEqualsTheNetworkInEveryColumn() {
    Network n = everyColumnFilled();
    Map<String, String> columns = NetworkColumns.of(n);
    assertThat(columns).hasSizeGreaterThan(12);
    columns.forEach(
        (name, values) ->
            assertThat(values)
                .as("%s of the network that is projected", name)
                .doesNotMatch("\\[(0|0\\.0|NaN|null|false)(, \\1)*\\]"));
    assertThat(NetworkColumns.of(n.projection(node -> true, edge -> true))).isEqualTo(columns);
  }

  @Test
  void aProjectionKeepsTheCoverageOfWhatStays() {
    Network n = everyColumnFilled();
    Network part = n.projection(node -> n.minimumId(node) != 2, edge -> true);
    assertThat(part.minimaCoverage()).isEqualTo(new Coverage(2, 13, 0, 0));
    assertThat(part.transitionStateCoverage()).isEqualTo(new Coverage(1, 5, 0, 0));
  }

  @Test
  void aNetworkOfPointsEqualsOneThatIsBuiltRowByRow() {
    Network n = everyColumnFilled();
    List<Minimum> minima = new ArrayList<>();
    for (int v = n.nodeCount() - 1; v >= 0; v--) {
      minima.add(
          Minimum.of(n.minimumId(v), n.energy(v), n.logDetHessian(v), n.symmetryOrder(v))
              .withHits(n.hits(v)));
    }
    List<TransitionState> edges = new ArrayList<>();
    for (int e = n.edgeCount() - 1; e >= 0; e--) {
      edges.add(
          TransitionState.of(
                  n.transitionStateId(e),
                  minima.get(n.nodeCount() - 1 - n.higherEnd(e)),
                  minima.get(n.nodeCount() - 1 - n.lowerEnd(e)),
                  n.transitionStateEnergy(e),
                  n.transitionStateLogDetHessian(e),
                  n.transitionStateSymmetryOrder(e))
              .withHits(n.transitionStateHits(e)));
    }
    assertThat(NetworkColumns.of(Network.of("hand", 3, minima, edges)))
        .isEqualTo(NetworkColumns.of(n));
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
