package dev.tarn.potentials.symmetry;

import java.util.List;
import java.util.OptionalLong;

/**
 * A finite group of operations on the sites of a lattice. Every one is tried: O(group) comparisons
 * that end at the first site that differs.
 */
abstract sealed class LatticeSymmetry implements Symmetry
    permits FieldSymmetry, PlanarSpinSymmetry {
  private static final long serialVersionUID = 1L;

  final List<LatticeOperation> operations;
  private final String description;

  LatticeSymmetry(List<LatticeOperation> operations, String description) {
    if (operations.isEmpty()) {
      throw new IllegalArgumentException("expected at least the identity, found no operation");
    }
    this.operations = List.copyOf(operations);
    this.description = description;
  }

  /** What the operations act on: the values on all sites. */
  abstract double[] sites(double[] x);

  /** Whether the operation takes the sites to the point a. */
  abstract boolean matches(
      LatticeOperation operation, double[] a, double[] sites, double tolerance);

  @Override
  public final boolean same(double[] a, double[] b, double tolerance) {
    double[] sites = sites(b);
    for (LatticeOperation operation : operations) {
      if (matches(operation, a, sites, tolerance)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public final int order(double[] x, double tolerance) {
    double[] sites = sites(x);
    int order = 0;
    for (LatticeOperation operation : operations) {
      if (matches(operation, x, sites, tolerance)) {
        order++;
      }
    }
    return Math.max(1, order);
  }

  @Override
  public final OptionalLong groupOrder() {
    return OptionalLong.of(operations.size());
  }

  @Override
  public final String description() {
    return description;
  }
}
