package dev.tarn.analytics.grouping;

import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.LogSum;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.TransitionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A network of minima regrouped into free-energy minima by the recursive scheme of PATHSAMPLE
 * (REGROUPFREE).
 *
 * <p>With z_a = h_a^-1 exp(-E_a/T - S_a/2) of every minimum and transition state, group J has the
 * free energy F_J = -T ln of the sum of z over its minima, and two groups J and L are joined by one
 * transition state of free energy F_JL = -T ln of the sum of z over all transition states between
 * them. In each round all pairs of groups whose barriers F_JL - F_J and F_JL - F_L are both at most
 * the threshold are merged, directly or through others; then free energies are computed anew. The
 * rounds end when nothing more can be merged.
 *
 * <p>The new minima and transition states carry F as their energy, a log determinant of 0 and an
 * order of 1: harmonic rate theory at the same temperature then gives exp(-(F_JL - F_J)/T)/(2 pi),
 * the sum over the minima of J of (p_j/p_J) k_jl. They hold at that temperature only. The factor (2
 * pi T)^(kappa/2), common to all, is left out of F. A group has the id of the minimum that has most
 * of its occupation, a transition state the id of the one that carries most of its flux.
 *
 * <p>Where frequencies are not known all entropies are equal: see {@link #vibrationalModel()}.
 *
 * <p>Cost: O(m log m) a round; there are seldom more than ten.
 *
 * <p>Source: Carr and Wales, J. Chem. Phys. 123, 234901 (2005) and J. Phys. Chem. B 112, 8760
 * (2008), <a href="https://doi.org/10.1021/jp801777p">doi:10.1021/jp801777p</a>.
 */
public final class FreeEnergyGroups {
  private final Network original;
  private final BarrierThreshold threshold;
  private final VibrationalModel vibrationalModel;
  private final int rounds;
  private final int[] groupOf;
  private final List<Minimum> minima;
  private final List<TransitionState> transitionStates;
  private final List<long[]> members;

  private FreeEnergyGroups(Regrouping r) {
    original = r.network;
    threshold = r.threshold;
    vibrationalModel = r.weights.model();
    rounds = r.rounds;
    List<Group> groups = r.groups();
    minima = new ArrayList<>();
    members = new ArrayList<>();
    groupOf = new int[original.nodeCount()];
    for (Group group : groups) {
      for (int node : group.nodes) {
        groupOf[node] = minima.size();
      }
      members.add(Arrays.stream(group.nodes).mapToLong(original::minimumId).toArray());
      minima.add(Minimum.of(original.minimumId(group.leader), r.freeEnergy(group.lnWeight), 0, 1));
    }
    transitionStates = new ArrayList<>();
    for (Link link : r.links()) {
      transitionStates.add(
          TransitionState.of(
              original.transitionStateId(link.leader),
              minima.get(groupOf[link.a]),
              minima.get(groupOf[link.b]),
              r.freeEnergy(link.lnWeight),
              0,
              1));
    }
    transitionStates.sort(Comparator.comparingLong(TransitionState::id));
  }

  /**
   * Regroups a network.
   *
   * @throws IllegalArgumentException if an energy is not finite
   */
  public static FreeEnergyGroups of(Network network, BarrierThreshold threshold) {
    return of(network, threshold, new long[0], new long[0]);
  }

  /**
   * Regroups a network, but never merges a group that holds a minimum of one set with a group that
   * holds a minimum of the other. Merges are then tried from the lowest barrier up.
   *
   * @param from ids of minima
   * @param to ids of minima
   * @throws IllegalArgumentException if a minimum does not exist or is in both sets, or if an
   *     energy is not finite
   */
  public static FreeEnergyGroups of(
      Network network, BarrierThreshold threshold, long[] from, long[] to) {
    Regrouping regrouping = new Regrouping(network, threshold, from, to);
    regrouping.run();
    return new FreeEnergyGroups(regrouping);
  }

  /** The threshold. */
  public BarrierThreshold threshold() {
    return threshold;
  }

  /** Whether the frequencies are known. */
  public VibrationalModel vibrationalModel() {
    return vibrationalModel;
  }

  /** How many rounds merged something. */
  public int rounds() {
    return rounds;
  }

  /** The free-energy minima, by ascending id. */
  public List<Minimum> minima() {
    return List.copyOf(minima);
  }

  /** The transition states between different groups, one for each pair, by ascending id. */
  public List<TransitionState> transitionStates() {
    return List.copyOf(transitionStates);
  }

  /** Ids of the minima of a group, ascending. */
  public long[] members(int group) {
    return members.get(group).clone();
  }

  /**
   * Place in {@link #minima()} of the group that a minimum belongs to.
   *
   * @throws IllegalArgumentException if the network had no such minimum
   */
  public int groupOf(long minimum) {
    int node = original.nodeOf(minimum);
    if (node < 0) {
      throw new IllegalArgumentException(
          "minimum " + minimum + " does not exist in landscape " + original.name());
    }
    return groupOf[node];
  }

  /** Ids of the groups that hold any of these minima, ascending: a set in the new network. */
  public long[] groupIds(long[] minimumIds) {
    return Arrays.stream(minimumIds)
        .map(id -> minima.get(groupOf(id)).id())
        .sorted()
        .distinct()
        .toArray();
  }

  /** The regrouped network, without vibrational modes of its own. */
  public Network network() {
    return Network.of(original.name(), 0, minima, transitionStates);
  }

  /**
   * What the new landscape is, for the parameters of its record: {@code regroupedFrom}, {@code
   * temperature}, {@code freeEnergyBarrier} (text where it is infinite).
   */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("regroupedFrom", original.name());
    parameters.put("temperature", threshold.temperature());
    parameters.put(
        "freeEnergyBarrier",
        Double.isInfinite(threshold.barrier())
            ? Double.toString(threshold.barrier())
            : threshold.barrier());
    return parameters;
  }

  private record Group(int[] nodes, int leader, double lnWeight) {}

  /** All transition states between two groups; a and b are nodes in them. */
  private record Link(int a, int b, int leader, double lnWeight, double barrier) {}

  /** The rounds. */
  private static final class Regrouping {
    final Network network;
    final BarrierThreshold threshold;
    final HarmonicWeights weights;
    final double[] lnMinimum;
    final double[] lnEdge;
    final int[] root;
    final boolean[] holdsFrom;
    final boolean[] holdsTo;
    int rounds;

    Regrouping(Network network, BarrierThreshold threshold, long[] from, long[] to) {
      this.network = network;
      this.threshold = threshold;
      weights = HarmonicWeights.of(network);
      int n = network.nodeCount();
      double t = threshold.temperature();
      lnMinimum = IntStream.range(0, n).mapToDouble(i -> weights.lnMinimum(i, t)).toArray();
      lnEdge =
          IntStream.range(0, network.edgeCount())
              .mapToDouble(k -> weights.lnTransitionState(k, t))
              .toArray();
      root = IntStream.range(0, n).toArray();
      holdsFrom = marked(from);
      holdsTo = marked(to);
      for (int node = 0; node < n; node++) {
        if (holdsFrom[node] && holdsTo[node]) {
          throw new IllegalArgumentException(
              "expected two sets without common minima, found minimum "
                  + network.minimumId(node)
                  + " in both");
        }
      }
    }

    private boolean[] marked(long[] ids) {
      boolean[] marks = new boolean[network.nodeCount()];
      for (long id : ids) {
        int node = network.nodeOf(id);
        if (node < 0) {
          throw new IllegalArgumentException(
              "minimum " + id + " does not exist in landscape " + network.name());
        }
        marks[node] = true;
      }
      return marks;
    }

    /** -T ln z with nothing subtracted. */
    double freeEnergy(double lnWeight) {
      double t = threshold.temperature();
      return weights.lowestEnergy() - t * (lnWeight - weights.referenceLogDet() / 2);
    }

    void run() {
      while (merge(links())) {
        rounds++;
      }
    }

    private boolean merge(List<Link> links) {
      List<Link> low =
          links.stream()
              .filter(link -> link.barrier <= threshold.barrier())
              .sorted(Comparator.comparingDouble(Link::barrier).thenComparingInt(Link::leader))
              .toList();
      boolean changed = false;
      for (Link link : low) {
        int a = find(link.a);
        int b = find(link.b);
        if (a == b || (holdsFrom[a] && holdsTo[b]) || (holdsTo[a] && holdsFrom[b])) {
          continue;
        }
        root[b] = a;
        holdsFrom[a] |= holdsFrom[b];
        holdsTo[a] |= holdsTo[b];
        changed = true;
      }
      return changed;
    }

    private int find(int node) {
      int at = node;
      while (root[at] != at) {
        root[at] = root[root[at]];
        at = root[at];
      }
      return at;
    }

    /** ln of the sum of the weights of a group's minima, at its root. */
    private double[] lnGroupWeights() {
      int n = network.nodeCount();
      double[] sum = new double[n];
      Arrays.fill(sum, Double.NEGATIVE_INFINITY);
      for (int node = 0; node < n; node++) {
        int at = find(node);
        sum[at] = LogSum.of(sum[at], lnMinimum[node]);
      }
      return sum;
    }

    /** Pairs of groups that are joined, in the order of their first transition states. */
    List<Link> links() {
      double[] lnGroup = lnGroupWeights();
      Map<Long, List<Integer>> edgesOfPair = new HashMap<>();
      List<List<Integer>> inOrder = new ArrayList<>();
      for (int edge = 0; edge < network.edgeCount(); edge++) {
        long a = find(network.higherEnd(edge));
        long b = find(network.lowerEnd(edge));
        if (a != b) {
          edgesOfPair
              .computeIfAbsent(
                  (Math.min(a, b) << 32) | Math.max(a, b),
                  key -> {
                    List<Integer> edges = new ArrayList<>();
                    inOrder.add(edges);
                    return edges;
                  })
              .add(edge);
        }
      }
      List<Link> links = new ArrayList<>();
      for (List<Integer> edges : inOrder) {
        links.add(link(edges, lnGroup));
      }
      return links;
    }

    private Link link(List<Integer> edges, double[] lnGroup) {
      int leader = edges.get(0);
      double[] ln = new double[edges.size()];
      for (int k = 0; k < ln.length; k++) {
        ln[k] = lnEdge[edges.get(k)];
        if (ln[k] > lnEdge[leader]) {
          leader = edges.get(k);
        }
      }
      int a = find(network.higherEnd(leader));
      int b = find(network.lowerEnd(leader));
      double lnWeight = LogSum.of(ln);
      // The larger barrier is the one from the group of lower free energy.
      double barrier = threshold.temperature() * (Math.max(lnGroup[a], lnGroup[b]) - lnWeight);
      return new Link(a, b, leader, lnWeight, barrier);
    }

    /** The groups by the id of their leader. */
    List<Group> groups() {
      int n = network.nodeCount();
      Map<Integer, List<Integer>> byRoot = new HashMap<>();
      for (int node = 0; node < n; node++) {
        byRoot.computeIfAbsent(find(node), key -> new ArrayList<>()).add(node);
      }
      List<Group> groups = new ArrayList<>();
      for (List<Integer> nodes : byRoot.values()) {
        int leader = nodes.get(0);
        double[] ln = new double[nodes.size()];
        for (int k = 0; k < ln.length; k++) {
          ln[k] = lnMinimum[nodes.get(k)];
          if (ln[k] > lnMinimum[leader]) {
            leader = nodes.get(k);
          }
        }
        groups.add(
            new Group(nodes.stream().mapToInt(Integer::intValue).toArray(), leader, LogSum.of(ln)));
      }
      groups.sort(Comparator.comparingInt(Group::leader));
      return groups;
    }
  }
}
