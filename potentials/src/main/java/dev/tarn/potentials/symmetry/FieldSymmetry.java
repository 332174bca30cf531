package dev.tarn.potentials.symmetry;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * A real field on a lattice: a finite group of operations that permute the sites and change signs.
 *
 * <p>The fingerprint is the sorted list of magnitudes, or the field itself where the group is
 * trivial. {@link #same} tries every operation: O(group) comparisons that end at the first site
 * that differs.
 */
public final class FieldSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  private final List<LatticeOperation> operations;
  private final String description;

  /**
   * A group.
   *
   * @param operations all operations, the identity first; those that act alike may be repeated if
   *     all are repeated equally often
   * @param description one line
   */
  public FieldSymmetry(List<LatticeOperation> operations, String description) {
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("expected at least the identity, found no operation");
    }
    this.operations = List.copyOf(operations);
    this.description = description;
  }

  @Override
  public int zeroModes() {
    return 0;
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    return 0;
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
  public boolean same(double[] a, double[] b, double tolerance) {
    for (LatticeOperation operation : operations) {
      if (matches(operation, a, b, tolerance)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int order(double[] x, double tolerance) {
    int order = 0;
    for (LatticeOperation operation : operations) {
      if (matches(operation, x, x, tolerance)) {
        order++;
      }
    }
    return Math.max(1, order);
  }

  private static boolean matches(
      LatticeOperation operation, double[] a, double[] b, double tolerance) {
    for (int i = 0; i < a.length; i++) {
      if (!(Math.abs(operation.image(b, i) - a[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public OptionalLong groupOrder() {
    return OptionalLong.of(operations.size());
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

  @Override
  public String description() {
    return description;
  }
}
