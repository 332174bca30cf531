package dev.tarn.analytics.graph;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.jgrapht.GraphType;
import org.jspecify.annotations.Nullable;

/** Edges are the edges of the rows. */
final class UndirectedNetworkGraph extends NetworkGraph {
  private final IntUnaryOperator source;
  private final IntUnaryOperator target;
  private final IntUnaryOperator transitionState;

  UndirectedNetworkGraph(
      Network network,
      Adjacency rows,
      GraphType type,
      IntUnaryOperator source,
      IntUnaryOperator target,
      IntUnaryOperator transitionState) {
    this(
        network,
        rows,
        Numbers.below(rows.nodeCount()),
        Numbers.ofEdges(rows),
        type,
        source,
        target,
        transitionState,
        null);
  }

  private UndirectedNetworkGraph(
      Network network,
      Adjacency rows,
      Numbers vertices,
      Numbers edges,
      GraphType type,
      IntUnaryOperator source,
      IntUnaryOperator target,
      IntUnaryOperator transitionState,
      @Nullable IntToDoubleFunction weights) {
    super(network, rows, vertices, edges, type, weights);
    this.source = source;
    this.target = target;
    this.transitionState = transitionState;
  }

  @Override
  public NetworkGraph directed() {
    return new DirectedNetworkGraph(this);
  }

  @Override
  public NetworkGraph weighted(IntToDoubleFunction weightOfEdge) {
    return new UndirectedNetworkGraph(
        network, rows, vertices, edges, getType(), source, target, transitionState, weightOfEdge);
  }

  @Override
  public int transitionState(int edge) {
    return transitionState.applyAsInt(edge);
  }

  @Override
  Integer edgeAt(int position) {
    return edges.get(rows.edge(position));
  }

  @Override
  public Integer getEdgeSource(Integer edge) {
    return vertex(source.applyAsInt(knownEdge(edge)));
  }

  @Override
  public Integer getEdgeTarget(Integer edge) {
    return vertex(target.applyAsInt(knownEdge(edge)));
  }

  @Override
  public Set<Integer> edgesOf(Integer vertex) {
    int node = known(vertex);
    return new Row(rows.offset(node), rows.offset(node + 1), this::edgeAt);
  }

  @Override
  public int degreeOf(Integer vertex) {
    int node = known(vertex);
    return rows.degree(node) + loops(node);
  }

  @Override
  public Set<Integer> incomingEdgesOf(Integer vertex) {
    return edgesOf(vertex);
  }

  @Override
  public Set<Integer> outgoingEdgesOf(Integer vertex) {
    return edgesOf(vertex);
  }

  @Override
  public int inDegreeOf(Integer vertex) {
    return degreeOf(vertex);
  }

  @Override
  public int outDegreeOf(Integer vertex) {
    return degreeOf(vertex);
  }
}
