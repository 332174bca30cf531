package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * A division of the network into communities. Those of the largest component come first, numbered
 * from 0 by descending size (of equal ones the one with the lower minimum first); every other
 * component is a community of its own.
 */
public final class Communities {
  private final CommunityMethod method;
  private final EdgeWeighting weighting;
  private final int[] communityOf;
  private final double modularity;
  private final List<Community> list;

  /**
   * A community of the largest component.
   *
   * @param size number of minima
   * @param lowestMinimum id of its lowest minimum
   * @param lowestEnergy energy of that minimum
   * @param internalTime mean time from equilibrium inside to the lowest minimum while the community
   *     cannot be left; NaN if no temperature was given, the size exceeds {@link
   *     CommunityTimes#LARGEST} or inner steps do not join it
   * @param escapeTime mean time at equilibrium inside until it is left; NaN if no temperature was
   *     given; infinite if it cannot be left
   */
  public record Community(
      int size, long lowestMinimum, double lowestEnergy, double internalTime, double escapeTime) {

    /** Internal over escape time: far below 1 if members interconvert faster than they leave. */
    public double timeRatio() {
      return internalTime / escapeTime;
    }
  }

  private Communities(
      CommunityMethod method,
      EdgeWeighting weighting,
      int[] communityOf,
      double modularity,
      List<Community> list) {
    this.method = method;
    this.weighting = weighting;
    this.communityOf = communityOf;
    this.modularity = modularity;
    this.list = list;
  }

  /**
   * Divides the network.
   *
   * @param temperature temperature of the times in {@link Community}; that of the flux if empty and
   *     the weighting has one
   */
  public static Communities find(
      Network network,
      CommunityMethod method,
      EdgeWeighting weighting,
      OptionalDouble temperature,
      long seed) {
    if (!(weighting instanceof EdgeWeighting.Unweighted) && !method.takesWeights()) {
      throw new IllegalArgumentException(
          method.words() + " takes no weights: expected unweighted, found " + weighting.words());
    }
    Components components = Components.of(network);
    Adjacency simple = network.simpleAdjacency();
    int[] nodes = network.nodeCount() == 0 ? new int[0] : components.nodes(0);
    WeightedGraph graph = WeightedGraph.of(network, simple, nodes, weighting);
    int[] inside =
        nodes.length < 2
            ? new int[nodes.length]
            : ordered(network, nodes, method.partition(graph, seed));
    int count = Arrays.stream(inside).max().orElse(-1) + 1;
    int[] communityOf = new int[network.nodeCount()];
    for (int v = 0; v < communityOf.length; v++) {
      // Component 1 follows the last community of component 0.
      communityOf[v] = count - 1 + components.componentOf(v);
    }
    for (int k = 0; k < nodes.length; k++) {
      communityOf[nodes[k]] = inside[k];
    }
    OptionalDouble at =
        temperature.isEmpty() && weighting instanceof EdgeWeighting.Flux flux
            ? OptionalDouble.of(flux.temperature())
            : temperature;
    List<Community> list = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      list.add(community(network, communityOf, c, at));
    }
    return new Communities(
        method, weighting, communityOf, graph.modularity(inside), List.copyOf(list));
  }

  private static Community community(
      Network network, int[] communityOf, int number, OptionalDouble temperature) {
    int[] members =
        IntStream.range(0, communityOf.length).filter(v -> communityOf[v] == number).toArray();
    int lowest = members[0];
    for (int v : members) {
      if (network.energy(v) < network.energy(lowest)) {
        lowest = v;
      }
    }
    double internal = Double.NaN;
    double escape = Double.NaN;
    if (temperature.isPresent()) {
      CommunityTimes times = CommunityTimes.of(network, members, lowest, temperature.getAsDouble());
      internal = times.internal();
      escape = times.escape();
    }
    return new Community(
        members.length, network.minimumId(lowest), network.energy(lowest), internal, escape);
  }

  /** Communities renumbered by descending size, then by their lowest minima. */
  private static int[] ordered(Network network, int[] nodes, int[] community) {
    int count = Arrays.stream(community).max().orElse(-1) + 1;
    int[] size = new int[count];
    double[] lowest = new double[count];
    Arrays.fill(lowest, Double.POSITIVE_INFINITY);
    int[] first = new int[count];
    for (int k = nodes.length - 1; k >= 0; k--) {
      int c = community[k];
      size[c]++;
      first[c] = k;
      lowest[c] = Math.min(lowest[c], network.energy(nodes[k]));
    }
    int[] order =
        IntStream.range(0, count)
            .filter(c -> size[c] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(c -> -size[c])
                    .thenComparingDouble(c -> lowest[c])
                    .thenComparingInt(c -> first[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] number = new int[count];
    for (int k = 0; k < order.length; k++) {
      number[order[k]] = k;
    }
    return Arrays.stream(community).map(c -> number[c]).toArray();
  }

  /** How they were found. */
  public CommunityMethod method() {
    return method;
  }

  /** What an edge counted. */
  public EdgeWeighting weighting() {
    return weighting;
  }

  /** Modularity of the largest component's division, with the weights used; NaN without edges. */
  public double modularity() {
    return modularity;
  }

  /** The communities of the largest component. */
  public List<Community> list() {
    return list;
  }

  /** Number of the community that the node is in. */
  public int communityOf(int node) {
    return communityOf[node];
  }

  /**
   * Normalised mutual information of two divisions of the same network's largest component, 2 I /
   * (H + H'): 1 if they are the same, 0 if one says nothing about the other (Danon et al. 2005).
   * Two divisions into a single community are the same.
   */
  public static double normalisedMutualInformation(Communities one, Communities other) {
    int[] inside =
        IntStream.range(0, one.communityOf.length)
            .filter(v -> one.communityOf[v] < one.list.size())
            .toArray();
    return normalisedMutualInformation(
        Arrays.stream(inside).map(v -> one.communityOf[v]).toArray(),
        Arrays.stream(inside).map(v -> other.communityOf[v]).toArray());
  }

  static double normalisedMutualInformation(int[] one, int[] other) {
    int n = one.length;
    int columns = Arrays.stream(other).max().orElse(-1) + 1;
    java.util.TreeMap<Long, Integer> joint = new java.util.TreeMap<>();
    java.util.TreeMap<Integer, Integer> first = new java.util.TreeMap<>();
    java.util.TreeMap<Integer, Integer> second = new java.util.TreeMap<>();
    for (int v = 0; v < n; v++) {
      joint.merge((long) one[v] * columns + other[v], 1, Integer::sum);
      first.merge(one[v], 1, Integer::sum);
      second.merge(other[v], 1, Integer::sum);
    }
    double entropies = entropy(first.values(), n) + entropy(second.values(), n);
    double mutual = entropies - entropy(joint.values(), n);
    return entropies == 0 ? 1 : Math.max(0, Math.min(1, 2 * mutual / entropies));
  }

  private static double entropy(java.util.Collection<Integer> counts, int n) {
    double sum = 0;
    for (int count : counts) {
      double p = (double) count / n;
      sum -= p * Math.log(p);
    }
    return sum;
  }
}
