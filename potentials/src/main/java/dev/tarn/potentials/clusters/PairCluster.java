package dev.tarn.potentials.clusters;

import dev.tarn.potentials.Bounded;
import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.FreeCluster;
import dev.tarn.potentials.arithmetic.PairSpace;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.symmetry.ClusterSymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
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
abstract class PairCluster implements ExactHessian, Bounded, FreeCluster {
  static final Parameter<Integer> ATOMS = Parameter.integer("atoms", 2, 10_000, "number of atoms");
  static final Parameter<Integer> SPACE =
      Parameter.integer("dimension", 2, 3, "dimension of space").orElse(3);

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
    Arrays.fill(hessian, 0, x.length * x.length, 0);
    for (int i = 0; i < x.length; i += spaceDimension) {
      for (int j = i + spaceDimension; j < x.length; j += spaceDimension) {
        if (spaceDimension == 3) {
          addPairInSpace(x, i, j, hessian);
        } else {
          addPairInPlane(x, i, j, hessian);
        }
      }
    }
  }

  /** Adds the second derivatives of a pair, given its first coordinates. */
  private void addPairInSpace(double[] x, int i, int j, double[] hessian) {
    int n = x.length;
    double dx = x[i] - x[j];
    double dy = x[i + 1] - x[j + 1];
    double dz = x[i + 2] - x[j + 2];
    double squared = Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
    double first = firstOverDistance(squared);
    double along = (second(squared) - first) / squared;
    double ax = along * dx;
    double ay = along * dy;
    double az = along * dz;
    double xx = Math.fma(ax, dx, first);
    double xy = ax * dy;
    double xz = ax * dz;
    double yy = Math.fma(ay, dy, first);
    double yz = ay * dz;
    double zz = Math.fma(az, dz, first);
    addBlock(hessian, i * n + i, n, xx, xy, xz, yy, yz, zz);
    addBlock(hessian, j * n + j, n, xx, xy, xz, yy, yz, zz);
    addBlock(hessian, i * n + j, n, -xx, -xy, -xz, -yy, -yz, -zz);
    addBlock(hessian, j * n + i, n, -xx, -xy, -xz, -yy, -yz, -zz);
  }

  private static void addBlock(
      double[] hessian,
      int at,
      int n,
      double xx,
      double xy,
      double xz,
      double yy,
      double yz,
      double zz) {
    hessian[at] += xx;
    hessian[at + 1] += xy;
    hessian[at + 2] += xz;
    int second = at + n;
    hessian[second] += xy;
    hessian[second + 1] += yy;
    hessian[second + 2] += yz;
    int third = second + n;
    hessian[third] += xz;
    hessian[third + 1] += yz;
    hessian[third + 2] += zz;
  }

  private void addPairInPlane(double[] x, int i, int j, double[] hessian) {
    int n = x.length;
    double dx = x[i] - x[j];
    double dy = x[i + 1] - x[j + 1];
    double squared = dx * dx + dy * dy;
    double first = firstOverDistance(squared);
    double along = (second(squared) - first) / squared;
    double xx = along * dx * dx + first;
    double xy = along * dx * dy;
    double yy = along * dy * dy + first;
    int[] rows = {i, j};
    for (int row : rows) {
      for (int column : rows) {
        double sign = row == column ? 1 : -1;
        hessian[row * n + column] += sign * xx;
        hessian[row * n + column + 1] += sign * xy;
        hessian[(row + 1) * n + column] += sign * xy;
        hessian[(row + 1) * n + column + 1] += sign * yy;
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
