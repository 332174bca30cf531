package dev.tarn.potentials.symmetry;

import java.io.Serializable;
import java.util.OptionalLong;

/**
 * The group of coordinate maps under which a potential does not change.
 *
 * <p>Implementations are immutable and safe to use from several threads.
 */
public interface Symmetry extends Serializable {

  /** A potential without any symmetry. */
  static Symmetry none() {
    return NoSymmetry.INSTANCE;
  }

  /**
   * Number of zero Hessian eigenvalues that the symmetry predicts at a generic stationary point: 0,
   * unless the group has a continuous part.
   */
  default int zeroModes() {
    return 0;
  }

  /**
   * Orthonormal directions in which the potential is constant at {@code x}. There are fewer than
   * {@link #zeroModes()} where the point is special, such as a linear molecule.
   *
   * @param x length n
   * @param basis room for {@code zeroModes()} rows of length n; filled row after row
   * @return number of rows filled
   */
  default int zeroModeBasis(double[] x, double[] basis) {
    return 0;
  }

  /**
   * Continuous invariants: two copies of a point have equal fingerprints up to rounding. Points
   * with equal fingerprints need not be copies; {@link #same} decides.
   */
  double[] fingerprint(double[] x);

  /**
   * Whether some operation of the group takes {@code a} to {@code b}, to within {@code tolerance}
   * in every coordinate (an estimate: the operation is fitted to a part of the coordinates first).
   */
  boolean same(double[] a, double[] b, double tolerance);

  /**
   * How many operations of the discrete group, taken modulo the continuous one, map {@code x} onto
   * itself; at least 1. For atoms this is the order of the point group.
   */
  int order(double[] x, double tolerance);

  /**
   * Number of operations of the discrete group, taken modulo the continuous one, where it is small
   * enough to be of use: a point has that many copies divided by its {@link #order}, itself
   * included. Empty for clusters, whose like atoms have N! permutations.
   */
  default OptionalLong groupOrder() {
    return OptionalLong.empty();
  }

  /**
   * The copy of {@code x} that lies as near to {@code reference} as could be found; {@code x}
   * itself is left alone. Not necessarily the nearest one.
   */
  double[] align(double[] reference, double[] x);

  /** One line that names the group, such as "permutation x rotation x translation x inversion". */
  String description();
}
