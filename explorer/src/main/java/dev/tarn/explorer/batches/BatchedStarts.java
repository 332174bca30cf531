package dev.tarn.explorer.batches;

import dev.tarn.explorer.search.AbandonedSearch;
import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Random starts that are taken downhill by mini-batches ({@link StochasticDescent}, Adam): where
 * there are many rows, an epoch costs as much as one gradient and takes many steps. An epoch counts
 * as one energy call. A descent that runs away ends where it does so.
 *
 * <p>For one thread; the order of the rows is drawn from the generator that draws the start.
 */
public final class BatchedStarts implements CountingPotential.Starts {
  private static final double MOMENTUM = 0.9;

  private final BatchSettings settings;
  private final BatchTally tally;
  private final BooleanSupplier abandoned;

  /**
   * Starts on any loss for mini-batches.
   *
   * @param settings how
   * @param tally is told
   * @param abandoned asked before each batch, which throws {@link AbandonedSearch} if true
   */
  public BatchedStarts(BatchSettings settings, BatchTally tally, BooleanSupplier abandoned) {
    this.settings = settings;
    this.tally = tally;
    this.abandoned = abandoned;
  }

  @Override
  public long fill(Potential potential, RandomGenerator random, double[] x) {
    potential.randomStart(random, x);
    Optional<SumOverData> loss = potential.capability(SumOverData.class);
    if (!settings.isWanted() || loss.isEmpty()) {
      return 0;
    }
    long seed = random.nextLong();
    long[] epochs = {0};
    Instant begun = tally.begin();
    try {
      // It is the tally that tells the speed.
      new StochasticDescent(watched(loss.orElseThrow()), Clock.systemUTC())
          .run(
              x,
              new StochasticDescent.Settings(
                  StochasticDescent.Method.ADAM,
                  settings.rate(),
                  MOMENTUM,
                  settings.rows(),
                  settings.epochs(),
                  seed),
              progress -> {
                epochs[0]++;
                tally.epochDone();
              });
    } finally {
      tally.end(begun);
    }
    return epochs[0];
  }

  private SumOverData watched(SumOverData loss) {
    return new SumOverData() {
      @Override
      public int rows() {
        return loss.rows();
      }

      @Override
      public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
        if (abandoned.getAsBoolean()) {
          throw new AbandonedSearch();
        }
        double energy = loss.energyAndGradient(x, rows, from, to, gradient);
        tally.rowsUsed(to - from);
        return energy;
      }
    };
  }
}
