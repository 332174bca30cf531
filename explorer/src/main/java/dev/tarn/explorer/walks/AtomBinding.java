package dev.tarn.explorer.walks;

/**
 * How strongly atoms and places in a cluster are bound, judged by a Lennard-Jones pair of unit
 * depth at the potential's length scale whatever the potential is. That ranks atoms well enough to
 * choose which ones to move and where to; the quench decides.
 */
final class AtomBinding {
  private final double scaleSquared;

  AtomBinding(double lengthScale) {
    scaleSquared = lengthScale * lengthScale;
  }

  /** Energy of a pair at that squared distance; -1 at the length scale. */
  double pair(double squared) {
    double ratio = scaleSquared / squared;
    double sixth = ratio * ratio * ratio;
    return sixth * (sixth - 2);
  }

  /** Energy of a place at the first {@code atoms} atoms of x, {@code except} one of them. */
  double at(double[] place, int offset, double[] x, int atoms, int except) {
    double energy = 0;
    for (int j = 0; j < atoms; j++) {
      if (j != except) {
        energy += pair(squaredDistance(place, offset, x, 3 * j));
      }
    }
    return energy;
  }

  static double squaredDistance(double[] a, int at, double[] b, int to) {
    double dx = a[at] - b[to];
    double dy = a[at + 1] - b[to + 1];
    double dz = a[at + 2] - b[to + 2];
    return dx * dx + dy * dy + dz * dz;
  }
}
