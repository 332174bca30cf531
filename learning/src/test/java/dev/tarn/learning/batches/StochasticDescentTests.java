package dev.tarn.learning.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.batches.StochasticDescent;
import dev.tarn.explorer.batches.StochasticDescent.Method;
import dev.tarn.explorer.batches.StochasticDescent.Progress;
import dev.tarn.explorer.batches.StochasticDescent.Settings;
import dev.tarn.potentials.SumOverData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StochasticDescentTests {

  /** Half a second later at every look. */
  private static final class SteadyClock extends Clock {
    private int looks;

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(500L * looks++);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Mean of (x - t)^2 / 2 over targets t = 0, 1, ..., n - 1; it remembers what it was asked. */
  private static final class Parabola implements SumOverData {
    final int rows;
    final List<List<Integer>> batches = new ArrayList<>();

    Parabola(int rows) {
      this.rows = rows;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public double energyAndGradient(double[] x, int[] order, int from, int to, double[] g) {
      batches.add(Arrays.stream(order, from, to).boxed().toList());
      double energy = 0;
      g[0] = 0;
      for (int k = from; k < to; k++) {
        double t = x[0] - order[k];
        energy += t * t / 2 / (to - from);
        g[0] += t / (to - from);
      }
      return energy;
    }
  }

  private static double end(Parabola loss, double start, Settings settings) {
    double[] x = {start};
    assertThat(
            new StochasticDescent(loss, new SteadyClock())
                .run(x, settings, StochasticDescent.Listener.NONE))
        .isTrue();
    return x[0];
  }

  /** With all rows in a batch g = x - 1: 4, step -0.4; then 3.6, step 0.5 (-0.4) - 0.36. */
  @Test
  void momentumStepsByHand() {
    Settings one = new Settings(Method.MOMENTUM, 0.1, 0.5, 10, 1, 1);
    Settings two = new Settings(Method.MOMENTUM, 0.1, 0.5, 10, 2, 1);
    assertThat(end(new Parabola(3), 5, one)).isCloseTo(5 - 0.4, within(1e-14));
    assertThat(end(new Parabola(3), 5, two)).isCloseTo(4.6 - 0.2 - 0.36, within(1e-14));
  }

  /** The first step of Adam is the rate, whatever the gradient; the second as the paper has it. */
  @Test
  void adamStepsByHand() {
    assertThat(end(new Parabola(3), 5, new Settings(Method.ADAM, 0.1, 0.9, 3, 1, 1)))
        .isCloseTo(4.9, within(1e-9));
    double mean = (0.9 * 0.1 * 4 + 0.1 * 3.9) / (1 - 0.81);
    double square = (0.999 * 0.001 * 16 + 0.001 * 3.9 * 3.9) / (1 - 0.999 * 0.999);
    assertThat(end(new Parabola(3), 5, new Settings(Method.ADAM, 0.1, 0.9, 3, 2, 1)))
        .isCloseTo(4.9 - 0.1 * mean / Math.sqrt(square), within(1e-8));
  }

  @Test
  void everyRowIsUsedOnceAnEpochInAnOrderDrawnAnew() {
    Parabola loss = new Parabola(10);
    end(loss, 0, new Settings(Method.ADAM, 0.01, 0.9, 4, 3, 7));
    assertThat(loss.batches.stream().map(List::size)).containsExactly(4, 4, 2, 4, 4, 2, 4, 4, 2);
    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> rows = new ArrayList<>();
      loss.batches.subList(3 * epoch, 3 * epoch + 3).forEach(rows::addAll);
      assertThat(rows).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      epochs.add(rows);
    }
    assertThat(epochs).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void endsNearTheMinimumAndIsDecidedByItsSeed(Method method) {
    Settings settings = new Settings(method, 0.01, 0.9, 5, 1000, 1);
    double x = end(new Parabola(50), -10, settings);
    assertThat(x).isCloseTo(24.5, within(2.0));
    assertThat(end(new Parabola(50), -10, settings)).isEqualTo(x);
    assertThat(end(new Parabola(50), -10, new Settings(method, 0.01, 0.9, 5, 1000, 2)))
        .isNotEqualTo(x);
  }

  @Test
  void progressIsInEpochsAndRowsASecond() {
    List<Progress> seen = new ArrayList<>();
    new StochasticDescent(new Parabola(10), new SteadyClock())
        .run(new double[] {4.5}, Settings.adam(2, 1), seen::add);
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isEqualTo(new Progress(1, 2, 4.125, 20));
    assertThat(seen.get(1).epoch()).isEqualTo(2);
    assertThat(seen.get(1).rowsPerSecond()).isEqualTo(20);
  }

  @Test
  void runAwayIsSaid() {
    double[] x = {1};
    assertThat(
            new StochasticDescent(new Parabola(4), new SteadyClock())
                .run(
                    x,
                    new Settings(Method.MOMENTUM, 1e10, 0, 4, 100, 1),
                    StochasticDescent.Listener.NONE))
        .isFalse();
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatThrownBy(() -> new Settings(Method.ADAM, 0, 0.9, 10, 1, 1))
        .hasMessageContaining("found rate 0.0");
    assertThatThrownBy(() -> new Settings(Method.ADAM, 0.1, 1, 10, 1, 1))
        .hasMessageContaining("momentum 1.0");
    assertThatThrownBy(() -> new Settings(Method.ADAM, 0.1, 0, 0, 1, 1))
        .hasMessageContaining("batch 0");
  }
}
