package dev.tarn.learning.data;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Lbfgs;
import dev.tarn.potentials.clusters.TriatomicAxilrodTeller;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Minimisations of the triatomic molecule from random starts, one after the other, each with its
 * whole sequence of configurations and the minimum it reaches: the data of A. J. Ballard et al.,
 * Phys. Chem. Chem. Phys. 19, 12585 (2017), section III.
 *
 * <p>Atoms are placed uniformly in a cube of edge 2 sqrt 3 sigma and moved by L-BFGS, no coordinate
 * by more than 0.4 sigma in a step, to a root mean square gradient of 1e-6. A sequence that ends
 * elsewhere than in one of the four minima (atoms that were thrown so far apart that they hardly
 * attract each other any more, a saddle) is drawn again and counted in {@link #redrawn}: the cube
 * has no walls, and such a sequence has no class.
 *
 * <p>Equal seeds give equal sequences, to the last bit, on every machine. Cost: about 40
 * microseconds a sequence. Belongs to one thread.
 */
public final class TriatomicQuenches {
  /** Minima, in the order of the labels. */
  public static final List<String> OUTCOMES =
      List.of(
          "linear, atom 1 central", "linear, atom 2 central", "linear, atom 3 central", "triangle");

  private static final Limits LIMITS = new Limits(1e-6, 0.4, 10_000);

  /** Bonds are shorter than this, in sigma; the minima have 1.11 and 1.17 for gamma = 2. */
  private static final double LONGEST_BOND = 1.6;

  /** A gradient of 1e-6 leaves distances wrong by about as much over a curvature of 10 or more. */
  private static final double TOLERANCE = 1e-3;

  private final TriatomicAxilrodTeller molecule;
  private final Lbfgs sequence;
  private final SplittableRandom random;
  private final double[] x = new double[9];
  private double[] distances = new double[3 * 256];
  private int steps;
  private long redrawn;

  /**
   * Minimisations in the order of a seed.
   *
   * @param gamma strength of the three-body term; the paper has 2
   * @param seed decides the starts
   */
  public TriatomicQuenches(double gamma, long seed) {
    molecule = new TriatomicAxilrodTeller(gamma);
    sequence = new Lbfgs(molecule, this::keep);
    random = new SplittableRandom(seed);
  }

  /**
   * Runs the next minimisation.
   *
   * @return position of its minimum among {@link #OUTCOMES}
   * @throws IllegalArgumentException if ten thousand starts in a row reach none of them
   */
  public int next() {
    for (int tries = 0; tries < 10_000; tries++) {
      molecule.randomStart(random, x);
      steps = -1;
      if (sequence.run(x, LIMITS) == Ending.CONVERGED) {
        int outcome = outcome();
        if (outcome >= 0) {
          return outcome;
        }
      }
      redrawn++;
    }
    throw new IllegalArgumentException(
        "triatomic: no minimisation of 10,000 reached a linear or an equilateral molecule");
  }

  private void keep(double[] at) {
    steps++;
    if (3 * steps + 3 > distances.length) {
      distances = Arrays.copyOf(distances, 2 * distances.length);
    }
    distances[3 * steps] = distance(at, 0, 3);
    distances[3 * steps + 1] = distance(at, 0, 6);
    distances[3 * steps + 2] = distance(at, 3, 6);
  }

  private static double distance(double[] at, int i, int j) {
    double dx = at[i] - at[j];
    double dy = at[i + 1] - at[j + 1];
    double dz = at[i + 2] - at[j + 2];
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** By geometry, so that it holds for every gamma; -1 for none of the four. */
  private int outcome() {
    double[] end = {distance(x, 0, 3), distance(x, 0, 6), distance(x, 3, 6)};
    double[] sorted = end.clone();
    Arrays.sort(sorted);
    if (sorted[1] > LONGEST_BOND) {
      return -1;
    }
    if (sorted[2] - sorted[0] < TOLERANCE) {
      return 3;
    }
    boolean straight = sorted[0] + sorted[1] - sorted[2] < TOLERANCE;
    if (!straight || sorted[1] - sorted[0] > TOLERANCE) {
      return -1;
    }
    // The longest distance is the one that the central atom has no part in.
    return end[2] == sorted[2] ? 0 : end[1] == sorted[2] ? 1 : 2;
  }

  /** Number of steps of the last minimisation; it has one configuration more. */
  public int steps() {
    return steps;
  }

  /**
   * A distance of the last minimisation, in sigma.
   *
   * @param step 0 for the start, {@link #steps} for the end
   * @param pair 0 for r12, 1 for r13, 2 for r23
   */
  public double distance(int step, int pair) {
    return distances[3 * step + pair];
  }

  /** Energy at the end of the last minimisation, in epsilon. */
  public double energy() {
    return sequence.energy();
  }

  /** Minimisations so far that reached none of the minima and were replaced. */
  public long redrawn() {
    return redrawn;
  }
}
