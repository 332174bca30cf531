package dev.tarn.explorer;

import dev.tarn.explorer.symmetry.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Points of one kind, found again by identity: first by energy in a hashed grid, then by
 * fingerprint, last by full comparison. Never a scan over all points.
 *
 * <p>May be read by many threads while nobody adds.
 */
final class KnownPoints {
  private final Symmetry symmetry;
  private final double energyTolerance;
  private final double distance;
  private final Map<Long, int[]> cells = new HashMap<>();
  private final List<double[]> coordinates = new ArrayList<>();
  private final List<double[]> fingerprints = new ArrayList<>();
  private double[] energies = new double[64];

  /**
   * No points yet.
   *
   * @param energyTolerance energies farther apart belong to different points
   * @param distance coordinates farther apart belong to different points
   */
  KnownPoints(Symmetry symmetry, double energyTolerance, double distance) {
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

  double[] fingerprint(int at) {
    return fingerprints.get(at);
  }

  private long cell(double energy) {
    return (long) Math.floor(energy / energyTolerance);
  }

  /** Position of the same point, the first one if several match, or -1. */
  int find(double energy, double[] x) {
    long centre = cell(energy);
    double[] print = null;
    int best = -1;
    for (long cell = centre - 1; cell <= centre + 1; cell++) {
      int[] members = cells.get(cell);
      if (members == null) {
        continue;
      }
      for (int at : members) {
        if (Math.abs(energies[at] - energy) > energyTolerance || (best >= 0 && at > best)) {
          continue;
        }
        if (print == null) {
          print = symmetry.fingerprint(x);
        }
        if (near(print, fingerprints.get(at)) && symmetry.same(coordinates.get(at), x, distance)) {
          best = at;
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
  int add(double energy, double[] x) {
    int at = size();
    if (at == energies.length) {
      energies = Arrays.copyOf(energies, 2 * at);
    }
    energies[at] = energy;
    coordinates.add(x);
    fingerprints.add(symmetry.fingerprint(x));
    cells.merge(
        cell(energy),
        new int[] {at},
        (there, added) -> {
          int[] both = Arrays.copyOf(there, there.length + 1);
          both[there.length] = at;
          return both;
        });
    return at;
  }
}
