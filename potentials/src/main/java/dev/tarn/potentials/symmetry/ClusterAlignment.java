package dev.tarn.potentials.symmetry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Brings a cluster of like atoms as near to another one as could be found.
 *
 * <p>Alternates between the best permutation (assignment problem) and the best rotation (Kabsch,
 * Acta Cryst. A32, 922, 1976), from the {@value #ORIENTATIONS} best of 24 starting orientations,
 * mirrored or not; O(N^3) each. Good are those in which the distances from each atom to the nearest
 * one of the other cluster are small, which costs O(N^2).
 */
final class ClusterAlignment implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Orientations from which an alignment is tried. */
  private static final int ORIENTATIONS = 10;

  private final int atoms;
  private final int dimension;

  ClusterAlignment(int atoms, int dimension) {
    this.atoms = atoms;
    this.dimension = dimension;
  }

  /**
   * Aligns.
   *
   * @param target coordinates of the reference relative to its centre
   * @param p coordinates to align, relative to their centre
   * @param centre of the reference
   * @return the copy of p nearest to the target that was found, about that centre
   */
  double[] align(double[] target, double[] p, double[] centre) {
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
        double t = ClusterMatching.distance(dimension, target, i, x, j);
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
}
