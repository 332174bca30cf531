package dev.tarn.explorer.census;

import dev.tarn.explorer.symmetry.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Points found again by identity. Censuses meet many points of equal energy, copies of each other
 * that all count, so the cells of the hash are narrow in two directions: energy, and a fixed random
 * projection of the fingerprint. Fingerprint and symmetry decide.
 *
 * <p>May be read by many threads while nobody adds.
 */
final class PointIndex {
  private final Symmetry symmetry;
  private final double energyTolerance;
  private final double distance;
  private final Map<Long, int[]> cells = new HashMap<>();
  private final List<double[]> coordinates = new ArrayList<>();
  private final List<double[]> fingerprints = new ArrayList<>();
  private double[] energies = new double[64];
  private double[] weights = new double[0];
  private double width;

  PointIndex(Symmetry symmetry, double energyTolerance, double distance) {
    this.symmetry = symmetry;
    this.energyTolerance = energyTolerance;
    this.distance = distance;
  }

  int size() {
    return coordinates.size();
  }

  double energy(int at) {
    return energies[at];
  }

  double[] coordinates(int at) {
    return coordinates.get(at);
  }

  /** A sum of the fingerprint with weights from an irrational rotation, of both signs. */
  private double projection(double[] print) {
    double sum = 0;
    for (int i = 0; i < print.length; i++) {
      sum += weights[i] * print[i];
    }
    return sum;
  }

  private static double[] weights(int length) {
    double[] weights = new double[length];
    for (int i = 0; i < length; i++) {
      double turn = (i + 1) * 0.6180339887498949;
      weights[i] = 2 * (turn - Math.floor(turn)) - 1;
    }
    return weights;
  }

  private static long key(long energyCell, long printCell) {
    return energyCell * 0x9E3779B97F4A7C15L + printCell;
  }

  /** Position of the same point, the first one if several match, or -1. */
  int find(double energy, double[] x) {
    if (size() == 0) {
      return -1;
    }
    double[] print = symmetry.fingerprint(x);
    long energyCell = (long) Math.floor(energy / energyTolerance);
    long printCell = (long) Math.floor(projection(print) / width);
    int best = -1;
    for (long e = energyCell - 1; e <= energyCell + 1; e++) {
      for (long p = printCell - 1; p <= printCell + 1; p++) {
        int[] members = cells.get(key(e, p));
        if (members == null) {
          continue;
        }
        for (int at : members) {
          if (Math.abs(energies[at] - energy) <= energyTolerance
              && (best < 0 || at < best)
              && near(print, fingerprints.get(at))
              && symmetry.same(coordinates.get(at), x, distance)) {
            best = at;
          }
        }
      }
    }
    return best;
  }

  private boolean near(double[] print, double[] other) {
    for (int i = 0; i < print.length; i++) {
      // A pair distance changes by up to twice as much as a coordinate.
      if (Math.abs(print[i] - other[i]) > 4 * distance) {
        return false;
      }
    }
    return true;
  }

  /** Adds a point; returns its position. */
  int add(double energy, double[] x) {
    double[] print = symmetry.fingerprint(x);
    if (size() == 0) {
      weights = weights(print.length);
      width = 4 * distance * Math.max(1e-300, Arrays.stream(weights).map(Math::abs).sum());
    }
    int at = size();
    if (at == energies.length) {
      energies = Arrays.copyOf(energies, 2 * at);
    }
    energies[at] = energy;
    coordinates.add(x);
    fingerprints.add(print);
    long key =
        key(
            (long) Math.floor(energy / energyTolerance),
            (long) Math.floor(projection(print) / width));
    int[] there = cells.get(key);
    int[] both = there == null ? new int[1] : Arrays.copyOf(there, there.length + 1);
    both[both.length - 1] = at;
    cells.put(key, both);
    return at;
  }
}
