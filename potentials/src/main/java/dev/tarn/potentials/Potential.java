package dev.tarn.potentials;

import dev.tarn.landscape.Observables;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A twice differentiable function of n real variables.
 *
 * <p>To explore a function of your own, implement the three methods without a default in a class
 * with a public constructor that takes no arguments (or a {@code Map<String, Object>} of
 * parameters) and name it in the run file: {@code potential: {class: my.Potential}}. Everything
 * else improves speed or meaning. All methods must be safe to call from several threads unless
 * {@link #forOneThread} returns a separate object.
 */
public interface Potential {

  /** Number of variables n, at least 1. */
  int dimension();

  /**
   * Energy at {@code x}, and its gradient.
   *
   * @param x length n; not to be modified
   * @param gradient length n; overwritten with the derivatives dV/dx_i
   * @return V(x); NaN or infinite where the function is not defined, which ends the search there
   *     (an exception ends the whole exploration)
   */
  double energyAndGradient(double[] x, double[] gradient);

  /** Fills {@code x}, of length n, with a random point from which a minimisation may start. */
  void randomStart(RandomGenerator random, double[] x);

  /** Energy alone. */
  default double energy(double[] x) {
    return energyAndGradient(x, new double[dimension()]);
  }

  /**
   * Second derivatives.
   *
   * <p>By default from central differences of the gradient with a step h of 1e-4 of {@link
   * #lengthScale} and one Richardson extrapolation: 4 n gradients, error O(h^4).
   *
   * @param x length n
   * @param hessian length n * n, row-major; overwritten, symmetric
   */
  default void hessian(double[] x, double[] hessian) {
    CentralDifferences.hessian(this, x, hessian);
  }

  /**
   * The Hessian at {@code x} as a map of vectors, without its being formed.
   *
   * <p>By default from central differences of the gradient along the vector: two gradients a
   * product, relative error about 1e-10. A potential that computes its products itself keeps what
   * all of them at one point share.
   *
   * @param x length n; not to be modified while the product is in use
   * @return valid until the next call of this method, and for the same thread
   */
  default HessianProduct hessianAt(double[] x) {
    return CentralDifferences.hessianAt(this, x);
  }

  /**
   * Quantities worth keeping with a stationary point besides its energy, such as the accuracy of a
   * model on test data: always the same names in the same order.
   */
  default Observables observables(double[] x) {
    return Observables.NONE;
  }

  /**
   * About how many multiplications and additions one evaluation of the gradient takes, where that
   * is more than the dimension suggests: searches that take long are dealt out in smaller rounds.
   * An estimate of cost only; what a potential <em>is</em> says {@link #capability}.
   */
  default double operations() {
    return 0;
  }

  /** The group of maps that leaves the energy unchanged. */
  default Symmetry symmetry() {
    return Symmetry.none();
  }

  /**
   * Why a point lies outside the region that is meant, in a few words; empty if it does not.
   * Searches that end there are recorded as failures.
   */
  default Optional<String> objection(double[] x) {
    return Optional.empty();
  }

  /**
   * What a person should know before exploring, one line each: that there are continuous families
   * of stationary points, say. Usually nothing.
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * A length over which the energy changes its shape, such as the distance between neighbouring
   * atoms: step sizes and perturbations are multiples of it.
   */
  default double lengthScale() {
    return 1;
  }

  /**
   * How many consecutive coordinates belong together, such as the 3 of an atom; the dimension is a
   * multiple of it. Local perturbations move such blocks.
   */
  default int blockSize() {
    return 1;
  }

  /** Unit of energies, empty for a pure number. */
  default String energyUnit() {
    return "";
  }

  /** Unit of coordinates, empty for pure numbers. */
  default String lengthUnit() {
    return "";
  }

  /**
   * Moves {@code x}, in place, to the one of its equivalent forms that is kept: an angle into one
   * period, a direction back onto its sphere. The energy does not change. By default nothing moves.
   */
  default void retract(double[] x) {}

  /**
   * Euler characteristic of the space on which the potential lives, if the Morse theorem holds
   * there: then the sum of (-1)^index over all stationary points equals it, provided that all are
   * non-degenerate. 1 for all of R^n with a potential that goes to infinity in every direction, 0
   * for a torus of angles, 1 + (-1)^(N-1) for the sphere in N dimensions.
   */
  default OptionalInt eulerCharacteristic() {
    return OptionalInt.empty();
  }

  /**
   * Natural logarithm of about how many stationary points there are, or of an upper bound: enough
   * to say beforehand whether all of them can be kept.
   */
  default OptionalDouble logStationaryPoints() {
    return OptionalDouble.empty();
  }

  /**
   * An upper bound L of how fast the Hessian changes around a point: ||H(y) - H(z)|| {@literal <=}
   * L |y - z| in the spectral norm for all y, z within {@code radius} of {@code x}. With it a
   * census proves that its points exist.
   */
  default OptionalDouble hessianLipschitz(double[] x, double radius) {
    return OptionalDouble.empty();
  }

  /**
   * This potential as one that can do more: {@link SumOverData}, {@link ExactHessian}, {@link
   * HessianProducts}, {@link Bounded}, {@link FreeCluster}. Ask here instead of by {@code
   * instanceof}: a decorator can do what the potential behind it can do.
   */
  default <C> Optional<C> capability(Class<C> type) {
    return type.isInstance(this) ? Optional.of(type.cast(this)) : Optional.empty();
  }

  /** An equal potential for use by one thread only, where scratch space is wanted. */
  default Potential forOneThread() {
    return this;
  }
}
