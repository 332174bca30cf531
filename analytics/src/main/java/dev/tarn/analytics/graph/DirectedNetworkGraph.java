package dev.tarn.analytics.graph;

import dev.tarn.landscape.Adjacency;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.jgrapht.GraphType;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/** Edges are the positions of the rows, from the row's node to the neighbour. */
final class DirectedNetworkGraph extends NetworkGraph {
  private final NetworkGraph undirected;

  /** Position of the same edge in the neighbour's row. */
  private final int[] opposite;

  DirectedNetworkGraph(NetworkGraph undirected) {
    this(
        undirected,
        Numbers.below(undirected.rows.entryCount()),
        opposite(undirected.rows),
        undirected.weights == null
            ? null
            : position -> undirected.weights.applyAsDouble(undirected.rows.edge(position)));
  }

  private DirectedNetworkGraph(
      NetworkGraph undirected,
      Numbers edges,
      int[] opposite,
      @Nullable IntToDoubleFunction weights) {
    super(
        undirected.network,
        undirected.rows,
        undirected.vertices,
        edges,
        directed(undirected),
        weights);
    this.undirected = undirected;
    this.opposite = opposite;
  }

  private static GraphType directed(NetworkGraph undirected) {
    return new DefaultGraphType.Builder(undirected.getType()).directed().build();
  }

  private static int[] opposite(Adjacency rows) {
    int[] opposite = new int[rows.entryCount()];
    int[] next = new int[rows.nodeCount()];
    for (int v = 0; v < next.length; v++) {
      next[v] = rows.offset(v);
    }
    // Rows ascend, parallel edges by their numbers, so the row of u meets its neighbours in turn.
    for (int v = 0; v < next.length; v++) {
      for (int p = rows.offset(v); p < rows.offset(v + 1); p++) {
        opposite[p] = next[rows.neighbour(p)]++;
      }
    }
    return opposite;
  }

  @Override
  public NetworkGraph directed() {
    return this;
  }

  @Override
  public NetworkGraph weighted(IntToDoubleFunction weightOfEdge) {
    return new DirectedNetworkGraph(undirected, edges, opposite, weightOfEdge);
  }

  @Override
  public int transitionState(int edge) {
    return undirected.transitionState(rows.edge(edge));
  }

  @Override
  Integer edgeAt(int position) {
    return edges.get(position);
  }

  private Integer incomingAt(int position) {
    return edges.get(opposite[position]);
  }

  @Override
  public Integer getEdgeSource(Integer edge) {
    return vertices.get(rows.neighbour(opposite[knownEdge(edge)]));
  }

  @Override
  public Integer getEdgeTarget(Integer edge) {
    return vertices.get(rows.neighbour(knownEdge(edge)));
  }

  @Override
  public Set<Integer> outgoingEdgesOf(Integer vertex) {
    int node = known(vertex);
    return new Row(rows.offset(node), rows.offset(node + 1), this::edgeAt);
  }

  @Override
  public Set<Integer> incomingEdgesOf(Integer vertex) {
    int node = known(vertex);
    return new Row(rows.offset(node), rows.offset(node + 1), this::incomingAt);
  }

  @Override
  public Set<Integer> edgesOf(Integer vertex) {
    int node = known(vertex);
    int end = rows.offset(node + 1);
    int degree = rows.degree(node);
    int firstLoop = firstPosition(node, node);
    int loops = loops(node);
    // The edges out, then those in but for the loops, which stood among the edges out.
    return new Row(
        rows.offset(node),
        end + degree - loops,
        at ->
            at < end
                ? edgeAt(at)
                : incomingAt(at - degree < firstLoop ? at - degree : at - degree + loops));
  }

  @Override
  public int outDegreeOf(Integer vertex) {
    return rows.degree(known(vertex));
  }

  @Override
  public int inDegreeOf(Integer vertex) {
    return rows.degree(known(vertex));
  }

  @Override
  public int degreeOf(Integer vertex) {
    return 2 * rows.degree(known(vertex));
  }
}
