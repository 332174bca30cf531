package dev.tarn.potentials.symmetry;

import java.util.Arrays;
import java.util.List;

/**
 * A real field on a lattice: a finite group of operations that permute the sites and change signs.
 *
 * <p>The fingerprint is the sorted list of magnitudes, or the field itself where the group is
 * trivial.
 */
public final class FieldSymmetry extends LatticeSymmetry {
  private static final long serialVersionUID = 1L;

  /**
   * A group.
   *
   * @param operations all operations, the identity first; those that act alike may be repeated if
   *     all are repeated equally often
   * @param description one line
   */
  public FieldSymmetry(List<LatticeOperation> operations, String description) {
    super(operations, description);
  }

  @Override
  public double[] fingerprint(double[] x) {
    double[] print = x.clone();
    if (operations.size() > 1) {
      for (int i = 0; i < print.length; i++) {
        print[i] = Math.abs(print[i]);
      }
      Arrays.sort(print);
    }
    return print;
  }

  @Override
  double[] sites(double[] x) {
    return x;
  }

  @Override
  boolean matches(LatticeOperation operation, double[] a, double[] sites, double tolerance) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(operation.image(sites, i) - a[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public double[] align(double[] reference, double[] x) {
    double[] best = x.clone();
    double least = Double.POSITIVE_INFINITY;
    for (LatticeOperation operation : operations) {
      double[] image = operation.apply(x);
      double sum = 0;
      for (int i = 0; i < image.length; i++) {
        sum += (image[i] - reference[i]) * (image[i] - reference[i]);
      }
      if (sum < least) {
        least = sum;
        best = image;
      }
    }
    return best;
  }
}
