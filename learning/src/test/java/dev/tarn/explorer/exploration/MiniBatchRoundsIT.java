package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.batches.BatchSettings;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.run.RunState;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Runs whose random starts on a loss go downhill by mini-batches first. */
class MiniBatchRoundsIT {

  private static List<Minimum> minima(LandscapeStore store) {
    List<Minimum> list = new ArrayList<>();
    store.forEachMinimum("x", list::add);
    return list;
  }

  private static List<TransitionState> saddles(LandscapeStore store) {
    List<TransitionState> list = new ArrayList<>();
    store.forEachTransitionState("x", list::add);
    return list;
  }

  private static void same(LandscapeStore one, LandscapeStore other) {
    assertThat(minima(other)).isEqualTo(minima(one));
    assertThat(saddles(other)).isEqualTo(saddles(one));
    assertThat(CheckpointsWithoutTimes.state(other, "x"))
        .isEqualTo(CheckpointsWithoutTimes.state(one, "x"));
  }

  private static ExplorationSettings network(BatchSettings batches) {
    Map<String, Object> data = Map.of("generator", "two-moons", "points", 60, "test", 0);
    PotentialSpecification specification =
        PotentialCatalogue.standard()
            .create("neural-network", Map.of("data", data, "hidden", 3, "lambda", 1e-3));
    ExplorationSettings settings = ExplorationSettings.of("x", specification);
    return settings
        .withMinima(settings.minima().withBatches(batches))
        .withUntil(StoppingRule.ofRounds(3));
  }

  private static ExplorationReport explore(LandscapeStore store, ExplorationSettings settings) {
    return new Exploration(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }

  @Test
  void startsByMiniBatchesAreTheSameOnAnyNumberOfThreadsAndInPieces() {
    ExplorationSettings settings = network(new BatchSettings(10, 4, 0.01));
    LandscapeStore one = new InMemoryLandscapeStore();
    ExplorationReport report = explore(one, settings.withThreads(1));
    assertThat(report.progress().batches().starts()).isGreaterThanOrEqualTo(settings.roundSize());
    assertThat(report.progress().batches().epochs())
        .isEqualTo(4 * report.progress().batches().starts());
    assertThat(report.progress().batches().rows())
        .isEqualTo(60 * report.progress().batches().epochs());
    assertThat(report.progress().batches().running()).isZero();
    LandscapeStore three = new InMemoryLandscapeStore();
    explore(three, settings.withThreads(3));
    same(one, three);

    LandscapeStore pieces = new InMemoryLandscapeStore();
    for (int asked : new int[] {10, 40}) {
      AtomicInteger left = new AtomicInteger(asked);
      new Exploration(pieces, settings, new RunRecord("", "test"), Clock.systemUTC())
          .run(RunListener.none(), () -> left.decrementAndGet() < 0);
    }
    explore(pieces, settings);
    same(one, pieces);

    LandscapeStore plain = new InMemoryLandscapeStore();
    assertThat(explore(plain, network(BatchSettings.NONE)).progress().batches().starts()).isZero();
    assertThat(minima(plain)).isNotEqualTo(minima(one));
  }

  @Test
  void otherMiniBatchesAreOtherSettings() {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationSettings plain = network(BatchSettings.NONE).withUntil(StoppingRule.ofRounds(1));
    ExplorationSettings batched =
        plain.withMinima(plain.minima().withBatches(BatchSettings.of(10)));
    explore(store, plain);
    assertThatThrownBy(() -> explore(store, batched))
        .isInstanceOf(ChangedSettingsException.class)
        .hasMessageEndingWith("other settings: minima.batch was 0 and is now 10");
    // As a landscape that was explored before there was such a setting.
    Checkpoint checkpoint = store.checkpoint("x").orElseThrow();
    CheckpointSections sections = CheckpointSections.decode(checkpoint.state());
    RunState run = RunState.decode(sections);
    run.settings().remove("minima.batch");
    CheckpointSections.Writer writer = new CheckpointSections.Writer(sections.kind());
    run.encode(writer);
    SearchStatistics.decode(sections).encode(writer);
    try (LandscapeSink sink = store.openSink("x")) {
      sink.commit(
          new LandscapeUpdate(
              List.of(),
              List.of(),
              List.of(),
              LandscapeUpdate.HitCounts.NONE,
              LandscapeUpdate.HitCounts.NONE,
              Optional.empty(),
              Optional.of(new Checkpoint(checkpoint.round(), writer.sections().encode()))));
    }
    explore(store, plain);
    assertThatThrownBy(() -> explore(store, batched))
        .hasMessageEndingWith("other settings: minima.batch was 0 and is now 10");
    assertThatThrownBy(() -> network(BatchSettings.of(61)))
        .hasMessageContaining("expected at most the 60 training rows, found 61");
  }
}
