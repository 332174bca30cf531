package dev.tarn.analytics.kinetics;

/**
 * The result of a graph transformation at one temperature: the rates between the two sets, and for
 * every minimum its committor, passage times and occupation.
 *
 * <p>Minima are given by their node in the network. For those outside of the connected component
 * every quantity is {@code NaN}.
 */
public final class KineticSolution {
  private final Rates rates;
  private final LeftOut leftOut;
  private final double[] lnCommittor;
  private final double[] lnReverseCommittor;
  private final double[] lnTimeToTarget;
  private final double[] lnTimeToSource;
  private final double[] lnOccupation;

  KineticSolution(
      Rates rates,
      LeftOut leftOut,
      double[] lnCommittor,
      double[] lnReverseCommittor,
      double[] lnTimeToTarget,
      double[] lnTimeToSource,
      double[] lnOccupation) {
    this.rates = rates;
    this.leftOut = leftOut;
    this.lnCommittor = lnCommittor;
    this.lnReverseCommittor = lnReverseCommittor;
    this.lnTimeToTarget = lnTimeToTarget;
    this.lnTimeToSource = lnTimeToSource;
    this.lnOccupation = lnOccupation;
  }

  /** Rate constants and passage times between the sets. */
  public Rates rates() {
    return rates;
  }

  /** What was left out. */
  public LeftOut leftOut() {
    return leftOut;
  }

  /**
   * Probability to reach the set {@code to} before the set {@code from}: 0 on {@code from}, 1 on
   * {@code to}.
   */
  public double committor(int node) {
    return Math.exp(lnCommittor[node]);
  }

  /** ln of {@link #committor}, accurate where the committor is close to 0. */
  public double lnCommittor(int node) {
    return lnCommittor[node];
  }

  /**
   * ln of 1 - committor, the probability to reach {@code from} first: computed by itself, accurate
   * where the committor is close to 1.
   */
  public double lnReverseCommittor(int node) {
    return lnReverseCommittor[node];
  }

  /** ln of the mean first passage time from the minimum to the set {@code to}. */
  public double lnTimeToTarget(int node) {
    return lnTimeToTarget[node];
  }

  /** ln of the mean first passage time from the minimum to the set {@code from}. */
  public double lnTimeToSource(int node) {
    return lnTimeToSource[node];
  }

  /** Occupation of the minimum in the stationary distribution of the component. */
  public double occupation(int node) {
    return Math.exp(lnOccupation[node]);
  }

  /** ln of {@link #occupation}. */
  public double lnOccupation(int node) {
    return lnOccupation[node];
  }
}
