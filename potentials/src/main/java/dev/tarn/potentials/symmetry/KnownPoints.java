package dev.tarn.potentials.symmetry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Points of one kind, found again by identity: first by energy in a hashed grid, then by
 * fingerprint, last by full comparison. Never a scan over all points.
 *
 * <p>The cells of the hash are narrow in two directions, energy and a fixed projection of the
 * fingerprint: a census meets many points of one energy, copies of each other that all count. Where
 * no known point has nearly that energy, not even the fingerprint is computed.
 *
 * <p>May be read by many threads while nobody adds.
 */
public final class KnownPoints implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Symmetry symmetry;
  private final double energyTolerance;
  private final double distance;
  private final Set<Long> energyCells = new HashSet<>();
  private final Map<Long, int[]> cells = new HashMap<>();
  private final List<double[]> coordinates = new ArrayList<>();
  private final List<double[]> fingerprints = new ArrayList<>();
  private double[] energies = new double[64];
  private double[] weights = new double[0];
  private double width;

  /**
   * No points yet.
   *
   * @param energyTolerance energies farther apart belong to different points
   * @param distance coordinates farther apart belong to different points
   */
  public KnownPoints(Symmetry symmetry, double energyTolerance, double distance) {
    this.symmetry = symmetry;
    this.energyTolerance = energyTolerance;
    this.distance = distance;
  }

  /** Number of points. */
  public int size() {
    return coordinates.size();
  }

  /** Energy of the point at a position, from 0. */
  public double energy(int at) {
    return energies[at];
  }

  /** Coordinates of the point at a position; not to be modified. */
  public double[] coordinates(int at) {
    return coordinates.get(at);
  }

  /** Fingerprint of the point at a position; not to be modified. */
  public double[] fingerprint(int at) {
    return fingerprints.get(at);
  }

  private long energyCell(double energy) {
    return (long) Math.floor(energy / energyTolerance);
  }

  /** A sum of the fingerprint with weights from an irrational rotation, of both signs. */
  private long printCell(double[] print) {
    double sum = 0;
    for (int i = 0; i < print.length; i++) {
      sum += weights[i] * print[i];
    }
    return (long) Math.floor(sum / width);
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
  public int find(double energy, double[] x) {
    long centre = energyCell(energy);
    if (!energyCells.contains(centre)
        && !energyCells.contains(centre - 1)
        && !energyCells.contains(centre + 1)) {
      return -1;
    }
    double[] print = symmetry.fingerprint(x);
    long printCell = printCell(print);
    int best = -1;
    for (long e = centre - 1; e <= centre + 1; e++) {
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

  /** Adds a point, which must not be there; returns its position. */
  public int add(double energy, double[] x) {
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
    energyCells.add(energyCell(energy));
    long key = key(energyCell(energy), printCell(print));
    int[] there = cells.get(key);
    int[] both = there == null ? new int[1] : Arrays.copyOf(there, there.length + 1);
    both[both.length - 1] = at;
    cells.put(key, both);
    return at;
  }
}
