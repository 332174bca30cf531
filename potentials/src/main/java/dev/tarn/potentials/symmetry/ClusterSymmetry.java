package dev.tarn.potentials.symmetry;

import java.util.Arrays;

/**
 * Like atoms in free space: permutations x translations x rotations x inversion.
 *
 * <p>Coordinates are x0 y0 z0 x1 … in three dimensions and x0 y0 x1 … in two. A structure and its
 * mirror image are the same point. The fingerprint is the sorted list of all pair distances. {@link
 * ClusterMatching} decides whether two structures are the same and counts the operations of a point
 * group; {@link ClusterAlignment} aligns.
 */
public final class ClusterSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  private final int atoms;
  private final int dimension;
  private final ClusterMatching matching;
  private final ClusterAlignment alignment;

  /**
   * Symmetry of a cluster of like atoms.
   *
   * @param atoms number of atoms, at least 1
   * @param dimension 2 or 3
   */
  public ClusterSymmetry(int atoms, int dimension) {
    if (atoms < 1 || dimension < 2 || dimension > 3) {
      throw new IllegalArgumentException(
          "expected at least one atom in 2 or 3 dimensions, found "
              + atoms
              + " atoms in "
              + dimension);
    }
    this.atoms = atoms;
    this.dimension = dimension;
    matching = new ClusterMatching(atoms, dimension);
    alignment = new ClusterAlignment(atoms, dimension);
  }

  @Override
  public int zeroModes() {
    int rotations = dimension == 3 ? 3 : 1;
    if (atoms == 1) {
      return dimension;
    }
    return dimension + (atoms == 2 && dimension == 3 ? 2 : rotations);
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    int n = x.length;
    double[] centre = centroid(x);
    int rows = 0;
    double scale = 1 / Math.sqrt(atoms);
    for (int d = 0; d < dimension; d++) {
      Arrays.fill(basis, rows * n, (rows + 1) * n, 0);
      for (int i = d; i < n; i += dimension) {
        basis[rows * n + i] = scale;
      }
      rows++;
    }
    if (atoms == 1) {
      return rows;
    }
    return rows
        + (dimension == 3
            ? Rotations.inSpace(x, centre, basis, rows, zeroModes() - rows)
            : Rotations.inPlane(x, centre, basis, rows));
  }

  @Override
  public double[] fingerprint(double[] x) {
    return sortedDistances(x, atoms, dimension);
  }

  /** All distances between atoms, ascending. */
  static double[] sortedDistances(double[] x, int atoms, int dimension) {
    double[] distances = new double[atoms * (atoms - 1) / 2];
    int k = 0;
    for (int i = 0; i < atoms; i++) {
      for (int j = i + 1; j < atoms; j++) {
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
          double t = x[i * dimension + d] - x[j * dimension + d];
          sum += t * t;
        }
        distances[k++] = Math.sqrt(sum);
      }
    }
    Arrays.sort(distances);
    return distances;
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    return matching.count(centred(a), centred(b), tolerance, 1) > 0;
  }

  @Override
  public int order(double[] x, double tolerance) {
    double[] p = centred(x);
    return matching.count(p, p, tolerance, Integer.MAX_VALUE);
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    return alignment.align(centred(reference), centred(x), centroid(reference));
  }

  private double[] centroid(double[] x) {
    double[] centre = new double[dimension];
    for (int i = 0; i < x.length; i++) {
      centre[i % dimension] += x[i] / atoms;
    }
    return centre;
  }

  private double[] centred(double[] x) {
    double[] centre = centroid(x);
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] - centre[i % dimension];
    }
    return result;
  }

  @Override
  public String description() {
    return "permutations x translations x rotations x inversion";
  }
}
