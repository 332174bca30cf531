package dev.tarn.potentials.arithmetic;

/**
 * Scratch space for the pairs of N atoms in three dimensions; for one thread.
 *
 * <p>Coordinates stand in arrays of their own, padded to whole vectors with atoms so far away that
 * nothing comes of them.
 */
public final class PairSpace {
  /** Elements of a vector. */
  static final int LANES = 4;

  final int atoms;

  /** Number of atoms, padded. */
  final int padded;

  final double[] x;
  final double[] y;
  final double[] z;
  final double[] energy;
  final double[] gradientX;
  final double[] gradientY;
  final double[] gradientZ;

  /** Diagonal of a matrix, infinite, else 0: takes an atom's distance to itself out. */
  final double[] apart;

  /** Space for that number of atoms. */
  public PairSpace(int atoms) {
    this.atoms = atoms;
    padded = (atoms + LANES - 1) / LANES * LANES;
    x = new double[padded];
    y = new double[padded];
    z = new double[padded];
    energy = new double[padded];
    gradientX = new double[padded];
    gradientY = new double[padded];
    gradientZ = new double[padded];
    apart = new double[LANES * LANES + LANES];
    for (int k = 0; k < LANES; k++) {
      apart[k * LANES + k] = Double.POSITIVE_INFINITY;
    }
    for (int k = atoms; k < padded; k++) {
      x[k] = 1e10 * (1 + k - atoms);
    }
  }

  void load(double[] coordinates) {
    for (int i = 0, k = 0; i < atoms; i++, k += 3) {
      x[i] = coordinates[k];
      y[i] = coordinates[k + 1];
      z[i] = coordinates[k + 2];
    }
  }

  /** Fills the gradient; returns the sum of the atoms' energies. */
  double unload(double[] gradient) {
    double sum = 0;
    for (int i = 0, k = 0; i < atoms; i++, k += 3) {
      gradient[k] = gradientX[i];
      gradient[k + 1] = gradientY[i];
      gradient[k + 2] = gradientZ[i];
      sum += energy[i];
    }
    return sum;
  }
}
