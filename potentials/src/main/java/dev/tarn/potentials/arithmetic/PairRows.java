package dev.tarn.potentials.arithmetic;

import java.util.Arrays;

/**
 * Scratch space for the pairs of N atoms in two or three dimensions, each pair once, by rows: row i
 * holds atom i with the atoms after it. For one thread.
 *
 * <p>A row is padded to whole vectors with atoms so far away that nothing comes of them. As many
 * rows as fit into the fastest memory are worked on at a time, so the space grows as N.
 */
public final class PairRows {
  /** Elements of a vector. */
  static final int LANES = 4;

  /** Pairs at a time: three numbers each are three quarters of the usual 32 kB. */
  private static final int MOST_PAIRS = 1024;

  /** Its square is a number, and exp(-rho times it) is 0 for every rho that anyone has used. */
  private static final double FAR = 1e150;

  final int atoms;
  private final int dimension;

  final double[] x;
  final double[] y;
  final double[] z;

  /** What each atom gets from the atoms before it. */
  final double[] gradientX;

  final double[] gradientY;
  final double[] gradientZ;

  /** What each atom gets from the atoms after it: one sum for each element of a vector. */
  final double[] rowX;

  final double[] rowY;
  final double[] rowZ;

  /** Of the pairs at hand, one row after the other. */
  final double[] distance;

  /** Exponents, then exponentials, then slopes of the pairs at hand. */
  final double[] value;

  final double[] power;

  /**
   * Space for that number of atoms.
   *
   * @param dimension 2 or 3
   */
  public PairRows(int atoms, int dimension) {
    this.atoms = atoms;
    this.dimension = dimension;
    int length = atoms + LANES - 1;
    x = new double[length];
    y = new double[length];
    z = new double[length];
    gradientX = new double[length];
    gradientY = new double[length];
    gradientZ = new double[length];
    rowX = new double[LANES * atoms];
    rowY = new double[LANES * atoms];
    rowZ = new double[LANES * atoms];
    int pairs = 0;
    for (int i = 0; i < atoms && pairs < MOST_PAIRS; i++) {
      pairs += width(i);
    }
    int capacity = Math.max(Math.min(pairs, MOST_PAIRS), width(0));
    distance = new double[capacity];
    value = new double[capacity];
    power = new double[capacity];
    for (int k = atoms; k < length; k++) {
      x[k] = FAR * (1 + k - atoms);
      y[k] = -Math.E * FAR;
      z[k] = Math.PI * FAR;
    }
  }

  /** Length of row i, padded. */
  int width(int i) {
    return (atoms - 1 - i + LANES - 1) / LANES * LANES;
  }

  /** The row after the last that still fits when the given one comes first. */
  int end(int first) {
    int end = first;
    for (int left = value.length; end < atoms && left >= width(end); end++) {
      left -= width(end);
    }
    return end;
  }

  void load(double[] coordinates) {
    Arrays.fill(gradientX, 0);
    Arrays.fill(gradientY, 0);
    Arrays.fill(gradientZ, 0);
    if (dimension == 2) {
      for (int i = 0, k = 0; i < atoms; i++, k += 2) {
        x[i] = coordinates[k];
        y[i] = coordinates[k + 1];
      }
      return;
    }
    for (int i = 0, k = 0; i < atoms; i++, k += 3) {
      x[i] = coordinates[k];
      y[i] = coordinates[k + 1];
      z[i] = coordinates[k + 2];
    }
  }

  void unload(double[] gradient) {
    for (int i = 0, k = 0; i < atoms; i++, k += dimension) {
      gradient[k] = gradientX[i] + sumOfFour(rowX, LANES * i);
      gradient[k + 1] = gradientY[i] + sumOfFour(rowY, LANES * i);
      if (dimension == 3) {
        gradient[k + 2] = gradientZ[i] + sumOfFour(rowZ, LANES * i);
      }
    }
  }

  private static double sumOfFour(double[] of, int at) {
    return (of[at] + of[at + 1]) + (of[at + 2] + of[at + 3]);
  }
}
