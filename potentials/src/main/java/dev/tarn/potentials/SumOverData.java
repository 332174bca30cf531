package dev.tarn.potentials;

/**
 * A potential that is a mean over rows of data plus a penalty, and that can be evaluated for some
 * of the rows: what stochastic gradient descent needs.
 *
 * <p>Its basins are wide and its valleys flat: searches take longer hops, follow modes with the
 * formed Hessian and choose the lengths of their steps themselves.
 */
public interface SumOverData {

  /** Number of training rows. */
  int rows();

  /**
   * Loss over some of the rows, and its gradient: the mean over those rows plus the whole penalty,
   * so that its mean over equal batches that make up all rows is the loss itself.
   *
   * @param x the weights, length n; not to be modified
   * @param rows numbers of rows, from 0
   * @param from position in {@code rows} of the first row of the batch
   * @param to position after that of the last one
   * @param gradient length n; overwritten
   */
  double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient);
}
