package dev.tarn.learning.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.batches.BatchSettings;
import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.batches.BatchedStarts;
import dev.tarn.explorer.batches.StochasticDescent;
import dev.tarn.explorer.search.AbandonedSearch;
import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BatchedStartsTests {
  private static final BatchSettings SETTINGS = new BatchSettings(16, 7, 0.01);
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  private static Potential network() {
    Map<String, Object> data = Map.of("generator", "two-moons", "points", 60, "test", 0);
    return PotentialCatalogue.standard()
        .create("neural-network", Map.of("data", data, "hidden", 3))
        .potential();
  }

  private static double[] start(Potential potential, BatchedStarts starts, long seed) {
    double[] x = new double[potential.dimension()];
    new CountingPotential(potential, starts, () -> false)
        .randomStart(new SplittableRandom(seed), x);
    return x;
  }

  /** The same steps by hand: a random start, a seed from the same generator, the descent. */
  @Test
  void aStartIsARandomOneTakenDownhill() {
    Potential potential = network();
    BatchTally tally = new BatchTally(CLOCK);
    double[] x = start(potential, new BatchedStarts(SETTINGS, tally, () -> false), 5);
    SplittableRandom random = new SplittableRandom(5);
    double[] expected = new double[potential.dimension()];
    potential.randomStart(random, expected);
    double before = potential.energy(expected);
    new StochasticDescent((SumOverData) potential, CLOCK)
        .run(
            expected,
            new StochasticDescent.Settings(
                StochasticDescent.Method.ADAM, 0.01, 0.9, 16, 7, random.nextLong()),
            StochasticDescent.Listener.NONE);
    assertThat(x).isEqualTo(expected);
    assertThat(potential.energy(x)).isLessThan(before);
    assertThat(tally.figures()).isEqualTo(new BatchTally.Figures(1, 7, 420, 0, 0));
  }

  @Test
  void anEpochCountsAsAnEnergyCall() {
    CountingPotential counted =
        new CountingPotential(
            network(),
            new BatchedStarts(SETTINGS, new BatchTally(CLOCK), () -> false),
            () -> false);
    counted.randomStart(new SplittableRandom(1), new double[counted.dimension()]);
    assertThat(counted.energyCalls()).isEqualTo(7);
  }

  @Test
  void withoutBatchesAStartIsARandomOne() {
    Potential potential = network();
    double[] expected = new double[potential.dimension()];
    potential.randomStart(new SplittableRandom(5), expected);
    assertThat(
            start(
                potential,
                new BatchedStarts(BatchSettings.NONE, new BatchTally(CLOCK), () -> false),
                5))
        .isEqualTo(expected);
  }

  @Test
  void aDescentIsGivenUpBetweenTwoBatches() {
    AtomicInteger left = new AtomicInteger(6);
    BatchTally tally = new BatchTally(CLOCK);
    BatchedStarts starts = new BatchedStarts(SETTINGS, tally, () -> left.decrementAndGet() < 0);
    assertThatThrownBy(() -> start(network(), starts, 5)).isInstanceOf(AbandonedSearch.class);
    // Four batches an epoch, the last one of 12 rows.
    assertThat(tally.figures()).isEqualTo(new BatchTally.Figures(1, 1, 60 + 32, 0, 0));
  }

  @Test
  void whatDoesNotSuitAPotentialIsSaid() {
    Potential potential = network();
    assertThat(BatchSettings.of(60).objection(potential)).isEmpty();
    assertThat(BatchSettings.of(61).objection(potential))
        .contains("expected at most the 60 training rows, found 61");
    Potential cluster =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 5)).potential();
    assertThat(BatchSettings.NONE.objection(cluster)).isEmpty();
    assertThat(BatchSettings.of(10).objection(cluster))
        .contains("expected a potential that is a mean over rows of data, such as neural-network");
    assertThatThrownBy(() -> new BatchSettings(1, 0, 0.1)).hasMessageContaining("epoch");
    assertThatThrownBy(() -> new BatchSettings(1, 1, 0)).hasMessageContaining("rate");
    assertThatThrownBy(() -> new BatchSettings(-1, 1, 0.1)).hasMessageContaining("found -1");
  }
}
