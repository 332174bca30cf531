package dev.tarn.potentials.symmetry;

import java.util.Arrays;
import java.util.List;

/**
 * Angles of planar spins modulo 2 pi, the first spin held at zero, under a finite group of
 * operations of the lattice.
 *
 * <p>Coordinates are the angles of spins 1, 2, …; an operation that turns spin 0 is followed by the
 * rotation that turns it back. The fingerprint is the sorted list of the cosines of the angles
 * between given pairs of spins, or cosine and sine of every angle where the group is trivial.
 */
public final class PlanarSpinSymmetry extends LatticeSymmetry {
  private static final long serialVersionUID = 1L;

  private static final double PERIOD = 2 * Math.PI;

  private final int[] from;
  private final int[] to;
  private final double[] twist;

  /**
   * A group.
   *
   * @param operations all operations on all spins, the identity first
   * @param from first spin of each pair of the fingerprint; the group permutes the pairs
   * @param to second spin of each pair
   * @param twist angle added to that of the second spin
   * @param description one line
   */
  public PlanarSpinSymmetry(
      List<LatticeOperation> operations, int[] from, int[] to, double[] twist, String description) {
    super(operations, description);
    this.from = from.clone();
    this.to = to.clone();
    this.twist = twist.clone();
  }

  @Override
  public double[] fingerprint(double[] x) {
    if (operations.size() == 1) {
      double[] print = new double[2 * x.length];
      for (int i = 0; i < x.length; i++) {
        print[2 * i] = Math.cos(x[i]);
        print[2 * i + 1] = Math.sin(x[i]);
      }
      return print;
    }
    double[] spins = sites(x);
    double[] print = new double[from.length];
    for (int b = 0; b < from.length; b++) {
      print[b] = Math.cos(spins[to[b]] + twist[b] - spins[from[b]]);
    }
    Arrays.sort(print);
    return print;
  }

  /** All spins, the first one included. */
  @Override
  double[] sites(double[] x) {
    double[] spins = new double[x.length + 1];
    System.arraycopy(x, 0, spins, 1, x.length);
    return spins;
  }

  @Override
  boolean matches(LatticeOperation operation, double[] a, double[] spins, double tolerance) {
    double turned = operation.image(spins, 0);
    for (int i = 0; i < a.length; i++) {
      double difference = operation.image(spins, i + 1) - turned - a[i];
      if (!(Math.abs(Math.IEEEremainder(difference, PERIOD)) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  /** {@inheritDoc} Every operation is tried, and every angle taken in the nearest period. */
  @Override
  public double[] align(double[] reference, double[] x) {
    double[] spins = sites(x);
    double[] best = x.clone();
    double least = Double.POSITIVE_INFINITY;
    for (LatticeOperation operation : operations) {
      double turned = operation.image(spins, 0);
      double[] image = new double[x.length];
      double sum = 0;
      for (int i = 0; i < x.length; i++) {
        double difference =
            Math.IEEEremainder(operation.image(spins, i + 1) - turned - reference[i], PERIOD);
        image[i] = reference[i] + difference;
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        best = image;
      }
    }
    return best;
  }
}
