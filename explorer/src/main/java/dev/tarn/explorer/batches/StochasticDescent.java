package dev.tarn.explorer.batches;

import dev.tarn.potentials.SumOverData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Descent along gradients of mini-batches: a quick way from random weights to the neighbourhood of
 * minima where there are many rows. It does not converge to a stationary point; a quench with all
 * rows finishes from where it ends.
 *
 * <p>In every epoch each row is used once, in an order drawn anew; the last batch of an epoch may
 * be smaller. Equal settings give equal weights. Cost: one gradient over all rows an epoch, and
 * O(n) a step.
 *
 * <p>Source: H. Robbins and S. Monro, Ann. Math. Stat. 22, 400 (1951); B. T. Polyak, USSR Comput.
 * Math. Math. Phys. 4, 1 (1964) for momentum; D. P. Kingma and J. Ba, ICLR 2015, algorithm 1.
 */
public final class StochasticDescent {

  /** How a step follows from the gradients so far. */
  public enum Method {
    /** v = momentum v - rate g, x += v. */
    MOMENTUM,
    /** Steps scaled by the running means of each component and of its square. */
    ADAM
  }

  /**
   * Settings of a descent.
   *
   * @param method how steps follow from gradients
   * @param rate learning rate, positive: length of the first step for Adam, factor of the gradient
   *     otherwise
   * @param momentum share of the last step that is kept, or for Adam of the mean gradient; from 0
   *     to below 1
   * @param batch rows in a batch, at least 1
   * @param epochs how often all rows are used, at least 0
   * @param seed decides the order of the rows
   */
  public record Settings(
      Method method, double rate, double momentum, int batch, int epochs, long seed) {

    /** Checks the ranges. */
    public Settings {
      if (!(rate > 0) || !(momentum >= 0 && momentum < 1) || batch < 1 || epochs < 0) {
        throw new IllegalArgumentException(
            "expected a positive rate, a momentum from 0 to below 1, batches from 1 and epochs from"
                + " 0, found rate "
                + rate
                + ", momentum "
                + momentum
                + ", batch "
                + batch
                + ", epochs "
                + epochs);
      }
    }

    /** Adam with the usual rate 0.001 and momentum 0.9, batches of 100. */
    public static Settings adam(int epochs, long seed) {
      return new Settings(Method.ADAM, 1e-3, 0.9, 100, epochs, seed);
    }

    /** Momentum 0.9 with rate 0.1, batches of 100. */
    public static Settings momentum(int epochs, long seed) {
      return new Settings(Method.MOMENTUM, 0.1, 0.9, 100, epochs, seed);
    }
  }

  /**
   * Where a descent stands after an epoch.
   *
   * @param epoch epochs done
   * @param epochs epochs to do
   * @param loss mean over the batches of the epoch, each before its step
   * @param rowsPerSecond rows (images, say) a second since the beginning; 0 if no time has passed
   */
  public record Progress(int epoch, int epochs, double loss, double rowsPerSecond) {}

  /** Is told after every epoch. */
  @FunctionalInterface
  public interface Listener {
    /** Takes nothing in. */
    Listener NONE = progress -> {};

    /** An epoch is done. */
    void epochDone(Progress progress);
  }

  /** Running mean of squares of Adam; the paper's beta 2. */
  private static final double SQUARES_KEPT = 0.999;

  /** Keeps Adam from dividing by zero; the paper's epsilon. */
  private static final double SMALL = 1e-8;

  private final SumOverData loss;
  private final Clock clock;

  /**
   * Walks on a loss.
   *
   * @param loss the loss
   * @param clock tells the speed
   */
  public StochasticDescent(SumOverData loss, Clock clock) {
    this.loss = loss;
    this.clock = clock;
  }

  /**
   * Descends.
   *
   * @param x start; overwritten with the end
   * @param settings method, rate, batches, epochs, seed
   * @param listener is told after every epoch
   * @return whether all epochs were done; otherwise the loss or a gradient became infinite or not a
   *     number, and {@code x} is where that happened
   */
  public boolean run(double[] x, Settings settings, Listener listener) {
    int rows = loss.rows();
    int[] order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = row;
    }
    SplittableRandom random = new SplittableRandom(settings.seed);
    double[] gradient = new double[x.length];
    double[] mean = new double[x.length];
    double[] squares = new double[settings.method == Method.ADAM ? x.length : 0];
    int steps = 0;
    Instant begin = clock.instant();
    for (int epoch = 1; epoch <= settings.epochs; epoch++) {
      shuffle(order, random);
      double sum = 0;
      int batches = 0;
      for (int from = 0; from < rows; from += settings.batch) {
        int to = Math.min(rows, from + settings.batch);
        double energy = loss.energyAndGradient(x, order, from, to, gradient);
        if (!Double.isFinite(energy) || !finite(gradient)) {
          return false;
        }
        sum += energy;
        batches++;
        steps++;
        if (settings.method == Method.ADAM) {
          adamStep(x, gradient, mean, squares, settings, steps);
        } else {
          momentumStep(x, gradient, mean, settings);
        }
      }
      double seconds = Duration.between(begin, clock.instant()).toNanos() * 1e-9;
      listener.epochDone(
          new Progress(
              epoch,
              settings.epochs,
              sum / batches,
              seconds > 0 ? (double) rows * epoch / seconds : 0));
    }
    return true;
  }

  private static void momentumStep(double[] x, double[] g, double[] velocity, Settings settings) {
    for (int i = 0; i < x.length; i++) {
      velocity[i] = settings.momentum * velocity[i] - settings.rate * g[i];
      x[i] += velocity[i];
    }
  }

  private static void adamStep(
      double[] x, double[] g, double[] mean, double[] squares, Settings settings, int step) {
    double kept = settings.momentum;
    double meanBias = 1 - StrictMath.pow(kept, step);
    double squareBias = 1 - StrictMath.pow(SQUARES_KEPT, step);
    for (int i = 0; i < x.length; i++) {
      mean[i] = kept * mean[i] + (1 - kept) * g[i];
      squares[i] = SQUARES_KEPT * squares[i] + (1 - SQUARES_KEPT) * g[i] * g[i];
      x[i] -= settings.rate * (mean[i] / meanBias) / (Math.sqrt(squares[i] / squareBias) + SMALL);
    }
  }

  private static boolean finite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
