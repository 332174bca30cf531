package dev.tarn.analytics.kinetics;

/**
 * Passage from one set of minima, B, to another, A, at one temperature: rate constants and moments
 * of the first passage time.
 *
 * <p>All are means over B, where minimum b is occupied with p_b/p_B, the equilibrium distribution
 * within B. I are the minima that belong to neither set. After I has been eliminated by graph
 * transformation, C_b is the probability that the next step of a walk from b ends in A, and tau'_b
 * the mean waiting time at b; tau_b is the waiting time before, the reciprocal sum of the rate
 * constants out of b.
 *
 * <p>The logarithms are exact at any temperature; the methods without {@code ln} overflow to
 * infinity or underflow to 0 where doubles end.
 *
 * @param lnSteadyState ln of k_SS: see {@link #steadyState()}
 * @param lnNonSteadyState ln of k_NSS: see {@link #nonSteadyState()}
 * @param lnFirstPassage ln of k_F: see {@link #firstPassage()}
 * @param lnMeanFirstPassageTime ln of the MFPT: see {@link #meanFirstPassageTime()}
 * @param lnSecondMoment ln of the mean of the squared first passage time
 */
public record Passage(
    double lnSteadyState,
    double lnNonSteadyState,
    double lnFirstPassage,
    double lnMeanFirstPassageTime,
    double lnSecondMoment) {

  /**
   * k_SS = sum over b of (p_b/p_B) C_b/tau_b: the rate constant if I were in a steady state, that
   * is, if walks that return to B counted as having waited there for tau_b.
   */
  public double steadyState() {
    return Math.exp(lnSteadyState);
  }

  /**
   * k_NSS = sum over b of (p_b/p_B) C_b/tau'_b: the same without the steady-state approximation,
   * time spent in I counted.
   */
  public double nonSteadyState() {
    return Math.exp(lnNonSteadyState);
  }

  /** k_F = sum over b of (p_b/p_B)/T_b: mean of the reciprocal passage times from each minimum. */
  public double firstPassage() {
    return Math.exp(lnFirstPassage);
  }

  /** k* = 1/MFPT: the exact reciprocal of the mean first passage time. */
  public double inverseMeanFirstPassageTime() {
    return Math.exp(-lnMeanFirstPassageTime);
  }

  /** MFPT = sum over b of (p_b/p_B) T_b, T_b the mean time of the first visit to A from b. */
  public double meanFirstPassageTime() {
    return Math.exp(lnMeanFirstPassageTime);
  }

  /** Mean of the squared first passage time. */
  public double secondMoment() {
    return Math.exp(lnSecondMoment);
  }

  /**
   * Standard deviation of the first passage time over its mean: 1 for a single exponential, less
   * for a passage in many steps, more for parallel passages of different speed.
   */
  public double coefficientOfVariation() {
    return Math.sqrt(Math.max(0, Math.expm1(lnSecondMoment - 2 * lnMeanFirstPassageTime)));
  }
}
