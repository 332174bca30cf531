package dev.tarn.analytics.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.network.Clustering;
import dev.tarn.analytics.network.RandomNetworks;
import dev.tarn.landscape.Network;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.Graph;
import org.jgrapht.GraphIterables;
import org.jgrapht.GraphMetrics;
import org.jgrapht.GraphType;
import org.jgrapht.Graphs;
import org.jgrapht.alg.clustering.LabelPropagationClustering;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.alg.flow.GusfieldGomoryHuCutTree;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.HarmonicCentrality;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.BidirectionalDijkstraShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.alg.spanning.BoruvkaMinimumSpanningTree;
import org.jgrapht.alg.spanning.KruskalMinimumSpanningTree;
import org.jgrapht.alg.spanning.PrimMinimumSpanningTree;
import org.jgrapht.graph.AbstractBaseGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jgrapht.graph.DirectedWeightedMultigraph;
import org.jgrapht.graph.DirectedWeightedPseudograph;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

/** The view against graphs of JGraphT that were built by copying. */
class NetworkGraphTests {

  //   2 === 1 --- 3     two transition states between 1 and 2, a loop at 3, 4 alone
  //              ( )
  private static Network byHand() {
    return Network.builder("hand", 0)
        .addMinimum(1, 0, 0, 1)
        .addMinimum(2, 1, 0, 1)
        .addMinimum(3, 2, 0, 1)
        .addMinimum(4, 3, 0, 1)
        .addTransitionState(10, 1, 2, 5, 0, 1)
        .addTransitionState(11, 2, 1, 4, 0, 1)
        .addTransitionState(12, 3, 3, 6, 0, 1)
        .addTransitionState(13, 1, 3, 7, 0, 1)
        .build();
  }

  @Test
  void simpleMultiAndDirectedByHand() {
    NetworkGraph simple = NetworkGraph.of(byHand());
    assertThat(simple.vertexSet()).containsExactly(0, 1, 2, 3);
    // Of the parallel ones the lower stands for both.
    assertThat(simple.edgeSet()).containsExactly(1, 3);
    assertThat(simple.getEdge(0, 1)).isEqualTo(1);
    assertThat(simple.getEdgeSource(1)).isEqualTo(1);
    assertThat(simple.getEdgeTarget(1)).isZero();
    assertThat(simple.degreeOf(2)).isEqualTo(1);
    NetworkGraph multi = NetworkGraph.multi(byHand());
    assertThat(multi.edgeSet()).containsExactly(0, 1, 2, 3);
    assertThat(multi.getAllEdges(1, 0)).containsExactly(0, 1);
    assertThat(multi.degreeOf(2)).isEqualTo(3);
    assertThat(multi.edgesOf(2)).containsExactly(3, 2);
    NetworkGraph directed = simple.directed();
    assertThat(directed.edgeSet()).containsExactly(0, 1, 2, 3);
    assertThat(directed.outgoingEdgesOf(0)).containsExactly(0, 1);
    assertThat(directed.incomingEdgesOf(0)).containsExactly(2, 3);
    assertThat(directed.transitionState(2)).isEqualTo(1);
    assertThat(directed.directed()).isSameAs(directed);
    assertThat(directed.network().name()).isEqualTo("hand");
  }

  @Test
  void setsAreJoinedWithOneVertexEach() {
    NetworkGraph graph =
        NetworkGraph.between(byHand(), NodeSets.of(byHand(), new long[] {2, 4}, new long[] {3}));
    assertThat(graph.vertexSet()).hasSize(6);
    assertThat(graph.edgeSet()).containsExactly(0, 1, 2, 3, 4);
    assertThat(graph.edgesOf(4)).containsExactly(2, 3);
    assertThat(graph.edgesOf(5)).containsExactly(4);
    assertThat(graph.transitionState(0)).isEqualTo(1);
    assertThat(graph.transitionState(2)).isEqualTo(-1);
    assertThat(graph.getEdgeSource(4)).isEqualTo(2);
  }

  @Test
  void theEmptyNetworkIsAnEmptyGraph() {
    Network empty = Network.builder("none", 0).build();
    for (NetworkGraph graph :
        List.of(
            NetworkGraph.of(empty),
            NetworkGraph.multi(empty),
            NetworkGraph.of(empty).directed(),
            NetworkGraph.multi(empty).directed())) {
      assertThat(graph.vertexSet()).isEmpty();
      assertThat(graph.edgeSet()).isEmpty();
      assertThat(graph).hasToString("([], [])");
    }
  }

  @Test
  void numbersAreAlwaysTheSameObjects() {
    Network.Builder builder = Network.builder("chain", 0);
    for (int id = 1; id <= 1000; id++) {
      builder.addMinimum(id, id, 0, 1);
    }
    for (int id = 1; id < 1000; id++) {
      builder.addTransitionState(id, id, id + 1, 2000, 0, 1);
    }
    NetworkGraph simple = NetworkGraph.of(builder.build());
    for (NetworkGraph graph : List.of(simple, simple.directed())) {
      Integer vertex = graph.vertex(700);
      Integer edge = graph.edgesOf(vertex).iterator().next();
      Set<Object> same = Collections.newSetFromMap(new IdentityHashMap<>());
      same.addAll(graph.vertexSet());
      assertThat(same).hasSize(1000).contains(vertex);
      assertThat(same).contains(graph.getEdgeSource(edge), graph.getEdgeTarget(edge));
      same.clear();
      same.addAll(graph.edgeSet());
      assertThat(same).contains(edge);
      assertThat(graph.edge(edge)).isSameAs(edge);
    }
  }

  @Test
  void algorithmsThatCompareByIdentityCountRightBeyondSmallIntegers() {
    Network network = RandomNetworks.of(8, 2000, 20_000);
    NetworkGraph graph = NetworkGraph.of(network);
    assertThat(graph.vertexSet().size()).isGreaterThan(300);
    assertThat(GraphMetrics.getNumberOfTriangles(graph))
        .isEqualTo(Clustering.of(network).triangles())
        .isPositive();
  }

  @Test
  void nothingCanBeChanged() {
    NetworkGraph graph = NetworkGraph.of(byHand());
    for (Consumer<NetworkGraph> change :
        List.<Consumer<NetworkGraph>>of(
            g -> g.addVertex(),
            g -> g.addVertex(9),
            g -> g.addEdge(0, 1),
            g -> g.addEdge(0, 1, 9),
            g -> g.removeEdge(1),
            g -> g.removeEdge(0, 1),
            g -> g.removeVertex(0),
            g -> g.removeAllEdges(0, 1),
            g -> g.removeAllEdges(List.of(1)),
            g -> g.removeAllVertices(List.of(0)),
            g -> g.setEdgeWeight(1, 2),
            g -> g.setEdgeWeight(0, 1, 2))) {
      assertThatThrownBy(() -> change.accept(graph))
          .isInstanceOf(UnsupportedOperationException.class)
          .hasMessage(
              "this graph shows landscape hand and cannot be changed; copy it with"
                  + " Graphs.addGraph to change it");
    }
    assertThatThrownBy(() -> graph.vertexSet().remove(0))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> graph.edgesOf(0).clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatIsNotThereIsRefused() {
    NetworkGraph graph = NetworkGraph.of(byHand());
    assertThatThrownBy(() -> graph.edgesOf(7)).hasMessage("no such vertex in graph: 7");
    assertThatThrownBy(() -> graph.getEdgeSource(0)).hasMessage("no such edge in graph: 0");
    assertThatThrownBy(() -> graph.getEdgeWeight(4)).hasMessage("no such edge in graph: 4");
    assertThatThrownBy(() -> graph.vertex(4)).isInstanceOf(IllegalArgumentException.class);
    assertThat(graph.getEdge(0, 9)).isNull();
    assertThat(graph.getAllEdges(-1, 0)).isNull();
    assertThat(graph.containsVertex(4)).isFalse();
    assertThat(graph.containsEdge(2)).isFalse();
  }

  private static double height(Network network, int edge) {
    return network.transitionStateEnergy(edge) + 1e-3 * edge;
  }

  /** Vertices and the edges of each vertex in the same order, on which ties hang. */
  private static Graph<Integer, Integer> copy(
      NetworkGraph view, AbstractBaseGraph<Integer, Integer> copy) {
    Graphs.addAllVertices(copy, view.vertexSet());
    for (int v : view.vertexSet()) {
      for (int e : view.outgoingEdgesOf(v)) {
        if (copy.addEdge(view.getEdgeSource(e), view.getEdgeTarget(e), e)
            && copy.getType().isWeighted()) {
          copy.setEdgeWeight(e, view.getEdgeWeight(e));
        }
      }
    }
    return copy;
  }

  @Property(tries = 150)
  void theSimpleGraphEqualsItsCopy(@ForAll long seed) {
    Network network = RandomNetworks.of(seed, 12, 30);
    NetworkGraph view = NetworkGraph.of(network);
    Graph<Integer, Integer> copy = new SimpleGraph<>(null, null, false);
    fill(copy, network, true);
    assertEqual(view, copy, DefaultGraphType.simple());
    NetworkGraph weighted = view.weighted(e -> height(network, e));
    assertEqual(
        weighted, copy(weighted, new SimpleGraph<>(null, null, true)), DefaultGraphType.simple());
  }

  @Property(tries = 150)
  void theGraphOfAllTransitionStatesEqualsItsCopy(@ForAll long seed) {
    Network network = RandomNetworks.of(seed, 8, 30);
    Graph<Integer, Integer> copy = new Pseudograph<>(null, null, false);
    fill(copy, network, false);
    assertEqual(NetworkGraph.multi(network), copy, DefaultGraphType.pseudograph());
  }

  @Property(tries = 150)
  void directedGraphsEqualTheirCopies(@ForAll long seed) {
    Network network = RandomNetworks.of(seed, 8, 24);
    NetworkGraph simple = NetworkGraph.of(network).weighted(e -> height(network, e)).directed();
    assertThat(simple.edgeSet()).hasSize(2 * NetworkGraph.of(network).edgeSet().size());
    Graph<Integer, Integer> copy = new DirectedWeightedMultigraph<>(null, null);
    for (int v = 0; v < network.nodeCount(); v++) {
      copy.addVertex(v);
    }
    var rows = network.simpleAdjacency();
    for (int v = 0; v < network.nodeCount(); v++) {
      for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
        copy.addEdge(v, rows.neighbour(p), p);
        copy.setEdgeWeight(p, height(network, rows.edge(p)));
      }
    }
    assertEqual(simple, copy, DefaultGraphType.directedSimple());
    NetworkGraph multi = NetworkGraph.multi(network).directed().weighted(p -> 2.0 * p);
    assertEqual(
        multi,
        copy(multi, new DirectedWeightedPseudograph<>(null, null)),
        DefaultGraphType.directedPseudograph());
    for (int arc : multi.edgeSet()) {
      int ts = multi.transitionState(arc);
      assertThat(List.of(multi.getEdgeSource(arc), multi.getEdgeTarget(arc)))
          .containsExactlyInAnyOrder(network.higherEnd(ts), network.lowerEnd(ts));
    }
  }

  private static void fill(Graph<Integer, Integer> copy, Network network, boolean simple) {
    for (int v = 0; v < network.nodeCount(); v++) {
      copy.addVertex(v);
    }
    for (int e = 0; e < network.edgeCount(); e++) {
      int a = network.higherEnd(e);
      int b = network.lowerEnd(e);
      Integer before = simple && a != b ? copy.getEdge(a, b) : null;
      if (before != null
          && network.transitionStateEnergy(e) < network.transitionStateEnergy(before)) {
        copy.removeEdge(before);
        before = null;
      }
      if (before == null && !(simple && a == b)) {
        copy.addEdge(a, b, e);
      }
    }
  }

  /** Every method that asks, of every vertex, edge and pair. */
  private static void assertEqual(
      NetworkGraph view, Graph<Integer, Integer> copy, GraphType expected) {
    GraphType type = view.getType();
    assertThat(type.isModifiable()).isFalse();
    assertThat(type.isDirected()).isEqualTo(expected.isDirected());
    assertThat(type.isUndirected()).isEqualTo(expected.isUndirected());
    assertThat(type.isMixed()).isFalse();
    assertThat(type.isAllowingMultipleEdges()).isEqualTo(expected.isAllowingMultipleEdges());
    assertThat(type.isAllowingSelfLoops()).isEqualTo(expected.isAllowingSelfLoops());
    assertThat(type.isAllowingCycles()).isTrue();
    assertThat(type.isWeighted()).isEqualTo(copy.getType().isWeighted());
    assertThat(view.vertexSet()).isEqualTo(copy.vertexSet());
    assertThat(view.edgeSet()).isEqualTo(copy.edgeSet());
    assertThat(List.copyOf(view.edgeSet())).isSorted();
    assertThat(view.hashCode()).isEqualTo(copy.hashCode());
    GraphIterables<Integer, Integer> iterables = view.iterables();
    assertThat(iterables.vertexCount()).isEqualTo(copy.vertexSet().size());
    assertThat(iterables.edgeCount()).isEqualTo(copy.edgeSet().size());
    assertThat(iterables.edges()).containsExactlyElementsOf(view.edgeSet());
    for (int edge : copy.edgeSet()) {
      assertThat(view.containsEdge(edge)).isTrue();
      assertThat(view.getEdgeSource(edge)).isEqualTo(copy.getEdgeSource(edge));
      assertThat(view.getEdgeTarget(edge)).isEqualTo(copy.getEdgeTarget(edge));
      assertThat(view.getEdgeWeight(edge)).isEqualTo(copy.getEdgeWeight(edge));
    }
    for (int v : copy.vertexSet()) {
      assertThat(view.containsVertex(v)).isTrue();
      assertSet(view.edgesOf(v), copy.edgesOf(v));
      assertSet(view.incomingEdgesOf(v), copy.incomingEdgesOf(v));
      assertSet(view.outgoingEdgesOf(v), copy.outgoingEdgesOf(v));
      assertThat(view.degreeOf(v)).isEqualTo(copy.degreeOf(v));
      assertThat(view.inDegreeOf(v)).isEqualTo(copy.inDegreeOf(v));
      assertThat(view.outDegreeOf(v)).isEqualTo(copy.outDegreeOf(v));
      assertThat(iterables.degreeOf(v)).isEqualTo(copy.degreeOf(v));
      assertThat(iterables.edgesOf(v)).containsExactlyElementsOf(view.edgesOf(v));
      for (int u : copy.vertexSet()) {
        assertThat(view.containsEdge(v, u)).isEqualTo(copy.containsEdge(v, u));
        assertSet(Objects.requireNonNull(view.getAllEdges(v, u)), copy.getAllEdges(v, u));
        Integer edge = view.getEdge(v, u);
        if (edge != null) {
          assertThat(copy.getAllEdges(v, u)).contains(edge);
        }
      }
    }
  }

  private static void assertSet(Set<Integer> view, Set<Integer> copy) {
    assertThat(view).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(copy);
    assertThat(view).hasSameSizeAs(copy);
  }

  @Property(tries = 60)
  void algorithmsGiveTheSameOnTheViewAndOnItsCopy(@ForAll long seed) {
    Network network = RandomNetworks.of(seed, 20, 50);
    NetworkGraph view = NetworkGraph.of(network).weighted(e -> 30 + height(network, e));
    Graph<Integer, Integer> copy = copy(view, new SimpleGraph<>(null, null, true));
    assertThat(new HashSet<>(new ConnectivityInspector<>(view).connectedSets()))
        .isEqualTo(new HashSet<>(new ConnectivityInspector<>(copy).connectedSets()));
    assertThat(new BiconnectivityInspector<>(view).getCutpoints())
        .isEqualTo(new BiconnectivityInspector<>(copy).getCutpoints());
    assertThat(new BiconnectivityInspector<>(view).getBridges())
        .isEqualTo(new BiconnectivityInspector<>(copy).getBridges());
    assertThat(new Coreness<>(view).getScores()).isEqualTo(new Coreness<>(copy).getScores());
    // Heights differ, so the tree is unique.
    Set<Integer> tree = new KruskalMinimumSpanningTree<>(copy).getSpanningTree().getEdges();
    assertThat(new KruskalMinimumSpanningTree<>(view).getSpanningTree().getEdges()).isEqualTo(tree);
    assertThat(new PrimMinimumSpanningTree<>(view).getSpanningTree().getEdges()).isEqualTo(tree);
    assertThat(new BoruvkaMinimumSpanningTree<>(view).getSpanningTree().getEdges()).isEqualTo(tree);
    assertThat(new ClusteringCoefficient<>(view).getScores())
        .isEqualTo(new ClusteringCoefficient<>(copy).getScores());
    assertThat(new HarmonicCentrality<>(view).getScores())
        .isEqualTo(new HarmonicCentrality<>(copy).getScores());
    assertThat(new BetweennessCentrality<>(view).getScores())
        .isEqualTo(new BetweennessCentrality<>(copy).getScores());
    // Sums in another order differ in their last digit.
    Map<Integer, Double> ranks = new PageRank<>(copy).getScores();
    new PageRank<>(view)
        .getScores()
        .forEach((v, rank) -> assertThat(rank).isCloseTo(ranks.get(v), within(1e-12)));
    assertThat(
            new LabelPropagationClustering<>(view, 100, new Random(seed))
                .getClustering()
                .getClusters())
        .containsExactlyInAnyOrderElementsOf(
            new LabelPropagationClustering<>(copy, 100, new Random(seed))
                .getClustering()
                .getClusters());
  }

  @Property(tries = 60)
  void pathsAndFlowsAreTheSameOnTheViewAndOnItsCopy(@ForAll long seed) {
    Network network = RandomNetworks.of(seed, 14, 40);
    NetworkGraph view =
        NetworkGraph.multi(network).directed().weighted(p -> 1 + (p * 7919L % 1000) / 100.0);
    Graph<Integer, Integer> copy = copy(view, new DirectedWeightedPseudograph<>(null, null));
    Integer source = view.vertex(0);
    Integer sink = view.vertex(network.nodeCount() - 1);
    assertThat(new DijkstraShortestPath<>(view).getPathWeight(source, sink))
        .isEqualTo(new DijkstraShortestPath<>(copy).getPathWeight(source, sink));
    assertThat(new BidirectionalDijkstraShortestPath<>(view).getPathWeight(source, sink))
        .isEqualTo(new BidirectionalDijkstraShortestPath<>(copy).getPathWeight(source, sink));
    assertThat(new GabowStrongConnectivityInspector<>(view).stronglyConnectedSets())
        .containsExactlyInAnyOrderElementsOf(
            new GabowStrongConnectivityInspector<>(copy).stronglyConnectedSets());
    NetworkGraph simple = NetworkGraph.of(network).weighted(e -> 1 + e % 7);
    Graph<Integer, Integer> simpleCopy = copy(simple, new SimpleGraph<>(null, null, true));
    NetworkGraph steps = NetworkGraph.of(network);
    assertThat(new BFSShortestPath<>(steps).getPathWeight(source, sink))
        .isEqualTo(
            new BFSShortestPath<>(copy(steps, new SimpleGraph<>(null, null, false)))
                .getPathWeight(source, sink));
    if (source.equals(sink)) {
      return;
    }
    assertThat(
            new YenKShortestPath<>(simple)
                .getPaths(source, sink, 4).stream().map(p -> p.getWeight()).toList())
        .isEqualTo(
            new YenKShortestPath<>(simpleCopy)
                .getPaths(source, sink, 4).stream().map(p -> p.getWeight()).toList());
    assertThat(new PushRelabelMFImpl<>(simple).calculateMaximumFlow(source, sink))
        .isEqualTo(new PushRelabelMFImpl<>(simpleCopy).calculateMaximumFlow(source, sink))
        .isEqualTo(new DinicMFImpl<>(simple).getMaximumFlowValue(source, sink));
    if (new ConnectivityInspector<>(simple).isConnected()) {
      assertThat(new GusfieldGomoryHuCutTree<>(simple).calculateMinCut(source, sink))
          .isEqualTo(new GusfieldGomoryHuCutTree<>(simpleCopy).calculateMinCut(source, sink));
    }
  }
}
