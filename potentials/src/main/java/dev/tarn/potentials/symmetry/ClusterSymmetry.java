package dev.tarn.potentials.symmetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Like atoms in free space: permutations x translations x rotations x inversion.
 *
 * <p>Coordinates are x0 y0 z0 x1 … in three dimensions and x0 y0 x1 … in two. A structure and its
 * mirror image are the same point. The fingerprint is the sorted list of all pair distances.
 *
 * <p>{@link #same} is a decision, not an optimisation: an operation that takes one cluster to the
 * other must take two chosen atoms, not in line with the centroid, to two atoms at equal distances
 * from it, and these fix it. Cost: O(N^2) for each of the few candidate pairs.
 */
public sealed class ClusterSymmetry implements Symmetry permits SphereSymmetry {
  private static final long serialVersionUID = 1L;

  /** Orientations from which an alignment is tried. */
  private static final int ORIENTATIONS = 10;

  /**
   * Smallest pivot of an inertia tensor, in units of its trace, that loses no digit that counts.
   */
  private static final double WELL_CONDITIONED = 1e-2;

  private final int atoms;
  private final int dimension;

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
    return rows
        + (dimension == 3
            ? spaceRotations(x, centre, basis, rows)
            : planeRotation(x, centre, basis, rows));
  }

  private int planeRotation(double[] x, double[] centre, double[] basis, int rows) {
    if (atoms == 1) {
      return 0;
    }
    int row = rows * x.length;
    double squared = 0;
    for (int o = 0; o < x.length; o += 2) {
      double u = x[o] - centre[0];
      double v = x[o + 1] - centre[1];
      basis[row + o] = -v;
      basis[row + o + 1] = u;
      squared += u * u + v * v;
    }
    for (int i = row; i < row + x.length; i++) {
      basis[i] /= Math.sqrt(squared);
    }
    return 1;
  }

  /**
   * Rotations about the centroid are orthogonal to translations, and their products with each other
   * are the elements of the inertia tensor I = L L^T: about the axes in the columns of L^-T they
   * are orthonormal. Where that is ill conditioned, as about the axis of a linear molecule, where
   * nothing moves, they are taken about the principal axes instead.
   */
  final int spaceRotations(double[] x, double[] centre, double[] basis, int rows) {
    double xx = 0;
    double yy = 0;
    double zz = 0;
    double xy = 0;
    double xz = 0;
    double yz = 0;
    for (int o = 0; o < x.length; o += 3) {
      double u = x[o] - centre[0];
      double v = x[o + 1] - centre[1];
      double w = x[o + 2] - centre[2];
      xx += u * u;
      yy += v * v;
      zz += w * w;
      xy += u * v;
      xz += u * w;
      yz += v * w;
    }
    double[] inertia = {yy + zz, -xy, -xz, -xy, xx + zz, -yz, -xz, -yz, xx + yy};
    double[] axes = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    if (!orthogonalise(inertia, axes)) {
      diagonalise(inertia, axes);
    }
    double largest = Math.max(inertia[0], Math.max(inertia[4], inertia[8]));
    int found = 0;
    for (int k = 0; k < 3; k++) {
      double a = axes[k];
      double b = axes[3 + k];
      double c = axes[6 + k];
      int row = (rows + found) * x.length;
      double squared = 0;
      if (inertia[4 * k] > 1e-10 * largest && rows + found < zeroModes()) {
        for (int o = 0; o < x.length; o += 3) {
          double u = x[o] - centre[0];
          double v = x[o + 1] - centre[1];
          double w = x[o + 2] - centre[2];
          double s = b * w - c * v;
          double t = c * u - a * w;
          double r = a * v - b * u;
          basis[row + o] = s;
          basis[row + o + 1] = t;
          basis[row + o + 2] = r;
          squared += s * s + t * t + r * r;
        }
        double inverse = 1 / Math.sqrt(squared);
        for (int i = row; i < row + x.length; i++) {
          basis[i] *= inverse;
        }
        found++;
      }
    }
    return found;
  }

  /**
   * Gauss elimination of a well conditioned matrix that is positive definite: {@code m} becomes
   * diagonal, and it is A^T m A with {@code a} upwards of the unit diagonal of A.
   *
   * @return false, and nothing has happened, if the matrix is ill conditioned
   */
  private static boolean orthogonalise(double[] m, double[] a) {
    double p = m[1] / m[0];
    double q = m[2] / m[0];
    double second = m[4] - p * m[1];
    double coupling = m[5] - p * m[2];
    double r = coupling / second;
    double third = m[8] - q * m[2] - r * coupling;
    double least = WELL_CONDITIONED * (m[0] + m[4] + m[8]);
    if (!(m[0] > least && second > least && third > least)) {
      return false;
    }
    m[4] = second;
    m[8] = third;
    a[1] = -p;
    a[2] = p * r - q;
    a[5] = -r;
    return true;
  }

  /** Cyclic Jacobi rotations; {@code m} becomes diagonal, columns of {@code v} its eigenvectors. */
  private static void diagonalise(double[] m, double[] v) {
    double scale = Math.abs(m[0]) + Math.abs(m[4]) + Math.abs(m[8]);
    for (int sweep = 0; sweep < 12; sweep++) {
      if (Math.abs(m[1]) + Math.abs(m[2]) + Math.abs(m[5]) <= 1e-17 * scale) {
        return;
      }
      for (int p = 0; p < 2; p++) {
        for (int q = p + 1; q < 3; q++) {
          double off = m[3 * p + q];
          if (off == 0) {
            continue;
          }
          double theta = (m[4 * q] - m[4 * p]) / (2 * off);
          double t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
          double c = 1 / Math.sqrt(t * t + 1);
          double s = t * c;
          int r = 3 - p - q;
          m[4 * p] -= t * off;
          m[4 * q] += t * off;
          m[3 * p + q] = 0;
          m[3 * q + p] = 0;
          double rp = m[3 * r + p];
          double rq = m[3 * r + q];
          m[3 * r + p] = c * rp - s * rq;
          m[3 * p + r] = m[3 * r + p];
          m[3 * r + q] = s * rp + c * rq;
          m[3 * q + r] = m[3 * r + q];
          for (int k = 0; k < 3; k++) {
            double vp = v[3 * k + p];
            double vq = v[3 * k + q];
            v[3 * k + p] = c * vp - s * vq;
            v[3 * k + q] = s * vp + c * vq;
          }
        }
      }
    }
  }

  @Override
  public double[] fingerprint(double[] x) {
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
    return matches(a, b, tolerance, true) > 0;
  }

  @Override
  public int order(double[] x, double tolerance) {
    return matches(x, x, tolerance, false);
  }

  /** Number of orthogonal maps about the centroids that take {@code a} to a permutation of b. */
  private int matches(double[] a, double[] b, double tolerance, boolean anyWillDo) {
    double[] p = centred(a);
    double[] q = centred(b);
    double[] radiiP = radii(p);
    double[] radiiQ = radii(q);
    double size = 0;
    for (double r : radiiP) {
      size = Math.max(size, r);
    }
    if (size <= tolerance) {
      return 1;
    }
    int first = rarest(radiiP, 0.3 * size, tolerance);
    int second = secondReference(p, radiiP, first, tolerance);
    double[] frame = new double[dimension * dimension];
    if (second < 0) {
      return collinearMatches(p, q, radiiQ, first, radiiP[first], tolerance);
    }
    if (!frame(p, first, second, frame)) {
      return 1;
    }
    double apart = distance(p, first, p, second);
    double[] image = new double[dimension * dimension];
    double[] map = new double[dimension * dimension];
    int found = 0;
    for (int i = 0; i < atoms; i++) {
      if (Math.abs(radiiQ[i] - radiiP[first]) > tolerance) {
        continue;
      }
      for (int j = 0; j < atoms; j++) {
        if (j == i
            || Math.abs(radiiQ[j] - radiiP[second]) > tolerance
            || Math.abs(distance(q, i, q, j) - apart) > 2 * tolerance
            || !frame(q, i, j, image)) {
          continue;
        }
        // In the plane two atoms fix the map; in space their mirror image fits them as well.
        for (int hand = 0; hand < dimension - 1; hand++) {
          // map = sum over axes of image axis x frame axis; the last axis may be mirrored.
          for (int r = 0; r < dimension; r++) {
            for (int c = 0; c < dimension; c++) {
              double sum = 0;
              for (int k = 0; k < dimension; k++) {
                double sign = hand == 1 && k == dimension - 1 ? -1 : 1;
                sum += sign * image[k * dimension + r] * frame[k * dimension + c];
              }
              map[r * dimension + c] = sum;
            }
          }
          if (covers(p, q, radiiP, radiiQ, map, tolerance)) {
            found++;
            if (anyWillDo) {
              return found;
            }
          }
        }
      }
    }
    return found;
  }

  /** The atom of the smallest class of equal radii among those far enough from the centroid. */
  private int rarest(double[] radii, double atLeast, double tolerance) {
    int best = -1;
    int bestCount = Integer.MAX_VALUE;
    for (int i = 0; i < atoms; i++) {
      if (radii[i] < atLeast) {
        continue;
      }
      int count = 0;
      for (int j = 0; j < atoms; j++) {
        if (Math.abs(radii[j] - radii[i]) <= tolerance) {
          count++;
        }
      }
      if (count < bestCount) {
        bestCount = count;
        best = i;
      }
    }
    return best;
  }

  /** An atom well off the line through the centroid and the first one; -1 if all are on it. */
  private int secondReference(double[] p, double[] radii, int first, double tolerance) {
    int best = -1;
    double bestHeight = 0;
    for (int j = 0; j < atoms; j++) {
      double dot = 0;
      for (int d = 0; d < dimension; d++) {
        dot += p[first * dimension + d] * p[j * dimension + d];
      }
      double along = dot / radii[first];
      double height = Math.sqrt(Math.max(0, radii[j] * radii[j] - along * along));
      if (height > bestHeight * 1.001) {
        bestHeight = height;
        best = j;
      }
    }
    // Off the line by less than this, the second direction would be lost in the tolerance.
    return bestHeight > Math.max(20 * tolerance, 1e-3 * radii[first]) ? best : -1;
  }

  /** A linear cluster lies along its axis or reversed; each way counts for a mirror as well. */
  private int collinearMatches(
      double[] p, double[] q, double[] radiiQ, int first, double radius, double tolerance) {
    int found = 0;
    for (int i = 0; i < atoms; i++) {
      if (Math.abs(radiiQ[i] - radius) > tolerance) {
        continue;
      }
      double[] along = new double[atoms];
      double[] alongQ = new double[atoms];
      for (int k = 0; k < atoms; k++) {
        for (int d = 0; d < dimension; d++) {
          along[k] += p[k * dimension + d] * p[first * dimension + d] / radius;
          alongQ[k] += q[k * dimension + d] * q[i * dimension + d] / radiiQ[i];
        }
      }
      Arrays.sort(along);
      Arrays.sort(alongQ);
      boolean equal = true;
      for (int k = 0; k < atoms; k++) {
        double off = Math.sqrt(Math.max(0, radiiQ[k] * radiiQ[k] - square(q, k, i, radiiQ[i])));
        equal &= Math.abs(along[k] - alongQ[k]) <= 4 * tolerance && off <= 40 * tolerance;
      }
      if (equal) {
        found += 2;
      }
    }
    return found;
  }

  private double square(double[] q, int k, int i, double radius) {
    double dot = 0;
    for (int d = 0; d < dimension; d++) {
      dot += q[k * dimension + d] * q[i * dimension + d] / radius;
    }
    return dot * dot;
  }

  /** Right-handed orthonormal axes from two atoms, rows of {@code axes}; false if in line. */
  private boolean frame(double[] p, int first, int second, double[] axes) {
    double norm = 0;
    for (int d = 0; d < dimension; d++) {
      axes[d] = p[first * dimension + d];
      norm += axes[d] * axes[d];
    }
    norm = Math.sqrt(norm);
    double dot = 0;
    for (int d = 0; d < dimension; d++) {
      axes[d] /= norm;
      dot += axes[d] * p[second * dimension + d];
    }
    double height = 0;
    for (int d = 0; d < dimension; d++) {
      axes[dimension + d] = p[second * dimension + d] - dot * axes[d];
      height += axes[dimension + d] * axes[dimension + d];
    }
    height = Math.sqrt(height);
    if (height < 1e-9 * norm) {
      return false;
    }
    for (int d = 0; d < dimension; d++) {
      axes[dimension + d] /= height;
    }
    if (dimension == 3) {
      axes[6] = axes[1] * axes[5] - axes[2] * axes[4];
      axes[7] = axes[2] * axes[3] - axes[0] * axes[5];
      axes[8] = axes[0] * axes[4] - axes[1] * axes[3];
    }
    return true;
  }

  private boolean covers(
      double[] p, double[] q, double[] radiiP, double[] radiiQ, double[] map, double tolerance) {
    // The fitted map inherits the error of two atoms; leave room for its amplification.
    double limit = 10 * tolerance;
    boolean[] taken = new boolean[atoms];
    double[] moved = new double[dimension];
    for (int i = 0; i < atoms; i++) {
      for (int r = 0; r < dimension; r++) {
        double sum = 0;
        for (int c = 0; c < dimension; c++) {
          sum += map[r * dimension + c] * p[i * dimension + c];
        }
        moved[r] = sum;
      }
      boolean placed = false;
      for (int j = 0; j < atoms && !placed; j++) {
        if (taken[j] || Math.abs(radiiP[i] - radiiQ[j]) > limit) {
          continue;
        }
        double sum = 0;
        for (int d = 0; d < dimension; d++) {
          double t = moved[d] - q[j * dimension + d];
          sum += t * t;
        }
        if (sum <= limit * limit) {
          taken[j] = true;
          placed = true;
        }
      }
      if (!placed) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Alternates between the best permutation (assignment problem) and the best rotation (Kabsch,
   * Acta Cryst. A32, 922, 1976), from the {@value #ORIENTATIONS} best of 24 starting orientations,
   * mirrored or not; O(N^3) each. Good are those in which the distances from each atom to the
   * nearest one of the other cluster are small, which costs O(N^2).
   */
  @Override
  public double[] align(double[] reference, double[] x) {
    double[] target = centred(reference);
    double[] p = centred(x);
    double[] best = p;
    double bestSum = Double.POSITIVE_INFINITY;
    for (double[] start : promisingOrientations(target, p)) {
      double[] moved = new double[p.length];
      apply(start, p, moved);
      double last = Double.POSITIVE_INFINITY;
      for (int pass = 0; pass < 30; pass++) {
        moved = permuted(target, moved);
        rotateOnto(target, moved);
        double sum = 0;
        for (int i = 0; i < moved.length; i++) {
          double t = moved[i] - target[i];
          sum += t * t;
        }
        if (sum > last - 1e-9) {
          break;
        }
        last = sum;
      }
      if (last < bestSum - 1e-9) {
        bestSum = last;
        best = moved;
      }
    }
    double[] centre = centroid(reference);
    double[] result = best.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] += centre[i % dimension];
    }
    return result;
  }

  private List<double[]> promisingOrientations(double[] target, double[] p) {
    record Orientation(double[] map, double bound) {}
    double[] moved = new double[p.length];
    List<Orientation> orientations = new ArrayList<>();
    for (double[] map : startOrientations()) {
      apply(map, p, moved);
      orientations.add(new Orientation(map, sumOfNearest(target, moved)));
    }
    orientations.sort(Comparator.comparingDouble(Orientation::bound));
    return orientations.stream().limit(ORIENTATIONS).map(Orientation::map).toList();
  }

  /** Sum over atoms of the squared distance to the nearest atom of the other: a lower bound. */
  private double sumOfNearest(double[] target, double[] x) {
    double sum = 0;
    for (int i = 0; i < target.length; i += dimension) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < x.length; j += dimension) {
        double squared = 0;
        for (int d = 0; d < dimension; d++) {
          double t = target[i + d] - x[j + d];
          squared += t * t;
        }
        least = Math.min(least, squared);
      }
      sum += least;
    }
    return sum;
  }

  private double[][] startOrientations() {
    if (dimension == 2) {
      double[][] maps = new double[24][];
      for (int k = 0; k < 12; k++) {
        double c = Math.cos(Math.PI * k / 6);
        double s = Math.sin(Math.PI * k / 6);
        maps[2 * k] = new double[] {c, -s, s, c};
        maps[2 * k + 1] = new double[] {c, s, s, -c};
      }
      return maps;
    }
    // The 48 signed permutation matrices: the rotations of a cube, mirrored or not.
    int[][] axes = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
    double[][] maps = new double[48][];
    for (int k = 0; k < 48; k++) {
      double[] map = new double[9];
      for (int r = 0; r < 3; r++) {
        map[r * 3 + axes[k / 8][r]] = ((k >> r) & 1) == 0 ? 1 : -1;
      }
      maps[k] = map;
    }
    return maps;
  }

  private void apply(double[] map, double[] from, double[] to) {
    for (int i = 0; i < atoms; i++) {
      for (int r = 0; r < dimension; r++) {
        double sum = 0;
        for (int c = 0; c < dimension; c++) {
          sum += map[r * dimension + c] * from[i * dimension + c];
        }
        to[i * dimension + r] = sum;
      }
    }
  }

  private double[] permuted(double[] target, double[] x) {
    double[] cost = new double[atoms * atoms];
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        double t = distance(target, i, x, j);
        cost[i * atoms + j] = t * t;
      }
    }
    int[] column = Assignment.solve(cost, atoms);
    double[] result = new double[x.length];
    for (int i = 0; i < atoms; i++) {
      System.arraycopy(x, column[i] * dimension, result, i * dimension, dimension);
    }
    return result;
  }

  /** Rotates {@code x} in place, by a proper rotation, as near to {@code target} as it gets. */
  private void rotateOnto(double[] target, double[] x) {
    DMatrixRMaj covariance = new DMatrixRMaj(dimension, dimension);
    for (int i = 0; i < atoms; i++) {
      for (int r = 0; r < dimension; r++) {
        for (int c = 0; c < dimension; c++) {
          covariance.add(r, c, target[i * dimension + r] * x[i * dimension + c]);
        }
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(dimension, dimension, true, true, false);
    if (!svd.decompose(covariance)) {
      return;
    }
    DMatrixRMaj u = svd.getU(null, false);
    DMatrixRMaj vt = svd.getV(null, true);
    double[] singular = svd.getSingularValues();
    int least = 0;
    for (int k = 1; k < dimension; k++) {
      if (singular[k] < singular[least]) {
        least = k;
      }
    }
    double[] map = new double[dimension * dimension];
    double sign = determinant(u.data) * determinant(vt.data) < 0 ? -1 : 1;
    for (int r = 0; r < dimension; r++) {
      for (int c = 0; c < dimension; c++) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
          sum += (k == least ? sign : 1) * u.get(r, k) * vt.get(k, c);
        }
        map[r * dimension + c] = sum;
      }
    }
    apply(map, x.clone(), x);
  }

  private double determinant(double[] m) {
    if (dimension == 2) {
      return m[0] * m[3] - m[1] * m[2];
    }
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  /** The point about which operations turn. */
  double[] centroid(double[] x) {
    double[] centre = new double[dimension];
    for (int i = 0; i < x.length; i++) {
      centre[i % dimension] += x[i] / atoms;
    }
    return centre;
  }

  /** Coordinates relative to that point. */
  double[] centred(double[] x) {
    double[] centre = centroid(x);
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = x[i] - centre[i % dimension];
    }
    return result;
  }

  private double[] radii(double[] p) {
    double[] radii = new double[atoms];
    for (int i = 0; i < atoms; i++) {
      double sum = 0;
      for (int d = 0; d < dimension; d++) {
        double t = p[i * dimension + d];
        sum += t * t;
      }
      radii[i] = Math.sqrt(sum);
    }
    return radii;
  }

  private double distance(double[] p, int i, double[] q, int j) {
    double sum = 0;
    for (int d = 0; d < dimension; d++) {
      double t = p[i * dimension + d] - q[j * dimension + d];
      sum += t * t;
    }
    return Math.sqrt(sum);
  }

  @Override
  public String description() {
    return "permutations x translations x rotations x inversion";
  }
}
