package dev.tarn.explorer.potential;

import dev.tarn.explorer.arithmetic.PairSpace;
import dev.tarn.explorer.symmetry.ClusterSymmetry;
import dev.tarn.explorer.symmetry.Symmetry;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A cluster of N like atoms with a pair potential, V = sum over pairs of v(r), in 2 or 3
 * dimensions.
 *
 * <p>Coordinates x0 y0 z0 x1 … (x0 y0 x1 … in two dimensions). A cluster that has come apart, so
 * that no chain of distances below 1.425 equilibrium distances joins all atoms, has left the
 * landscape. For Lennard-Jones that is 1.6 sigma.
 */
abstract class PairCluster implements Potential {
  /** Atoms farther apart than this many equilibrium distances are no neighbours. */
  private static final double CONNECTED_WITHIN = 1.425;

  final int atoms;
  final int spaceDimension;
  private final ClusterSymmetry symmetry;

  private final @Nullable PairSpace space;

  /** The space is null where many threads share the potential. */
  PairCluster(int atoms, int spaceDimension, @Nullable PairSpace space) {
    this.atoms = atoms;
    this.space = space;
    this.spaceDimension = spaceDimension;
    this.symmetry = new ClusterSymmetry(atoms, spaceDimension);
  }

  final PairSpace pairSpace() {
    return space == null ? new PairSpace(atoms) : space;
  }

  /** Distance at which v is lowest. */
  abstract double equilibriumDistance();

  /** v'(r) / r at that squared distance. */
  abstract double firstOverDistance(double squared);

  /** v''(r) at that squared distance. */
  abstract double second(double squared);

  @Override
  public final int dimension() {
    return atoms * spaceDimension;
  }

  @Override
  public final Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public final double lengthScale() {
    return equilibriumDistance();
  }

  @Override
  public final int blockSize() {
    return spaceDimension;
  }

  @Override
  public final void hessian(double[] x, double[] hessian) {
    int n = x.length;
    int dim = spaceDimension;
    Arrays.fill(hessian, 0, n * n, 0);
    double[] d = new double[dim];
    for (int i = 0; i < atoms; i++) {
      for (int j = i + 1; j < atoms; j++) {
        double squared = 0;
        for (int a = 0; a < dim; a++) {
          d[a] = x[i * dim + a] - x[j * dim + a];
          squared += d[a] * d[a];
        }
        double first = firstOverDistance(squared);
        double along = (second(squared) - first) / squared;
        for (int a = 0; a < dim; a++) {
          for (int b = 0; b < dim; b++) {
            double block = along * d[a] * d[b] + (a == b ? first : 0);
            hessian[(i * dim + a) * n + i * dim + b] += block;
            hessian[(j * dim + a) * n + j * dim + b] += block;
            hessian[(i * dim + a) * n + j * dim + b] = -block;
            hessian[(j * dim + a) * n + i * dim + b] = -block;
          }
        }
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Uniform in a sphere (disc) of twice the volume that the atoms fill at close packing.
   */
  @Override
  public final void randomStart(RandomGenerator random, double[] x) {
    double radius =
        equilibriumDistance()
            * (spaceDimension == 3
                ? Math.cbrt(2 * atoms * 3 / (4 * Math.PI * Math.sqrt(2)))
                : Math.sqrt(2 * atoms * Math.sqrt(3) / (2 * Math.PI)));
    for (int i = 0; i < atoms; i++) {
      double squared;
      do {
        squared = 0;
        for (int a = 0; a < spaceDimension; a++) {
          double t = 2 * random.nextDouble() - 1;
          x[i * spaceDimension + a] = radius * t;
          squared += t * t;
        }
      } while (squared > 1);
    }
  }

  @Override
  public final Optional<String> objection(double[] x) {
    double reach = CONNECTED_WITHIN * equilibriumDistance();
    double limit = reach * reach;
    int[] open = new int[atoms];
    boolean[] reached = new boolean[atoms];
    reached[0] = true;
    int size = 1;
    for (int next = 0; next < size; next++) {
      int i = open[next];
      for (int j = 1; j < atoms; j++) {
        if (reached[j]) {
          continue;
        }
        double squared = 0;
        for (int a = 0; a < spaceDimension; a++) {
          double t = x[i * spaceDimension + a] - x[j * spaceDimension + a];
          squared += t * t;
        }
        if (squared <= limit) {
          reached[j] = true;
          open[size++] = j;
        }
      }
    }
    return size == atoms
        ? Optional.empty()
        : Optional.of("evaporated: " + (atoms - size) + " of " + atoms + " atoms came off");
  }
}
