package dev.tarn.potentials.symmetry;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Finds the rotations and reflections that take one cluster of like atoms to another, or to itself.
 *
 * <p>This is a decision, not an optimisation: a map that takes one cluster to the other must take
 * two chosen atoms, not in line with the centre, to two atoms at equal distances from it, and these
 * fix it. The first is one of the smallest class of atoms with equal distances from the centre.
 * Cost: O(N^2) for each of the few candidate pairs.
 */
final class ClusterMatching implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int atoms;
  private final int dimension;

  ClusterMatching(int atoms, int dimension) {
    this.atoms = atoms;
    this.dimension = dimension;
  }

  /**
   * Number of orthogonal maps that take p to a permutation of q.
   *
   * @param p coordinates relative to the point about which the maps turn
   * @param q the same of the other cluster
   * @param tolerance difference of a coordinate that does not matter
   * @param enough number at which to stop counting
   */
  int count(double[] p, double[] q, double tolerance, int enough) {
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
    double apart = distance(dimension, p, first, p, second);
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
            || Math.abs(distance(dimension, q, i, q, j) - apart) > 2 * tolerance
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
            if (found >= enough) {
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

  /** Distance of atom i of the one cluster from atom j of the other. */
  static double distance(int dimension, double[] p, int i, double[] q, int j) {
    double sum = 0;
    for (int d = 0; d < dimension; d++) {
      double t = p[i * dimension + d] - q[j * dimension + d];
      sum += t * t;
    }
    return Math.sqrt(sum);
  }
}
