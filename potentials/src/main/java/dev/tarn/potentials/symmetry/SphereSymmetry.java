package dev.tarn.potentials.symmetry;

import java.util.Arrays;

/**
 * Like points on a sphere about the origin: permutations x rotations x inversion.
 *
 * <p>Coordinates are x0 y0 z0 x1 …; only the direction of each point counts, so that there is a
 * zero mode along each and the three rotations (two for two points, which lie on a line).
 */
public final class SphereSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  private final int points;
  private final ClusterMatching matching;
  private final ClusterAlignment alignment;

  /** Symmetry of at least two points. */
  public SphereSymmetry(int points) {
    this.points = points;
    matching = new ClusterMatching(points, 3);
    alignment = new ClusterAlignment(points, 3);
  }

  /** Scales every point, in place, to distance 1 from the origin. */
  public static void normalise(double[] x) {
    for (int o = 0; o < x.length; o += 3) {
      double squared = x[o] * x[o] + x[o + 1] * x[o + 1] + x[o + 2] * x[o + 2];
      if (squared > 0 && Math.abs(squared - 1) > 4e-16) {
        double factor = 1 / Math.sqrt(squared);
        x[o] *= factor;
        x[o + 1] *= factor;
        x[o + 2] *= factor;
      }
    }
  }

  @Override
  public int zeroModes() {
    return points + (points == 2 ? 2 : 3);
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    int n = x.length;
    Arrays.fill(basis, 0, points * n, 0);
    for (int i = 0; i < points; i++) {
      double squared = 0;
      for (int d = 0; d < 3; d++) {
        squared += x[3 * i + d] * x[3 * i + d];
      }
      for (int d = 0; d < 3; d++) {
        basis[i * n + 3 * i + d] = x[3 * i + d] / Math.sqrt(squared);
      }
    }
    return points + Rotations.inSpace(x, new double[3], basis, points, zeroModes() - points);
  }

  @Override
  public double[] fingerprint(double[] x) {
    return ClusterSymmetry.sortedDistances(directions(x), points, 3);
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    return matching.count(directions(a), directions(b), tolerance, 1) > 0;
  }

  @Override
  public int order(double[] x, double tolerance) {
    double[] p = directions(x);
    return matching.count(p, p, tolerance, Integer.MAX_VALUE);
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    return alignment.align(directions(reference), directions(x), new double[3]);
  }

  private static double[] directions(double[] x) {
    double[] directions = x.clone();
    normalise(directions);
    return directions;
  }

  @Override
  public String description() {
    return "permutations x rotations x inversion of points on a sphere";
  }
}
