package dev.tarn.analytics.graph;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;
import org.jspecify.annotations.Nullable;

/**
 * A network as a JGraphT graph that copies nothing: vertex v is node v, and edges are numbers that
 * {@link #transitionState} translates. Any algorithm of JGraphT runs on it.
 *
 * <p>{@link #of} is the simple graph, in which the lowest of parallel transition states stands for
 * all of them and loops are left out; {@link #multi} has every transition state; {@link #directed}
 * has each edge of either once in both directions. Edges weigh 1 unless {@link #weighted} says
 * otherwise.
 *
 * <p>Order: vertices ascend, edges ascend, and the edges of a vertex come by ascending neighbour,
 * so that an algorithm with a seed gives the same result in every run. Of an undirected edge the
 * source is the higher minimum.
 *
 * <p>The graph always hands out the same {@code Integer} object for a vertex or an edge, because
 * some algorithms compare by identity; {@link #vertex} gives it for a node. All methods that would
 * change the graph throw {@link UnsupportedOperationException}; copy it with {@code
 * Graphs.addGraph} to change it.
 *
 * <p>Cost: O(n + m) to make, O(m log m) for the simple graph; 20 bytes a vertex and an edge. {@code
 * getEdge} takes O(log d) in a row of d, {@code contains} on the edges of a vertex O(d), everything
 * else O(1). Safe for use by several threads.
 */
public abstract sealed class NetworkGraph extends AbstractGraph<Integer, Integer>
    permits UndirectedNetworkGraph, DirectedNetworkGraph {
  final Network network;
  final Adjacency rows;
  final @Nullable IntToDoubleFunction weights;
  final Numbers vertices;
  final Numbers edges;
  private final GraphType type;

  NetworkGraph(
      Network network,
      Adjacency rows,
      Numbers vertices,
      Numbers edges,
      GraphType type,
      @Nullable IntToDoubleFunction weights) {
    this.network = network;
    this.rows = rows;
    this.vertices = vertices;
    this.edges = edges;
    this.type =
        new DefaultGraphType.Builder(type).weighted(weights != null).modifiable(false).build();
    this.weights = weights;
  }

  /** The simple graph; its edges are the numbers of the transition states in the network. */
  public static NetworkGraph of(Network network) {
    return new UndirectedNetworkGraph(
        network,
        network.simpleAdjacency(),
        DefaultGraphType.simple(),
        network::higherEnd,
        network::lowerEnd,
        edge -> edge);
  }

  /**
   * The graph of every transition state, with parallel edges and loops; its edges are their numbers
   * in the network.
   */
  public static NetworkGraph multi(Network network) {
    return new UndirectedNetworkGraph(
        network,
        network.adjacency(),
        DefaultGraphType.pseudograph(),
        network::higherEnd,
        network::lowerEnd,
        edge -> edge);
  }

  /**
   * The simple graph with two vertices more, for algorithms that know single vertices only: vertex
   * n is joined with all nodes of one set, vertex n + 1 with all nodes of the other. Edges are
   * numbered anew, by ascending transition states, then the joins, whose {@link #transitionState}
   * is -1. This graph has rows of its own.
   */
  public static NetworkGraph between(Network network, NodeSets sets) {
    int[] from = sets.from();
    int[] to = sets.to();
    int n = network.nodeCount();
    int[] edges = of(network).edgeSet().stream().mapToInt(Integer::intValue).toArray();
    int m = edges.length;
    int[] ends = new int[m + from.length + to.length];
    int[] otherEnds = new int[ends.length];
    for (int k = 0; k < m; k++) {
      ends[k] = network.higherEnd(edges[k]);
      otherEnds[k] = network.lowerEnd(edges[k]);
    }
    for (int k = 0; k < from.length; k++) {
      ends[m + k] = n;
      otherEnds[m + k] = from[k];
    }
    for (int k = 0; k < to.length; k++) {
      ends[m + from.length + k] = to[k];
      otherEnds[m + from.length + k] = n + 1;
    }
    return new UndirectedNetworkGraph(
        network,
        Adjacency.ofEdges(n + 2, ends, otherEnds),
        DefaultGraphType.simple(),
        edge -> ends[edge],
        edge -> otherEnds[edge],
        edge -> edge < m ? edges[edge] : -1);
  }

  /**
   * The same graph with every edge in both directions, a loop once. Edges are numbered anew, by
   * ascending source, then target.
   */
  public abstract NetworkGraph directed();

  /**
   * The same graph with these weights, which are asked for at every use.
   *
   * @param weightOfEdge weight by edge of this graph
   */
  public abstract NetworkGraph weighted(IntToDoubleFunction weightOfEdge);

  /** The network behind it. */
  public final Network network() {
    return network;
  }

  /** Number in the network of the transition state of that edge. */
  public abstract int transitionState(int edge);

  /** The vertex of that node, as the object that the graph itself hands out. */
  public final Integer vertex(int node) {
    return vertices.get(node);
  }

  /** The edge of that number, as the object that the graph itself hands out. */
  public final Integer edge(int number) {
    return edges.get(number);
  }

  @Override
  public final GraphType getType() {
    return type;
  }

  @Override
  public final Set<Integer> vertexSet() {
    return vertices;
  }

  @Override
  public final Set<Integer> edgeSet() {
    return edges;
  }

  @Override
  public final boolean containsVertex(Integer vertex) {
    return vertices.contains(vertex);
  }

  @Override
  public final boolean containsEdge(Integer edge) {
    return edges.contains(edge);
  }

  @Override
  public final @Nullable Integer getEdge(Integer source, Integer target) {
    if (!vertices.contains(source) || !vertices.contains(target)) {
      return null;
    }
    int at = firstPosition(source, target);
    return at < rows.offset(source + 1) && rows.neighbour(at) == target ? edgeAt(at) : null;
  }

  @Override
  public final @Nullable Set<Integer> getAllEdges(Integer source, Integer target) {
    if (!vertices.contains(source) || !vertices.contains(target)) {
      return null;
    }
    return new Row(firstPosition(source, target), firstPosition(source, target + 1), this::edgeAt);
  }

  /**
   * First position of the row whose neighbour is this one or above it; the end if there is none.
   */
  final int firstPosition(int node, int neighbour) {
    int low = rows.offset(node);
    int high = rows.offset(node + 1);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows.neighbour(middle) < neighbour) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Edge that leads from a node to the neighbour at that position of its row. */
  abstract Integer edgeAt(int position);

  final int known(Integer vertex) {
    assertVertexExist(vertex);
    return vertex;
  }

  final int knownEdge(Integer edge) {
    if (!edges.contains(edge)) {
      throw new IllegalArgumentException("no such edge in graph: " + edge);
    }
    return edge;
  }

  /** How many loops the vertex has. */
  final int loops(int node) {
    return type.isAllowingSelfLoops()
        ? firstPosition(node, node + 1) - firstPosition(node, node)
        : 0;
  }

  @Override
  public final double getEdgeWeight(Integer edge) {
    int number = knownEdge(edge);
    return weights == null ? DEFAULT_EDGE_WEIGHT : weights.applyAsDouble(number);
  }

  @Override
  public final @Nullable Supplier<Integer> getVertexSupplier() {
    return null;
  }

  @Override
  public final @Nullable Supplier<Integer> getEdgeSupplier() {
    return null;
  }

  private UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException(
        "this graph shows landscape "
            + network.name()
            + " and cannot be changed; copy it with Graphs.addGraph to change it");
  }

  @Override
  public final Integer addEdge(Integer source, Integer target) {
    throw readOnly();
  }

  @Override
  public final boolean addEdge(Integer source, Integer target, Integer edge) {
    throw readOnly();
  }

  @Override
  public final Integer addVertex() {
    throw readOnly();
  }

  @Override
  public final boolean addVertex(Integer vertex) {
    throw readOnly();
  }

  @Override
  public final Integer removeEdge(Integer source, Integer target) {
    throw readOnly();
  }

  @Override
  public final boolean removeEdge(Integer edge) {
    throw readOnly();
  }

  @Override
  public final boolean removeVertex(Integer vertex) {
    throw readOnly();
  }

  @Override
  public final void setEdgeWeight(Integer edge, double weight) {
    throw readOnly();
  }
}
