package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.LogSum;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.List;

/**
 * Rate constants, mean first passage times and committors between two sets of minima of any size,
 * by sparse graph transformation.
 *
 * <p>Graph transformation removes the minima one by one and changes the branching probabilities and
 * waiting times of the others so that mean first passage times between those that are left stay
 * what they were: removing x,
 *
 * <p>P_ij += P_ix P_xj / S_x, tau_i += P_ix tau_x / S_x, S_x = sum over j != x of P_xj.
 *
 * <p>S_x is summed, never 1 - P_xx, and detailed balance is used to keep the transformed network
 * symmetric: see the package-private {@code Elimination}. All sums have only positive terms, so the
 * error of every result is a small multiple of rounding at any temperature; what remains is that
 * exp(-E/T) itself magnifies rounding of E/T by |E/T|. Where rates leave the range of doubles,
 * numbers with an exponent of their own take over.
 *
 * <p>Only the connected component that holds both sets is looked at: {@link #leftOut()}. Degenerate
 * rearrangements carry no flux.
 *
 * <p>Create it once; the order of elimination, approximate minimum degree, and the places where new
 * edges arise do not depend on temperature. Immutable, so temperatures may be computed in parallel.
 *
 * <p>Cost: that of a sparse Cholesky factorisation, once for small sets, three times for sets of
 * more than {@value #SHARED} minima together. {@link #fill()} numbers of 8 bytes (12 at very low
 * temperature) are kept while a temperature is computed. Nonzeros and time grow about as n log n
 * and n^1.5 for networks that look planar.
 *
 * <p>Source: Trygubenko and Wales, J. Chem. Phys. 124, 234110 (2006), <a
 * href="https://doi.org/10.1063/1.2198806">doi:10.1063/1.2198806</a>; Wales, J. Chem. Phys. 130,
 * 204111 (2009), <a href="https://doi.org/10.1063/1.3133782">doi:10.1063/1.3133782</a>; Grassmann,
 * Taksar and Heyman, Oper. Res. 33, 1107 (1985).
 */
public final class GraphTransformation {
  /** Up to this many minima in both sets one elimination of the others serves all systems. */
  private static final int SHARED = 64;

  private final ConnectedSets sets;
  private final HarmonicWeights weights;
  private final KineticGraph graph;
  private final int[] from;
  private final int[] to;
  private final boolean shared;
  private final EliminationPlan others;

  /** Eliminates all but {@code to}: from the whole graph, or from what {@link #others} left. */
  private final EliminationPlan toTarget;

  private final EliminationPlan toSource;

  private GraphTransformation(Network network, long[] fromIds, long[] toIds, int mostShared) {
    sets = ConnectedSets.of(network, fromIds, toIds);
    weights = HarmonicWeights.of(network);
    graph = KineticGraph.of(network, node -> sets.inComponent()[node]);
    from = vertices(sets.from());
    to = vertices(sets.to());
    shared = from.length + to.length <= mostShared;
    int[] classOf = new int[graph.vertexCount()];
    Arrays.fill(classOf, -1);
    if (shared) {
      int kept = from.length + to.length;
      for (int k = 0; k < from.length; k++) {
        classOf[from[k]] = k;
      }
      for (int k = 0; k < to.length; k++) {
        classOf[to[k]] = from.length + k;
      }
      others = EliminationPlan.of(graph, classOf, kept);
      KineticGraph rest = KineticGraph.complete(kept);
      int[] restClass = new int[kept];
      Arrays.fill(restClass, 0, from.length, -1);
      toTarget = EliminationPlan.of(rest, restClass, 1);
      for (int k = 0; k < kept; k++) {
        restClass[k] = k < from.length ? 0 : -1;
      }
      toSource = EliminationPlan.of(rest, restClass, 1);
    } else {
      mark(classOf, to, 0);
      toTarget = EliminationPlan.of(graph, classOf, 1);
      mark(classOf, to, 1);
      mark(classOf, from, 0);
      others = EliminationPlan.of(graph, classOf, 2);
      mark(classOf, to, -1);
      toSource = EliminationPlan.of(graph, classOf, 1);
    }
  }

  /**
   * Prepares the transformation between two sets of minima.
   *
   * @param from ids of the minima of one set
   * @param to ids of the minima of the other
   * @throws IllegalArgumentException if a set is empty, has a minimum that does not exist or shares
   *     one with the other set, if no path joins the sets, or if an energy is not finite
   */
  public static GraphTransformation between(Network network, long[] from, long[] to) {
    return new GraphTransformation(network, from, to, SHARED);
  }

  /** The same in the way for large sets, whatever their size. */
  static GraphTransformation unshared(Network network, long[] from, long[] to) {
    return new GraphTransformation(network, from, to, 0);
  }

  private static void mark(int[] classOf, int[] vertices, int value) {
    for (int v : vertices) {
      classOf[v] = value;
    }
  }

  private int[] vertices(int[] nodes) {
    int[] vertices = new int[nodes.length];
    for (int k = 0; k < nodes.length; k++) {
      vertices[k] = Arrays.binarySearch(graph.nodes, nodes[k]);
    }
    return vertices;
  }

  /** What is not part of the component that holds both sets. */
  public LeftOut leftOut() {
    return sets.leftOut();
  }

  /** Whether the vibrations are known. */
  public VibrationalModel vibrationalModel() {
    return weights.model();
  }

  /** How many minima take part. */
  public int minimumCount() {
    return graph.vertexCount();
  }

  /** How many numbers the largest elimination keeps; the graph itself has one for each pair. */
  public long fill() {
    return Math.max(others.size, Math.max(toTarget.size, toSource.size));
  }

  /** How many pairs of minima are joined. */
  public int pairCount() {
    return graph.pairCount();
  }

  /**
   * Rates at each of these temperatures, computed in parallel; the results do not depend on how.
   *
   * @throws IllegalArgumentException if a temperature is not above zero
   */
  public List<Rates> scan(double[] temperatures) {
    for (double temperature : temperatures) {
      Temperatures.requirePositive(temperature);
    }
    return Arrays.stream(temperatures)
        .parallel()
        .mapToObj(temperature -> new Solver(temperature).rates())
        .toList();
  }

  /**
   * Rates at a temperature.
   *
   * @throws IllegalArgumentException if the temperature is not above zero
   */
  public Rates rates(double temperature) {
    return new Solver(temperature).rates();
  }

  /**
   * Rates, and the committor, passage times and occupation of every minimum, at a temperature.
   *
   * @throws IllegalArgumentException if the temperature is not above zero
   */
  public KineticSolution at(double temperature) {
    return new Solver(temperature).solution();
  }

  /** One temperature. Vectors are logarithms by vertex. */
  private final class Solver {
    private final double temperature;
    private final double[] lnConductances;
    private final double[] lnOccupations;
    private final Elimination eliminated;
    private final double[] lnNothing;

    Solver(double temperature) {
      this.temperature = Temperatures.requirePositive(temperature);
      lnConductances = graph.lnConductances(weights, temperature);
      lnOccupations = graph.lnWeights(weights, temperature);
      double total = LogSum.of(lnOccupations);
      for (int v = 0; v < lnOccupations.length; v++) {
        lnOccupations[v] -= total;
      }
      for (int pair = 0; pair < lnConductances.length; pair++) {
        lnConductances[pair] -= total;
      }
      lnNothing = new double[graph.vertexCount()];
      Arrays.fill(lnNothing, Double.NEGATIVE_INFINITY);
      eliminated = Elimination.of(others, lnConductances, lnOccupations);
    }

    Rates rates() {
      double[] waiting = waitingTimes();
      return Rates.of(
          temperature,
          passage(from, committor(to), waiting, passages(toTarget)),
          passage(to, committor(from), waiting, passages(toSource)),
          lnOccupationOf(from),
          lnOccupationOf(to));
    }

    KineticSolution solution() {
      double[] waiting = waitingTimes();
      double[] committor = committor(to);
      double[] reverse = committor(from);
      Times forward = passages(toTarget);
      Times backward = passages(toSource);
      Rates rates =
          Rates.of(
              temperature,
              passage(from, committor, waiting, forward),
              passage(to, reverse, waiting, backward),
              lnOccupationOf(from),
              lnOccupationOf(to));
      return new KineticSolution(
          rates,
          leftOut(),
          byNode(committor),
          byNode(reverse),
          byNode(forward.lnMean),
          byNode(backward.lnMean),
          byNode(lnOccupations));
    }

    private double[] byNode(double[] byVertex) {
      double[] result = new double[sets.inComponent().length];
      Arrays.fill(result, Double.NaN);
      for (int v = 0; v < byVertex.length; v++) {
        result[graph.nodes[v]] = byVertex[v];
      }
      return result;
    }

    private double lnOccupationOf(int[] set) {
      double[] terms = new double[set.length];
      for (int k = 0; k < set.length; k++) {
        terms[k] = lnOccupations[set[k]];
      }
      return LogSum.of(terms);
    }

    /** Probability to reach the given set before the other. */
    private double[] committor(int[] first) {
      double[] boundary = new double[others.columnCount - others.eliminated];
      Arrays.fill(boundary, Double.NEGATIVE_INFINITY);
      for (int v : first) {
        boundary[others.columnOf[v] - others.eliminated] = 0;
      }
      return eliminated.solve(lnNothing, boundary);
    }

    /** Mean time until either set is reached; zero in the sets. */
    private double[] waitingTimes() {
      double[] boundary = new double[others.columnCount - others.eliminated];
      Arrays.fill(boundary, Double.NEGATIVE_INFINITY);
      return eliminated.solve(lnOccupations, boundary);
    }

    private record Times(double[] lnMean, double[] lnSecondMoment) {}

    private Times passages(EliminationPlan plan) {
      Elimination last =
          shared
              ? Elimination.of(plan, reducedConductances(), lnOccupations)
              : Elimination.of(plan, lnConductances, lnOccupations);
      double[] mean = passageTimes(last, lnOccupations);
      double[] sources = new double[mean.length];
      for (int v = 0; v < sources.length; v++) {
        sources[v] = Math.log(2) + lnOccupations[v] + mean[v];
      }
      return new Times(mean, passageTimes(last, sources));
    }

    private double[] reducedConductances() {
      int kept = from.length + to.length;
      double[] result = new double[kept * (kept - 1) / 2];
      for (int a = 0; a < kept; a++) {
        for (int b = a + 1; b < kept; b++) {
          result[KineticGraph.completePair(kept, a, b)] = eliminated.lnReducedConductance(a, b);
        }
      }
      return result;
    }

    private double[] passageTimes(Elimination last, double[] sources) {
      double[] zero = {Double.NEGATIVE_INFINITY};
      if (!shared) {
        return last.solve(sources, zero);
      }
      double[] reduced = eliminated.eliminateSources(sources);
      double[] ofSets = Arrays.copyOfRange(reduced, others.eliminated, others.columnCount);
      return eliminated.substitute(reduced, last.solve(ofSets, zero));
    }

    private Passage passage(int[] start, double[] committor, double[] waiting, Times times) {
      int n = start.length;
      double lnStart = lnOccupationOf(start);
      double[] steady = new double[n];
      double[] nonSteady = new double[n];
      double[] first = new double[n];
      double[] mean = new double[n];
      double[] second = new double[n];
      for (int k = 0; k < n; k++) {
        int b = start[k];
        double lnShare = lnOccupations[b] - lnStart;
        int degree = graph.offsets[b + 1] - graph.offsets[b];
        double[] flux = new double[degree];
        double[] held = new double[degree + 1];
        for (int d = 0; d < degree; d++) {
          int position = graph.offsets[b] + d;
          double lnConductance = lnConductances[graph.pairs[position]];
          flux[d] = lnConductance + committor[graph.neighbours[position]];
          held[d] = lnConductance + waiting[graph.neighbours[position]];
        }
        held[degree] = lnOccupations[b];
        double lnFlux = LogSum.of(flux);
        steady[k] = lnFlux - lnStart;
        nonSteady[k] = lnShare + lnFlux - LogSum.of(held);
        first[k] = lnShare - times.lnMean[b];
        mean[k] = lnShare + times.lnMean[b];
        second[k] = lnShare + times.lnSecondMoment[b];
      }
      return new Passage(
          LogSum.of(steady),
          LogSum.of(nonSteady),
          LogSum.of(first),
          LogSum.of(mean),
          LogSum.of(second));
    }
  }
}
