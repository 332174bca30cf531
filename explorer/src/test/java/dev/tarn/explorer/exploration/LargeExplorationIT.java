package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.search.TanhNetwork;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** An exploration in more dimensions than the Hessian is formed in. */
class LargeExplorationIT {
  private static final int INPUTS = 60;

  private static ExplorationSettings settings() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] rows = new double[60][INPUTS];
    int[] labels = new int[rows.length];
    for (int r = 0; r < rows.length; r++) {
      NormalDeviates.fill(random, rows[r]);
      labels[r] = r % 3;
      Arrays.fill(rows[r], INPUTS / 2, INPUTS, 0);
      rows[r][labels[r]] += 2;
    }
    TanhNetwork network = new TanhNetwork(rows, labels, 5, 3, 0.01);
    return ExplorationSettings.of("x", new PotentialSpecification("network", Map.of(), network))
        .withUntil(StoppingRule.ofRounds(3));
  }

  private static LandscapeStore explored(ExplorationSettings settings) {
    LandscapeStore store = new InMemoryLandscapeStore();
    new Exploration(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
    return store;
  }

  @Test
  void pointsAreVerifiedMeasuredAndTheSameOnAnyNumberOfThreads() {
    ExplorationSettings settings = settings();
    assertThat(settings.potential().potential().dimension()).isGreaterThan(300);
    assertThat(settings.roundSize()).isLessThan(ExplorationSettings.DEFAULT_ROUND_SIZE);
    LandscapeStore store = explored(settings.withThreads(1));
    List<Minimum> minima = new ArrayList<>();
    store.forEachMinimum("x", minima::add);
    List<TransitionState> saddles = new ArrayList<>();
    store.forEachTransitionState("x", saddles::add);
    assertThat(minima).hasSizeGreaterThan(2);
    assertThat(saddles).hasSizeGreaterThan(2);
    for (Minimum minimum : minima) {
      double squares = Arrays.stream(minimum.coordinates()).map(w -> w * w).sum();
      assertThat(minimum.observables().get("weightNorm").orElseThrow())
          .isCloseTo(Math.sqrt(squares), within(1e-12));
      assertThat(minimum.rmsGradient()).isLessThan(1e-9);
    }
    for (TransitionState saddle : saddles) {
      assertThat(saddle.lowestEigenvalue()).isNegative();
      assertThat(saddle.energy())
          .isGreaterThan(minima.get((int) saddle.lowerMinimum() - 1).energy());
      assertThat(saddle.observables().names()).isEmpty();
      Reverification again = Reverification.of(settings.potential().potential(), saddle);
      assertThat(again.index()).isEqualTo(1);
      assertThat(again.moved()).isLessThan(1e-4);
    }

    LandscapeStore other = explored(settings.withThreads(2));
    List<Minimum> otherMinima = new ArrayList<>();
    other.forEachMinimum("x", otherMinima::add);
    assertThat(otherMinima).isEqualTo(minima);
  }
}
