package dev.tarn.explorer.search.minimise;

import dev.tarn.explorer.search.HessianUse;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;

/**
 * Follows the path of steepest descent, dx/dt = -grad V, until it is in a basin where the Hessian
 * is positive definite. Holds scratch space and belongs to one thread.
 *
 * <p>Which minima a transition state joins is defined by this path. A minimiser started beside the
 * saddle usually ends in the same minima and sometimes leaps into others: on LJ13 L-BFGS with short
 * steps takes the wrong turn on four downhill paths in a hundred, {@link ChebyshevDescent} on one,
 * where the path all but runs into another saddle.
 */
public interface SteepestDescent {

  /** The method that suits a potential: {@link ExponentialDescent} for losses of few weights. */
  static SteepestDescent of(Potential potential) {
    return HessianUse.of(potential.dimension()) == HessianUse.FORMED
            && potential.capability(SumOverData.class).isPresent()
        ? new ExponentialDescent(potential)
        : new ChebyshevDescent(potential);
  }

  /**
   * Follows the path.
   *
   * @param x start; overwritten with the end, from which a {@link Quench} is to follow
   * @param tolerance error of a coordinate allowed in a step
   * @param mostGradients gradients at the most, or about what they cost
   * @return whether the end is in a basin; otherwise the gradients were used up or the energy is
   *     not finite, and {@code x} is where it got to
   */
  boolean run(double[] x, double tolerance, int mostGradients);
}
