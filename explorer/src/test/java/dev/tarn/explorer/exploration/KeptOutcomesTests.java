package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explorer.run.SerialisedTaskRunners;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.ReplicaState;
import dev.tarn.landscape.Observables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Outcomes that are kept in a checkpoint, or come from another process. */
class KeptOutcomesTests {

  @Test
  void outcomesAreKeptToTheLastBit() {
    VerifiedPoint minimum =
        new VerifiedPoint(
            new double[] {0.1, -0.0},
            -1.5,
            1e-12,
            0,
            0,
            7.25,
            0.5,
            2,
            Observables.of(List.of("testAuc", "testLoss"), 0.9, 0.1));
    VerifiedPoint saddle =
        new VerifiedPoint(
            new double[] {1, 2}, 0.5, 1e-11, 1, 0, Double.NaN, -0.25, 1, Observables.NONE);
    ExplorationOutcome outcome =
        new ExplorationOutcome(
            List.of(
                new ExplorationOutcome.Known(3),
                new ExplorationOutcome.Fresh(minimum),
                new ExplorationOutcome.KnownUnconnected(4)),
            List.of(
                new ExplorationOutcome.KnownConnection(5),
                new ExplorationOutcome.KnownUnconnected(6),
                new ExplorationOutcome.UnconnectedSaddle(saddle, "flat"),
                new ExplorationOutcome.FreshConnection(
                    saddle,
                    new ExplorationOutcome.Fresh(minimum),
                    new ExplorationOutcome.Known(1))),
            Map.of("quench blew up", 2),
            1234567890123L,
            17,
            List.of(ReplicaState.fresh(0.3)),
            "");
    assertThat(SerialisedTaskRunners.copy(outcome))
        .usingRecursiveComparison()
        .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
        .isEqualTo(outcome);
  }
}
