package dev.tarn.explorer.line;

import dev.tarn.potentials.Potential;

/**
 * Energy and slope at evenly spaced points of a straight line.
 *
 * @param energies at the fractions 0, 1/(m-1), …, 1 of the line; not to be modified
 * @param slopes derivative with respect to the fraction, at the same points; not to be modified
 * @param length Euclidean distance between the ends, in units of length
 */
public record StraightLine(double[] energies, double[] slopes, double length) {
  /** What counts as a rise, as a part of the range of energies: far above rounding. */
  private static final double RISE = 1e-9;

  /**
   * The line between two points.
   *
   * @param from at fraction 0; length n
   * @param to at fraction 1; align it beforehand where the symmetry is to be taken out
   * @param points m, at least 2; one gradient each
   */
  public static StraightLine between(Potential shared, double[] from, double[] to, int points) {
    if (points < 2) {
      throw new IllegalArgumentException("expected at least 2 points of a line, found " + points);
    }
    Potential potential = shared.forOneThread();
    int n = from.length;
    double[] x = new double[n];
    double[] gradient = new double[n];
    double[] energies = new double[points];
    double[] slopes = new double[points];
    double squared = 0;
    for (int i = 0; i < n; i++) {
      squared += (to[i] - from[i]) * (to[i] - from[i]);
    }
    for (int k = 0; k < points; k++) {
      double fraction = (double) k / (points - 1);
      for (int i = 0; i < n; i++) {
        // Exactly the ends at the ends.
        x[i] = (1 - fraction) * from[i] + fraction * to[i];
      }
      energies[k] = potential.energyAndGradient(x, gradient);
      for (int i = 0; i < n; i++) {
        slopes[k] += gradient[i] * (to[i] - from[i]);
      }
    }
    return new StraightLine(energies, slopes, Math.sqrt(squared));
  }

  /** Fraction of the line at which a point lies. */
  public double fraction(int point) {
    return (double) point / (energies.length - 1);
  }

  /** Highest of the energies at the points; NaN if one is. */
  public double highest() {
    double highest = Double.NEGATIVE_INFINITY;
    for (double energy : energies) {
      highest = Math.max(highest, energy);
    }
    return highest;
  }

  /** The highest energy above that of the higher end; 0 for a monotonic line. */
  public double barrier() {
    return highest() - Math.max(energies[0], energies[energies.length - 1]);
  }

  /**
   * Whether the energy never rises from the higher end to the lower one, as far as the points tell:
   * by the energies, and by the slopes, which see a rise that begins between two points.
   */
  public boolean isMonotonic() {
    int last = energies.length - 1;
    double sign = energies[0] >= energies[last] ? 1 : -1;
    double lowest = highest();
    for (double energy : energies) {
      lowest = Math.min(lowest, energy);
    }
    double rise = RISE * (highest() - lowest);
    for (int k = 0; k < last; k++) {
      double here = sign * slopes[k];
      double there = sign * slopes[k + 1];
      double most =
          Math.max(
              sign * (energies[k + 1] - energies[k]),
              Math.max(rise(here, there), rise(there, here)) / last);
      if (!(most <= rise)) {
        return false;
      }
    }
    return true;
  }

  /** How much a parabola rises, from an end where it goes up to its top, over a unit length. */
  private static double rise(double slope, double otherSlope) {
    return slope <= 0 ? 0 : slope * slope / (2 * Math.max(slope - otherSlope, slope));
  }
}
