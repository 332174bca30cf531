package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.MoveKind;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Minimum;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long chains of basin-hopping: global minima, threads, going on, stopping. */
class HoppingIT {
  private static ExplorationSettings settings(int atoms, HoppingSettings chains) {
    ExplorationSettings defaults =
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", atoms)));
    return defaults
        .withMinima(defaults.minima().withChains(chains))
        .withSaddles(new SaddleSearch(Set.of(), 1, 1, 1));
  }

  private static HoppingSettings chains(int walks) {
    return HoppingSettings.NONE
        .withWalks(walks)
        .withMoves(EnumSet.allOf(MoveKind.class), HoppingSettings.PATIENCE_WITH_SYMMETRISATION);
  }

  private static ExplorationReport explore(LandscapeStore store, ExplorationSettings settings) {
    return new Exploration(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }

  /** Every bit of every minimum, and the checkpoint. */
  private static List<String> contents(LandscapeStore store) {
    List<String> lines = new ArrayList<>();
    store.forEachMinimum(
        "x",
        m ->
            lines.add(
                m.id() + " " + m.energy() + " " + m.hits() + Arrays.toString(m.coordinates())));
    store
        .checkpoint("x")
        .ifPresent(
            c ->
                lines.add(
                    c.round()
                        + " "
                        + c.state().length
                        + " "
                        + Arrays.hashCode(CheckpointsWithoutTimes.state(store, "x"))));
    return lines;
  }

  @ParameterizedTest
  @CsvSource({"13, -44.326801, 120", "19, -72.659782, 20", "26, -108.315616, 24"})
  void globalMinimumIsFoundFromRandomStarts(int atoms, double energy, int order) {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationReport report =
        explore(store, settings(atoms, chains(4)).withUntil(StoppingRule.ofEnergy(energy + 1e-5)));
    assertThat(report.globalMinimumEnergy()).isCloseTo(energy, within(1e-6));
    assertThat(report.outcome()).startsWith("reached an energy of ");
    List<Minimum> minima = new ArrayList<>();
    store.forEachMinimum("x", minima::add);
    Minimum lowest = minima.get((int) report.globalMinimum() - 1);
    assertThat(lowest.symmetryOrder()).isEqualTo(order);
    assertThat(lowest.rmsGradient()).isLessThan(1e-9);
  }

  @Test
  void separateDescentsAgreeOnTheLowestMinimum() {
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationReport report =
        explore(store, settings(13, chains(3)).withUntil(StoppingRule.ofArrivals(5)));
    assertThat(report.globalMinimumEnergy()).isCloseTo(-44.326801, within(1e-6));
    // Three chains: at least two of the five are second walks.
    assertThat(report.outcome()).matches("[5-7] descents came to the lowest minimum");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threadsDoNotChangeAWalk(int threads) {
    HoppingSettings walks = chains(2).withReplicas(3, 2.4);
    ExplorationSettings settings = settings(15, walks).withUntil(StoppingRule.ofRounds(6));
    LandscapeStore one = new InMemoryLandscapeStore();
    LandscapeStore more = new InMemoryLandscapeStore();
    explore(one, settings.withThreads(1));
    explore(more, settings.withThreads(threads));
    assertThat(contents(more)).isEqualTo(contents(one));
    assertThat(contents(one)).hasSizeGreaterThan(1);
  }

  /** Patience runs out on the way, so that descents end before and after the interruption. */
  @Test
  void walksResumeWhereTheyStood() {
    HoppingSettings walks =
        HoppingSettings.NONE
            .withWalks(2)
            .withMoves(EnumSet.allOf(MoveKind.class), 40)
            .withReplicas(2, 1.6);
    ExplorationSettings settings = settings(13, walks);
    LandscapeStore whole = new InMemoryLandscapeStore();
    explore(whole, settings.withUntil(StoppingRule.ofRounds(12)));
    LandscapeStore pieces = new InMemoryLandscapeStore();
    for (long rounds : new long[] {1, 4, 5, 9, 12}) {
      explore(pieces, settings.withUntil(StoppingRule.ofRounds(rounds)));
    }
    assertThat(contents(pieces)).isEqualTo(contents(whole));
  }

  @Test
  void chainsRunBesidesTheSearchForTransitionStates() {
    ExplorationSettings defaults =
        ExplorationSettings.of(
            "x", PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 8)));
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationReport report =
        explore(store, defaults.withMinima(defaults.minima().withChains(chains(2))));
    assertThat(report.progress().minima()).isEqualTo(8);
    assertThat(report.progress().transitionStates()).isEqualTo(42);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void truncatedOctahedronIsFoundFromRandomStarts(long seed) {
    HoppingSettings chains =
        HoppingSettings.NONE
            .withWalks(8)
            .withMoves(
                EnumSet.of(MoveKind.DISPLACEMENT, MoveKind.SYMMETRISATION),
                HoppingSettings.PATIENCE_WITH_SYMMETRISATION);
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationReport report =
        explore(
            store, settings(38, chains).withSeed(seed).withUntil(StoppingRule.ofEnergy(-173.9284)));
    assertThat(report.globalMinimumEnergy()).isCloseTo(-173.928427, within(1e-6));
  }
}
