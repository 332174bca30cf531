package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link LandscapeStore} promises, whatever medium it writes to. */
public abstract class LandscapeStoreContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");

  private LandscapeStore store = new InMemoryLandscapeStore();

  /** A store without landscapes; it is closed after the test. */
  protected abstract LandscapeStore emptyStore();

  @BeforeEach
  void openStore() {
    store = emptyStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private static Landscape named(String name) {
    return new Landscape(
        name, "lennard-jones", Map.of("atoms", 2), 6, 5, "epsilon", "sigma", 1, NOON);
  }

  private static LandscapeUpdate minima(Minimum... minima) {
    return LandscapeUpdate.of(List.of(minima), List.of());
  }

  private static LandscapeUpdate update(List<Minimum> minima, TransitionState... edges) {
    return LandscapeUpdate.of(minima, List.of(edges));
  }

  private static LandscapeUpdate hits(
      LandscapeUpdate.HitCounts ofMinima, LandscapeUpdate.HitCounts ofTransitionStates) {
    return new LandscapeUpdate(
        List.of(),
        List.of(),
        List.of(),
        ofMinima,
        ofTransitionStates,
        Optional.empty(),
        Optional.empty());
  }

  private static LandscapeUpdate.HitCounts hits(long id, long hits) {
    return new LandscapeUpdate.HitCounts(new long[] {id}, new long[] {hits});
  }

  private static TransitionState edge(long id, long higher, long lower, double energy) {
    return new TransitionState(
        id,
        higher,
        lower,
        energy,
        9.5,
        2,
        -3.25,
        1e-11,
        7,
        new double[] {0.5, -0.25, 3},
        Observables.NONE);
  }

  private void write(String name, LandscapeUpdate... updates) {
    try (LandscapeSink sink = store.openSink(name)) {
      for (LandscapeUpdate update : updates) {
        sink.commit(update);
      }
    }
  }

  private List<Minimum> minimaOf(String name) {
    List<Minimum> all = new ArrayList<>();
    store.forEachMinimum(name, all::add);
    return all;
  }

  private List<TransitionState> transitionStatesOf(String name) {
    List<TransitionState> all = new ArrayList<>();
    store.forEachTransitionState(name, all::add);
    return all;
  }

  private List<UnconnectedStationaryPoint> stationaryPointsOf(String name) {
    List<UnconnectedStationaryPoint> all = new ArrayList<>();
    store.forEachStationaryPoint(name, all::add);
    return all;
  }

  @Test
  void aNewStoreHoldsNothing() {
    assertThat(store.landscapes()).isEmpty();
    assertThat(store.landscape("x")).isEmpty();
    assertThat(store.delete("x")).isFalse();
  }

  @Test
  void landscapesComeBackAsTheyWereCreatedAndInOrderOfTheirNames() {
    Landscape b = named("b");
    Landscape a = new Landscape("a", "imported", Map.of(), 0, 0, "", "", 1, NOON);
    store.create(b);
    store.create(a);
    assertThat(store.landscapes()).containsExactly(a, b);
    assertThat(store.landscape("b")).contains(b);
    assertThat(store.counts("a")).isEqualTo(new LandscapeCounts(0, 0, 0));
    assertThat(store.network("a").nodeCount()).isZero();
    assertThat(store.runs("a")).isEmpty();
    assertThat(store.checkpoint("a")).isEmpty();
  }

  @Test
  void aNameIsGivenOnlyOnce() {
    store.create(named("lj2"));
    assertThatThrownBy(() -> store.create(named("lj2")))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessageContaining("'lj2'");
  }

  @Test
  void anUnknownNameIsAnErrorThatNamesTheKnownOnes() {
    store.create(named("lj2"));
    store.create(named("lj3"));
    List<Runnable> readers =
        List.of(
            () -> store.counts("lj7"),
            () -> store.network("lj7"),
            () -> store.forEachMinimum("lj7", m -> {}),
            () -> store.forEachTransitionState("lj7", t -> {}),
            () -> store.forEachStationaryPoint("lj7", s -> {}),
            () -> store.runs("lj7"),
            () -> store.checkpoint("lj7"),
            () -> store.openSink("lj7"));
    for (Runnable reader : readers) {
      assertThatThrownBy(reader::run)
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("no landscape 'lj7' in the store: it holds lj2, lj3");
    }
  }

  @Test
  void pointsComeBackWholeAndByAscendingId() {
    store.create(named("l"));
    List<String> names = List.of("inertiaX", "accuracy");
    Minimum full =
        new Minimum(
            3,
            -1.0 / 3,
            1e-300,
            120,
            2.5e-10,
            Long.MAX_VALUE,
            new double[] {-0.0, Double.MIN_VALUE, 1e308, Math.PI, 0, 1},
            Observables.of(names, 9.25, Double.NaN));
    Minimum bare = Minimum.of(1, 5, Double.NaN, 1);
    Minimum partly =
        new Minimum(
            2, -7, 3, 1, Double.NaN, 0, new double[0], Observables.of(List.of("accuracy"), 0.875));
    TransitionState edge = edge(12, 1, 3, 6);
    TransitionState bareEdge = TransitionState.of(4, partly, bare, 5.5, Double.NaN, 1);
    UnconnectedStationaryPoint point =
        new UnconnectedStationaryPoint(
            1, 4, 2, 0.125, -3, 6, 1e-12, 5, new double[] {1, 2}, Observables.of(names, 1, 2));
    UnconnectedStationaryPoint barePoint =
        new UnconnectedStationaryPoint(
            9, 0, 0, 2, Double.NaN, 1, Double.NaN, 0, new double[0], Observables.NONE);
    write(
        "l",
        new LandscapeUpdate(
            List.of(full, bare, partly),
            List.of(edge, bareEdge),
            List.of(barePoint, point),
            LandscapeUpdate.HitCounts.NONE,
            LandscapeUpdate.HitCounts.NONE,
            Optional.empty(),
            Optional.empty()));

    assertThat(minimaOf("l")).containsExactly(bare, partly, full);
    assertThat(transitionStatesOf("l")).containsExactly(bareEdge, edge);
    assertThat(stationaryPointsOf("l")).containsExactly(point, barePoint);
    assertThat(store.counts("l")).isEqualTo(new LandscapeCounts(3, 2, 2));
  }

  @Test
  void theSameUpdateTwiceIsTheSameAsOnce() {
    store.create(named("l"));
    Minimum a = Minimum.of(1, 0, 1, 1);
    Minimum b = Minimum.of(2, 1, 1, 1);
    LandscapeUpdate update = update(List.of(a, b), edge(1, 2, 1, 3), edge(2, 2, 2, 4));
    write("l", update, update);
    write("l", update);
    assertThat(store.counts("l")).isEqualTo(new LandscapeCounts(2, 2, 0));
    assertThat(minimaOf("l")).containsExactly(a, b);
    assertThat(transitionStatesOf("l")).containsExactly(edge(1, 2, 1, 3), edge(2, 2, 2, 4));
  }

  @Test
  void aPointWrittenAgainIsReplacedAltogether() {
    store.create(named("l"));
    Minimum rich =
        new Minimum(
            1, -3, 4, 2, 1e-9, 5, new double[] {1, 2, 3}, Observables.of(List.of("q"), 2.5));
    Minimum poor = Minimum.of(1, -3, Double.NaN, 1);
    write("l", minima(rich));
    write("l", minima(poor));
    assertThat(minimaOf("l")).containsExactly(poor);
  }

  @Test
  void hitCountsChangeNothingElse() {
    store.create(named("l"));
    Minimum a = new Minimum(1, -3, 4, 2, 1e-9, 5, new double[] {1, 2, 3}, Observables.NONE);
    Minimum b = Minimum.of(2, 1, 1, 1);
    write("l", update(List.of(a, b), edge(1, 2, 1, 3)));
    write("l", hits(hits(1, 6), LandscapeUpdate.HitCounts.NONE));
    write("l", hits(LandscapeUpdate.HitCounts.NONE, hits(1, 8)));
    assertThat(minimaOf("l")).containsExactly(a.withHits(6), b);
    assertThat(transitionStatesOf("l")).containsExactly(edge(1, 2, 1, 3).withHits(8));
  }

  //  2    3 (equal)     a transition state handed in either way round points downhill,
  //   \  /              of equal minima to the one with the lower id
  //    1
  @Test
  void everyTransitionStatePointsDownhill() {
    store.create(named("l"));
    Minimum one = Minimum.of(1, -1, 0, 1);
    Minimum two = Minimum.of(2, 0, 0, 1);
    Minimum three = Minimum.of(3, 0, 0, 1);
    write(
        "l",
        update(
            List.of(one, two, three),
            edge(1, 1, 2, 5),
            edge(2, 2, 1, 5),
            edge(3, 2, 3, 5),
            edge(4, 3, 2, 5),
            edge(5, 2, 2, 5)));
    assertThat(transitionStatesOf("l"))
        .containsExactly(
            edge(1, 2, 1, 5),
            edge(2, 2, 1, 5),
            edge(3, 3, 2, 5),
            edge(4, 3, 2, 5),
            edge(5, 2, 2, 5));
    assertThat(transitionStatesOf("l").get(4).isDegenerate()).isTrue();
    assertThat(store.network("l").adjacency().entryCount()).isEqualTo(9);
  }

  @Test
  void transitionStatesTurnRoundWhenAMinimumIsFoundToLieLower() {
    store.create(named("l"));
    Minimum one = Minimum.of(1, -1, 0, 1);
    Minimum two = Minimum.of(2, 0, 0, 1);
    write("l", update(List.of(one, two), edge(1, 2, 1, 5), edge(2, 2, 1, 6), edge(3, 2, 2, 7)));
    write("l", minima(Minimum.of(2, -1.5, 0, 1)));
    assertThat(transitionStatesOf("l"))
        .containsExactly(edge(1, 1, 2, 5), edge(2, 1, 2, 6), edge(3, 2, 2, 7));
    write("l", minima(one, two));
    assertThat(transitionStatesOf("l"))
        .containsExactly(edge(1, 2, 1, 5), edge(2, 2, 1, 6), edge(3, 2, 2, 7));
    write("l", update(List.of(), edge(1, 2, 1, 5), edge(2, 1, 2, 6.5)));
    assertThat(transitionStatesOf("l"))
        .containsExactly(edge(1, 2, 1, 5), edge(2, 2, 1, 6.5), edge(3, 2, 2, 7));
  }

  @Test
  void anUpdateThatCannotBeAppliedWholeIsNotAppliedAtAll() {
    store.create(named("l"));
    Minimum one = Minimum.of(1, -1, 0, 1);
    Minimum two = Minimum.of(2, 0, 0, 1);
    Minimum three = Minimum.of(3, 0, 0, 1);
    write("l", update(List.of(one, two), edge(1, 2, 1, 5)));
    refused(
        update(List.of(three), edge(2, 3, 4, 5)),
        "landscape 'l': transition state 2 ends at minimum 4, which does not exist");
    refused(
        update(List.of(three), edge(1, 3, 1, 5)),
        "landscape 'l': transition state 1 is known and joins other minima than this update says");
    refused(
        hits(hits(3, 1), LandscapeUpdate.HitCounts.NONE),
        "landscape 'l': hits of minimum 3, which does not exist");
    refused(
        hits(hits(1, 99), hits(2, 1)),
        "landscape 'l': hits of transition state 2, which does not exist");
    assertThat(minimaOf("l")).containsExactly(one, two);
    assertThat(transitionStatesOf("l")).containsExactly(edge(1, 2, 1, 5));
  }

  private void refused(LandscapeUpdate update, String message) {
    LandscapeSink sink = store.openSink("l");
    assertThatThrownBy(
            () -> {
              sink.commit(update);
              sink.flush();
            })
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage(message);
    sink.close();
  }

  @Test
  void runAndCheckpointAreReplaced() {
    store.create(named("l"));
    Run first = new Run(1, -5, "landscape: l\n", "0.1", NOON, Optional.empty(), 3, 1000, "");
    Run firstEnded =
        new Run(1, -5, "landscape: l\n", "0.1", NOON, Optional.of(NOON), 4, 1200, "done");
    Run second = new Run(2, Long.MIN_VALUE, "", "", NOON, Optional.empty(), 0, 0, "");
    byte[] state = new byte[300_000];
    new Random(1).nextBytes(state);
    write(
        "l",
        round(second, new Checkpoint(1, new byte[] {1})),
        round(first, new Checkpoint(2, new byte[0])));
    write("l", round(firstEnded, new Checkpoint(3, state)), minima(Minimum.of(1, 0, 0, 1)));
    assertThat(store.runs("l")).containsExactly(firstEnded, second);
    Checkpoint newest = store.checkpoint("l").orElseThrow();
    assertThat(newest.round()).isEqualTo(3);
    assertThat(newest.state()).isEqualTo(state);
  }

  private static LandscapeUpdate round(Run run, Checkpoint checkpoint) {
    return new LandscapeUpdate(
        List.of(),
        List.of(),
        List.of(),
        LandscapeUpdate.HitCounts.NONE,
        LandscapeUpdate.HitCounts.NONE,
        Optional.of(run),
        Optional.of(checkpoint));
  }

  @Test
  void whatWasCommittedIsSeenFromAnyThreadWithoutFlush() {
    store.create(named("l"));
    try (LandscapeSink sink = store.openSink("l")) {
      for (int i = 1; i <= 200; i++) {
        sink.commit(minima(Minimum.of(i, i, 0, 1)));
        if (i % 50 == 0) {
          assertThat(store.counts("l").minima()).isEqualTo(i);
          assertThat(CompletableFuture.supplyAsync(() -> store.network("l")).join().nodeCount())
              .isEqualTo(i);
        }
      }
    }
  }

  @Test
  void oneSinkAtATimeIsOpenForALandscape() {
    store.create(named("a"));
    store.create(named("b"));
    LandscapeSink a = store.openSink("a");
    LandscapeSink b = store.openSink("b");
    for (Runnable second : List.<Runnable>of(() -> store.openSink("a"), () -> store.delete("a"))) {
      assertThatThrownBy(second::run)
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("landscape 'a' is being written: close its sink first");
    }
    b.commit(minima(Minimum.of(1, 0, 0, 1)));
    a.close();
    a.close();
    assertThatThrownBy(() -> a.commit(minima(Minimum.of(1, 0, 0, 1))))
        .isInstanceOf(IllegalStateException.class);
    store.openSink("a").close();
    b.close();
    assertThat(store.counts("a").minima()).isZero();
    assertThat(store.counts("b").minima()).isEqualTo(1);
  }

  @Test
  void landscapesAreIndependentAndADeletedOneLeavesNothing() {
    store.create(named("a"));
    store.create(named("b"));
    Minimum one = Minimum.of(1, -1, 0, 1);
    Minimum two = Minimum.of(2, 0, 0, 1);
    UnconnectedStationaryPoint point =
        new UnconnectedStationaryPoint(1, 2, 0, 0, 0, 1, 0, 1, new double[] {1}, Observables.NONE);
    LandscapeUpdate everything =
        new LandscapeUpdate(
            List.of(one, two),
            List.of(edge(1, 2, 1, 5), edge(2, 1, 1, 5)),
            List.of(point),
            LandscapeUpdate.HitCounts.NONE,
            LandscapeUpdate.HitCounts.NONE,
            Optional.of(new Run(1, 0, "", "", NOON, Optional.empty(), 0, 0, "")),
            Optional.of(new Checkpoint(1, new byte[] {1})));
    write("a", everything);
    write("b", everything);
    assertThat(store.delete("a")).isTrue();
    assertThat(store.landscapes()).containsExactly(named("b"));
    assertThat(store.counts("b")).isEqualTo(new LandscapeCounts(2, 2, 1));
    store.create(named("a"));
    assertThat(store.counts("a")).isEqualTo(new LandscapeCounts(0, 0, 0));
    assertThat(minimaOf("a")).isEmpty();
    assertThat(transitionStatesOf("a")).isEmpty();
    assertThat(stationaryPointsOf("a")).isEmpty();
    assertThat(store.runs("a")).isEmpty();
    assertThat(store.checkpoint("a")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lj 38", "Minimum", "a`b'c\"d\\e", "μ∞-𝄞", "..", "a/b", "$l", "_", "Landscape"})
  void anyNameWillDo(String name) {
    store.create(named(name));
    write(name, minima(Minimum.of(1, 0, 0, 1)));
    assertThat(store.counts(name).minima()).isEqualTo(1);
    assertThat(minimaOf(name)).hasSize(1);
    assertThat(store.delete(name)).isTrue();
  }

  @Test
  void readersMayReadAgainWhileTheyAreCalledBack() {
    store.create(named("l"));
    write("l", minima(Minimum.of(1, 0, 0, 1), Minimum.of(2, 0, 0, 1)));
    List<Long> seen = new ArrayList<>();
    store.forEachMinimum("l", m -> seen.add(store.counts("l").minima()));
    assertThat(seen).containsExactly(2L, 2L);
  }

  @Test
  void aClosedStoreRefusesEveryCall() {
    store.create(named("l"));
    store.close();
    store.close();
    assertThatThrownBy(() -> store.counts("l")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.landscapes()).isInstanceOf(IllegalStateException.class);
  }

  // Random updates, overlapping in ids, go to the store under test and to one in memory.
  @Test
  void randomUpdatesLeaveTheSameLandscapeAsInMemory() {
    long seed = 20261120;
    SplittableRandom random = new SplittableRandom(seed);
    try (LandscapeStore model = new InMemoryLandscapeStore()) {
      model.create(named("l"));
      store.create(named("l"));
      int sessions = 4;
      for (int session = 0; session < sessions; session++) {
        try (LandscapeSink expected = model.openSink("l");
            LandscapeSink tested = store.openSink("l")) {
          for (int i = 0; i < 25; i++) {
            LandscapeUpdate update = randomUpdate(random, model);
            expected.commit(update);
            tested.commit(update);
          }
        }
        String as = "seed " + seed + ", session " + session;
        assertThat(store.counts("l")).as(as).isEqualTo(model.counts("l"));
        List<StationaryPoint> expected = new ArrayList<>();
        List<StationaryPoint> found = new ArrayList<>();
        model.forEachMinimum("l", expected::add);
        model.forEachTransitionState("l", expected::add);
        model.forEachStationaryPoint("l", expected::add);
        store.forEachMinimum("l", found::add);
        store.forEachTransitionState("l", found::add);
        store.forEachStationaryPoint("l", found::add);
        assertThat(found).as(as).isEqualTo(expected);
        assertThat(NetworkColumns.of(store.network("l")))
            .as(as)
            .isEqualTo(NetworkColumns.of(model.network("l")));
      }
    }
  }

  private static LandscapeUpdate randomUpdate(SplittableRandom random, LandscapeStore model) {
    List<Minimum> minima = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      minima.add(
          new Minimum(
              1 + random.nextInt(60),
              random.nextInt(5) / 4.0,
              random.nextDouble(),
              1 + random.nextInt(4),
              random.nextDouble(),
              random.nextInt(9),
              new double[] {random.nextDouble()},
              random.nextBoolean()
                  ? Observables.NONE
                  : Observables.of(List.of("q"), random.nextDouble())));
    }
    List<Long> ends = new ArrayList<>();
    minima.forEach(m -> ends.add(m.id()));
    model.forEachMinimum("l", m -> ends.add(m.id()));
    List<TransitionState> known = new ArrayList<>();
    model.forEachTransitionState("l", known::add);
    long newest = known.isEmpty() ? 0 : known.get(known.size() - 1).id();
    List<TransitionState> edges = new ArrayList<>();
    for (int i = ends.isEmpty() ? 0 : random.nextInt(10); i > 0; i--) {
      boolean again = !known.isEmpty() && random.nextInt(4) == 0;
      TransitionState old = again ? known.get(random.nextInt(known.size())) : null;
      edges.add(
          new TransitionState(
              old != null ? old.id() : newest + 1 + edges.size(),
              old != null ? old.lowerMinimum() : ends.get(random.nextInt(ends.size())),
              old != null ? old.higherMinimum() : ends.get(random.nextInt(ends.size())),
              random.nextDouble() + 2,
              random.nextDouble(),
              1,
              -1 - random.nextDouble(),
              0,
              random.nextInt(9),
              new double[] {random.nextDouble()},
              Observables.NONE));
    }
    LandscapeUpdate.HitCounts edgeHits =
        known.isEmpty()
            ? LandscapeUpdate.HitCounts.NONE
            : hits(known.get(random.nextInt(known.size())).id(), random.nextInt(99));
    LandscapeUpdate.HitCounts minimumHits =
        ends.isEmpty()
            ? LandscapeUpdate.HitCounts.NONE
            : hits(ends.get(random.nextInt(ends.size())), random.nextInt(99));
    UnconnectedStationaryPoint point =
        new UnconnectedStationaryPoint(
            1 + random.nextInt(20),
            random.nextInt(5),
            0,
            random.nextDouble(),
            0,
            1,
            0,
            1,
            new double[0],
            Observables.NONE);
    return new LandscapeUpdate(
        minima, edges, List.of(point), minimumHits, edgeHits, Optional.empty(), Optional.empty());
  }
}
