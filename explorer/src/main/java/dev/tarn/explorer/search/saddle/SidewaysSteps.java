package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.linear.Vectors;

/**
 * Steps downhill in the space orthogonal to a mode that turns from step to step, by L-BFGS with a
 * short memory. See {@link dev.tarn.explorer.search.minimise.Lbfgs} for the method.
 */
final class SidewaysSteps {
  private static final int MEMORY = 2;

  /** A smaller curvature along the mode counts as this for the first step. */
  private final double leastCurvature;

  private final double[] step;
  private final double[][] moves;
  private final double[][] turns;
  private final double[] inverse = new double[MEMORY];
  private final double[] alpha = new double[MEMORY];
  private int stored;
  private int next;
  private double scaling;

  /** Steps in n dimensions. */
  SidewaysSteps(int n, double leastCurvature) {
    this.leastCurvature = leastCurvature;
    step = new double[n];
    moves = new double[MEMORY][n];
    turns = new double[MEMORY][n];
  }

  /** Forgets all steps. */
  void begin() {
    stored = 0;
    next = 0;
  }

  /** Learns from the last step, which went from the one gradient to the other. */
  void remember(double[] before, double[] after) {
    double[] turn = turns[next];
    Vectors.difference(turn, 1, after, before);
    double product = Vectors.dot(turn, step);
    if (!(product > 0)) {
      return;
    }
    System.arraycopy(step, 0, moves[next], 0, step.length);
    inverse[next] = 1 / product;
    scaling = product / Vectors.dot(turn, turn);
    next = (next + 1) % MEMORY;
    stored = Math.min(stored + 1, MEMORY);
  }

  /**
   * Chooses by the two-loop recursion, each update in one go with the product that comes next.
   *
   * @param sideways gradient without its part along the mode
   * @param curvature along the mode
   * @param largestStep largest change of a coordinate
   * @return the step; valid until the next call
   */
  double[] choose(double[] sideways, double[] mode, double curvature, double largestStep) {
    System.arraycopy(sideways, 0, step, 0, step.length);
    double product;
    double scale = 1;
    if (stored == 0) {
      double size = Math.max(Math.abs(curvature), leastCurvature);
      scale = Math.min(0.3 / size, 0.01);
      product = scale * Vectors.dot(step, mode);
    } else {
      int at = Math.floorMod(next - 1, MEMORY);
      product = Vectors.dot(moves[at], step);
      for (int k = 1; k <= stored; k++) {
        alpha[at] = inverse[at] * product;
        int older = Math.floorMod(next - 1 - k, MEMORY);
        double[] following = k < stored ? moves[older] : turns[at];
        product = Vectors.addAndDot(step, 1, -alpha[at], turns[at], following);
        at = k < stored ? older : at;
      }
      scale = scaling;
      product *= scaling;
      for (int k = stored; k >= 1; k--) {
        double beta = inverse[at] * product;
        int newer = Math.floorMod(at + 1, MEMORY);
        double[] following = k > 1 ? turns[newer] : mode;
        product = Vectors.addAndDot(step, scale, alpha[at] - beta, moves[at], following);
        scale = 1;
        at = newer;
      }
    }
    double squared = Vectors.addAndDot(step, -scale, product, mode, step);
    // No coordinate is longer than the whole, which is known sooner.
    if (squared > largestStep * largestStep) {
      double longest = Vectors.largest(step);
      if (longest > largestStep) {
        Vectors.scale(step, largestStep / longest);
      }
    }
    return step;
  }
}
