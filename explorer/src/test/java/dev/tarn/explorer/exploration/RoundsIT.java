package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import dev.tarn.potentials.symmetry.Symmetry;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** How rounds end within a limit of time. */
class RoundsIT {

  /** Seven atoms; time passes by a second an evaluation, and from round 2 on slowly in truth. */
  private static final class SlowCluster extends Clock implements Potential {
    private final Potential cluster =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 7)).potential();
    final AtomicLong evaluations = new AtomicLong();
    volatile boolean slow;

    @Override
    public int dimension() {
      return cluster.dimension();
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      evaluations.incrementAndGet();
      if (slow) {
        try {
          Thread.sleep(2);
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return cluster.energyAndGradient(x, gradient);
    }

    @Override
    public void hessian(double[] x, double[] hessian) {
      cluster.hessian(x, hessian);
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      cluster.randomStart(random, x);
    }

    @Override
    public Symmetry symmetry() {
      return cluster.symmetry();
    }

    @Override
    public int blockSize() {
      return 3;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(evaluations.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    /** Rounds of four chains of a hundred quenches, of some thousand evaluations each. */
    ExplorationSettings settings() {
      ExplorationSettings settings =
          ExplorationSettings.of("x", new PotentialSpecification("slow", Map.of(), this));
      return new ExplorationSettings(
          "x",
          settings.potential(),
          3,
          2,
          StoppingRule.ofRounds(4),
          settings.minima().withHops(100),
          settings.saddles(),
          settings.tolerance(),
          4);
    }

    ExplorationReport explore(
        LandscapeStore store,
        ExplorationSettings settings,
        RunListener<ExplorationProgress> listener) {
      return new Exploration(store, settings, new RunRecord("", "test"), this)
          .run(listener, () -> false);
    }
  }

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

  @Test
  void aLimitOfTimeHoldsWithinARoundAndTheRunGoesOnToTheSameEnd() {
    SlowCluster unhurried = new SlowCluster();
    LandscapeStore whole = new InMemoryLandscapeStore();
    List<Long> ends = new ArrayList<>();
    unhurried.explore(whole, unhurried.settings(), p -> ends.add(unhurried.evaluations.get()));
    long secondRound = ends.get(1) - ends.get(0);
    assertThat(secondRound).isGreaterThan(1000);

    SlowCluster hurried = new SlowCluster();
    LandscapeStore pieces = new InMemoryLandscapeStore();
    List<int[]> seen = new ArrayList<>();
    // A tenth of the second round.
    long limit = ends.get(0) + secondRound / 10;
    ExplorationReport cut =
        hurried.explore(
            pieces,
            hurried
                .settings()
                .withUntil(
                    StoppingRule.ofRounds(4).withTime(Optional.of(Duration.ofSeconds(limit)))),
            new RunListener<>() {
              @Override
              public void roundEnded(ExplorationProgress progress) {
                hurried.slow = true;
              }

              @Override
              public void searching(ExplorationProgress soFar, int done, int searches) {
                assertThat(soFar.round()).isLessThan(2);
                seen.add(new int[] {done, searches});
              }
            });
    assertThat(cut.outcome()).isEqualTo("time is up");
    assertThat(cut.progress().round()).isEqualTo(1);
    assertThat(hurried.evaluations.get()).isLessThan(ends.get(0) + secondRound / 2);
    assertThat(cut.setAside().orElseThrow()).isLessThan(4);
    assertThat(seen).isNotEmpty().allMatch(round -> round[1] == 4 && round[0] < 4);

    hurried.slow = false;
    ExplorationReport end = hurried.explore(pieces, hurried.settings(), RunListener.none());
    assertThat(end.setAside()).isEmpty();
    same(whole, pieces);
  }

  @Test
  void aRoundIsFinishedHoweverLittleTimeThereIs() {
    SlowCluster cluster = new SlowCluster();
    LandscapeStore store = new InMemoryLandscapeStore();
    ExplorationSettings settings =
        cluster
            .settings()
            .withUntil(StoppingRule.DEFAULT.withTime(Optional.of(Duration.ofSeconds(1))));
    ExplorationReport report = cluster.explore(store, settings, RunListener.none());
    assertThat(report.outcome()).isEqualTo("time is up");
    assertThat(report.progress().round()).isEqualTo(1);
    assertThat(minima(store)).isNotEmpty();
  }

  /** Searches that are done when a round is cut short are not done again. */
  @Test
  void noSearchIsDoneTwice() {
    SlowCluster once = new SlowCluster();
    LandscapeStore whole = new InMemoryLandscapeStore();
    once.explore(whole, once.settings().withThreads(1), RunListener.none());

    SlowCluster cluster = new SlowCluster();
    LandscapeStore pieces = new InMemoryLandscapeStore();
    int cuts = 0;
    String outcome = "cancelled";
    while (outcome.equals("cancelled")) {
      // Two searches a run.
      AtomicInteger left = new AtomicInteger(2);
      Exploration exploration =
          new Exploration(
              pieces,
              cluster.settings().withThreads(1),
              new RunRecord("", "test"),
              Clock.systemUTC());
      outcome =
          exploration
              .run(
                  RunListener.none(),
                  () ->
                      // Not those between two searches, which come with time.
                      Thread.currentThread().getName().startsWith("tarn-search")
                          && left.decrementAndGet() < 0)
              .outcome();
      cuts++;
    }
    assertThat(cuts).isBetween(6, 12);
    same(whole, pieces);
    assertThat(cluster.evaluations.get()).isEqualTo(once.evaluations.get());
  }

  /** The first round has the same seeds with either number of hops. */
  @Test
  void whatIsKeptOfARoundIsDroppedWithItsSettings() {
    SlowCluster cluster = new SlowCluster();
    ExplorationSettings longer = cluster.settings().withThreads(1);
    LandscapeStore changed = new InMemoryLandscapeStore();
    AtomicInteger left = new AtomicInteger(3);
    ExplorationReport cut =
        new Exploration(changed, longer, new RunRecord("", "test"), Clock.systemUTC())
            .run(
                RunListener.none(),
                () ->
                    Thread.currentThread().getName().startsWith("tarn-search")
                        && left.decrementAndGet() < 0);
    assertThat(cut.setAside()).hasValue(3);
    assertThat(cut.progress().searches()).isZero();
    ExplorationSettings shorter = longer.withMinima(longer.minima().withHops(20));
    new Exploration(changed, shorter, new RunRecord("", "test"), Clock.systemUTC())
        .acceptChanges()
        .run(RunListener.none(), () -> false);
    LandscapeStore fresh = new InMemoryLandscapeStore();
    explore(fresh, shorter);
    same(fresh, changed);
  }

  /** A store whose sinks take a number of commits, and what then becomes of the next ones. */
  private static LandscapeStore taking(
      LandscapeStore store, int commits, Consumer<LandscapeUpdate> rest) {
    AtomicInteger left = new AtomicInteger(commits);
    return (LandscapeStore)
        Proxy.newProxyInstance(
            RoundsIT.class.getClassLoader(),
            new Class<?>[] {LandscapeStore.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("openSink")) {
                return method.invoke(store, arguments);
              }
              LandscapeSink sink = store.openSink((String) arguments[0]);
              return new LandscapeSink() {
                @Override
                public void commit(LandscapeUpdate update) {
                  if (left.getAndDecrement() > 0) {
                    sink.commit(update);
                  } else {
                    rest.accept(update);
                  }
                }

                @Override
                public void flush() {
                  sink.flush();
                }

                @Override
                public void close() {
                  sink.close();
                }
              };
            });
  }

  /** Rounds take 0.8 seconds each, so three go into a commit. */
  private static final class Ticking extends Clock implements RunListener<ExplorationProgress> {
    private final AtomicLong millis = new AtomicLong();

    @Override
    public void roundEnded(ExplorationProgress progress) {
      millis.addAndGet(800);
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis.get());
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    ExplorationReport explore(LandscapeStore store, ExplorationSettings settings) {
      return explore(store, settings, this);
    }

    ExplorationReport explore(
        LandscapeStore store,
        ExplorationSettings settings,
        RunListener<ExplorationProgress> listener) {
      return new Exploration(store, settings, new RunRecord("", "test"), this)
          .run(listener, () -> false);
    }
  }

  private static ExplorationSettings shortRounds() {
    PotentialSpecification cluster =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 8));
    ExplorationSettings settings = ExplorationSettings.of("x", cluster);
    return settings.withMinima(settings.minima().withHops(3)).withUntil(StoppingRule.ofRounds(11));
  }

  /** What follows a commit is lost, as by a kill, and done again. */
  @Test
  void whicheverCommitWasTheLastTheRunGoesOnToTheSameEnd() {
    ExplorationSettings settings = shortRounds();
    LandscapeStore whole = new InMemoryLandscapeStore();
    List<Long> committed = new ArrayList<>();
    new Ticking()
        .explore(
            taking(
                whole,
                Integer.MAX_VALUE,
                update -> {
                  throw new IllegalStateException();
                }),
            settings);
    assertThat(DiscoveryCurve.of(whole.checkpoint("x").orElseThrow()).points().get(3).seconds())
        .hasValue(2.4);
    for (int commits = 0; commits < 5; commits++) {
      LandscapeStore killed = new InMemoryLandscapeStore();
      new Ticking().explore(taking(killed, commits, update -> {}), settings);
      committed.add(killed.checkpoint("x").map(Checkpoint::round).orElse(0L));
      new Ticking().explore(killed, settings);
      same(whole, killed);
    }
    assertThat(committed).containsExactly(0L, 1L, 4L, 7L, 10L);
  }

  @Test
  void anExceptionLosesNoRoundThatEnded() {
    ExplorationSettings settings = shortRounds();
    LandscapeStore whole = new InMemoryLandscapeStore();
    new Ticking().explore(whole, settings);
    LandscapeStore thrown = new InMemoryLandscapeStore();
    assertThatThrownBy(
            () ->
                new Ticking()
                    .explore(
                        thrown,
                        settings,
                        progress -> {
                          if (progress.round() == 6) {
                            throw new IllegalStateException("nobody listens");
                          }
                        }))
        .hasMessage("nobody listens");
    assertThat(thrown.checkpoint("x").orElseThrow().round()).isEqualTo(6);
    new Ticking().explore(thrown, settings);
    same(whole, thrown);
  }

  @Test
  void aStoreThatFailsEndsTheRun() {
    LandscapeStore store = new InMemoryLandscapeStore();
    LandscapeStore failing =
        taking(
            store,
            2,
            update -> {
              throw new LandscapeStoreException("no space is left");
            });
    assertThatThrownBy(() -> new Ticking().explore(failing, shortRounds()))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessage("no space is left");
    assertThat(store.checkpoint("x").orElseThrow().round()).isEqualTo(4);
  }

  /** Time is counted over all runs, and not between them. */
  @Test
  void theCurveOfFindsHasTheTimeOfAllRuns() {
    LandscapeStore store = new InMemoryLandscapeStore();
    Ticking clock = new Ticking();
    for (int rounds : new int[] {2, 5}) {
      clock.explore(store, shortRounds().withUntil(StoppingRule.ofRounds(rounds)));
      clock.millis.addAndGet(1_000_000);
    }
    assertThat(DiscoveryCurve.of(store.checkpoint("x").orElseThrow()).points())
        .extracting(point -> Math.round(1000 * point.seconds().orElseThrow()))
        .containsExactly(0L, 800L, 800L, 1600L, 2400L);
  }

  private static ExplorationReport explore(LandscapeStore store, ExplorationSettings settings) {
    return new Exploration(store, settings, new RunRecord("", "test"), Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }
}
