package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;

/**
 * Follows a mode of the Hessian to a saddle of index one, uphill along it and downhill in all
 * directions orthogonal to it. Holds scratch space and belongs to one thread.
 */
public interface TransitionStateSearch {

  /** The method that suits a potential. */
  static TransitionStateSearch of(Potential potential) {
    return of(potential, HessianUse.of(potential.dimension()));
  }

  /**
   * The same with the Hessian formed, or not, whatever the dimension: {@link KrylovFollowing} where
   * it is not, {@link ExactModeFollowing} on a sum over data, else {@link
   * HybridEigenvectorFollowing}.
   */
  static TransitionStateSearch of(Potential potential, HessianUse use) {
    if (use == HessianUse.PRODUCTS) {
      return new KrylovFollowing(potential);
    }
    return potential.capability(SumOverData.class).isPresent()
        ? new ExactModeFollowing(potential)
        : new HybridEigenvectorFollowing(potential);
  }

  /**
   * Limits of a search.
   *
   * @param rmsGradient gradient to converge to
   * @param uphillStep largest step along the mode
   * @param sidewaysStep largest change of a coordinate in a step orthogonal to it
   * @param relaxations steps orthogonal to the mode for each step along it
   * @param iterations steps along the mode at the most
   * @param newtonBelow rms gradient below which Newton's method is tried
   * @param refinements Rayleigh-Ritz steps on the mode before the first step
   */
  record Limits(
      double rmsGradient,
      double uphillStep,
      double sidewaysStep,
      int relaxations,
      int iterations,
      double newtonBelow,
      int refinements) {
    /** The usual limits for a potential of that length scale. */
    public static Limits of(double rmsGradient, double lengthScale) {
      return new Limits(rmsGradient, 0.1 * lengthScale, 0.15 * lengthScale, 3, 200, 0.1, 8);
    }

    /**
     * The same with other steps uphill: short ones with many relaxations between them keep to the
     * valley that they started in, long ones with few get about more, and in many dimensions leave
     * the valley for good.
     */
    public Limits withUphillSteps(double newUphillStep, int newRelaxations, int newIterations) {
      return new Limits(
          rmsGradient,
          newUphillStep,
          sidewaysStep,
          newRelaxations,
          newIterations,
          newtonBelow,
          refinements);
    }

    /** The same with other lengths of steps, along the mode and orthogonal to it. */
    public Limits withSteps(double newUphillStep, double newSidewaysStep) {
      return new Limits(
          rmsGradient,
          newUphillStep,
          newSidewaysStep,
          relaxations,
          iterations,
          newtonBelow,
          refinements);
    }

    /** The same with that many refinements. */
    public Limits withRefinements(int number) {
      return new Limits(
          rmsGradient, uphillStep, sidewaysStep, relaxations, iterations, newtonBelow, number);
    }
  }

  /**
   * Searches.
   *
   * @param x start; overwritten with the end
   * @param startMode first guess of the mode to follow, any length but zero; left alone
   */
  Ending run(double[] x, double[] startMode, Limits limits);

  /** Energy at the end. */
  double energy();

  /** Root mean square gradient at the end. */
  double rmsGradient();

  /** What the potential objected to, after {@link Ending#OUT_OF_BOUNDS}. */
  String objection();
}
