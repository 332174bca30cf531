package dev.tarn.explorer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import dev.tarn.potentials.DelegatingPotential;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link CampaignRun} promises of every campaign. A subclass runs its campaign on the
 * landscape "x" of a given potential, a few Lennard-Jones atoms unless the test wants it to fail.
 */
public abstract class RunContract {
  private static final long ROUNDS = 4;

  /**
   * How to run.
   *
   * @param potential what to search
   * @param seed seed
   * @param rounds rounds of the landscape after which to stop
   * @param timeLimit limit of time
   * @param runners where to
   * @param clock clock
   * @param otherSettings what to do if the settings have changed
   * @param cancelled whether to end
   */
  protected record Case(
      PotentialSpecification potential,
      long seed,
      long rounds,
      Optional<Duration> timeLimit,
      TaskRunnerFactory runners,
      Clock clock,
      OtherSettings otherSettings,
      BooleanSupplier cancelled) {

    static Case of(PotentialSpecification potential) {
      return new Case(
          potential,
          1,
          ROUNDS,
          Optional.empty(),
          TaskRunnerFactory.threads(2),
          new Ticking(),
          OtherSettings.REFUSE,
          () -> false);
    }

    Case on(TaskRunnerFactory newRunners) {
      return new Case(
          potential, seed, rounds, timeLimit, newRunners, clock, otherSettings, cancelled);
    }

    Case with(long newSeed, OtherSettings newOtherSettings) {
      return new Case(
          potential, newSeed, rounds, timeLimit, runners, clock, newOtherSettings, cancelled);
    }

    Case upTo(long newRounds) {
      return new Case(
          potential, seed, newRounds, timeLimit, runners, clock, otherSettings, cancelled);
    }

    Case within(Duration limit, Clock newClock) {
      return new Case(
          potential, seed, rounds, Optional.of(limit), runners, newClock, otherSettings, cancelled);
    }

    Case until(BooleanSupplier newCancelled) {
      return new Case(
          potential, seed, rounds, timeLimit, runners, clock, otherSettings, newCancelled);
    }
  }

  /** Runs the campaign; why it ended. */
  protected abstract String run(LandscapeStore store, Case how);

  /** The state in a checkpoint as if no time had passed. */
  protected abstract byte[] withoutTimes(CheckpointSections sections);

  /** Three seconds pass at every look, so that each round is committed. */
  private static final class Ticking extends Clock {
    private final AtomicLong seconds = new AtomicLong();

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(seconds.addAndGet(3));
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

  private final PotentialSpecification cluster =
      PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", atoms()));

  /** How many atoms make a landscape that takes four rounds about a second. */
  protected int atoms() {
    return 7;
  }

  /** A decorator that does something at each evaluation of the gradient. */
  private static final class Watched extends DelegatingPotential {
    private final Runnable atEachGradient;

    Watched(Potential potential, Runnable atEachGradient) {
      super(potential);
      this.atEachGradient = atEachGradient;
    }

    @Override
    public Potential forOneThread() {
      return new Watched(potential().forOneThread(), atEachGradient);
    }

    @Override
    public double energyAndGradient(double[] x, double[] gradient) {
      atEachGradient.run();
      return super.energyAndGradient(x, gradient);
    }
  }

  private PotentialSpecification watched(Runnable atEachGradient) {
    return new PotentialSpecification(
        cluster.name(), cluster.parameters(), new Watched(cluster.potential(), atEachGradient));
  }

  private LandscapeStore unbroken() {
    LandscapeStore store = new InMemoryLandscapeStore();
    assertThat(run(store, Case.of(cluster))).isEqualTo("did 4 rounds");
    assertThat(store.counts("x").minima()).isPositive();
    return store;
  }

  private void same(LandscapeStore one, LandscapeStore other) {
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> saddles = new ArrayList<>();
    List<UnconnectedStationaryPoint> points = new ArrayList<>();
    one.forEachMinimum("x", minima::add);
    one.forEachTransitionState("x", saddles::add);
    one.forEachStationaryPoint("x", points::add);
    List<Minimum> otherMinima = new ArrayList<>();
    List<TransitionState> otherSaddles = new ArrayList<>();
    List<UnconnectedStationaryPoint> otherPoints = new ArrayList<>();
    other.forEachMinimum("x", otherMinima::add);
    other.forEachTransitionState("x", otherSaddles::add);
    other.forEachStationaryPoint("x", otherPoints::add);
    assertThat(otherMinima).isEqualTo(minima);
    assertThat(otherSaddles).isEqualTo(saddles);
    assertThat(otherPoints).isEqualTo(points);
    assertThat(state(other)).isEqualTo(state(one));
  }

  private byte[] state(LandscapeStore store) {
    return withoutTimes(CheckpointSections.decode(store.checkpoint("x").orElseThrow().state()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void threadsDoNotChangeTheResult(int threads) {
    LandscapeStore store = new InMemoryLandscapeStore();
    run(store, Case.of(cluster).on(TaskRunnerFactory.threads(threads)));
    same(unbroken(), store);
  }

  /** Another runner needs nothing but the port, and everything it is given can be sent. */
  @Test
  void anotherRunnerDoesNotChangeTheResult() {
    LandscapeStore store = new InMemoryLandscapeStore();
    run(store, Case.of(cluster).on(new SerialisedTaskRunners()));
    same(unbroken(), store);
  }

  /** A store whose sinks fail after some commits, as if the process had been killed there. */
  private static LandscapeStore killedAfter(LandscapeStore store, int commits) {
    AtomicInteger left = new AtomicInteger(commits);
    return (LandscapeStore)
        Proxy.newProxyInstance(
            RunContract.class.getClassLoader(),
            new Class<?>[] {LandscapeStore.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("openSink")) {
                return method.invoke(store, arguments);
              }
              LandscapeSink sink = store.openSink((String) arguments[0]);
              return new LandscapeSink() {
                @Override
                public void commit(LandscapeUpdate update) {
                  if (left.getAndDecrement() <= 0) {
                    throw new LandscapeStoreException("killed");
                  }
                  sink.commit(update);
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

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aKilledRunResumesToTheSameEnd(int commits) {
    LandscapeStore store = new InMemoryLandscapeStore();
    assertThatThrownBy(() -> run(killedAfter(store, commits), Case.of(cluster)))
        .hasMessage("killed");
    run(store, Case.of(cluster));
    same(unbroken(), store);
  }

  @Test
  void aCancellationEndsTheRunWithinARoundAndFinishedSearchesAreKept() {
    AtomicInteger gradients = new AtomicInteger();
    PotentialSpecification counted = watched(gradients::incrementAndGet);
    LandscapeStore whole = new InMemoryLandscapeStore();
    run(whole, Case.of(counted).upTo(2));
    int twoRounds = gradients.getAndSet(0);
    LandscapeStore store = new InMemoryLandscapeStore();
    assertThat(run(store, Case.of(counted).upTo(1))).isEqualTo("did 1 rounds");
    int oneRound = gradients.get();
    int within = oneRound + (twoRounds - oneRound) / 5;
    assertThat(run(store, Case.of(counted).until(() -> gradients.get() >= within)))
        .isEqualTo("cancelled");
    assertThat(store.checkpoint("x").orElseThrow().round()).isEqualTo(1);
    assertThat(gradients.get()).isLessThan(twoRounds);
    // The searches that are kept are not made again.
    assertThat(CheckpointSections.decode(store.checkpoint("x").orElseThrow().state()).names())
        .contains("unfinished");
    int before = gradients.get();
    run(store, Case.of(counted).upTo(2));
    assertThat(gradients.get() - before).isLessThan(twoRounds - oneRound);
    same(whole, store);
    run(store, Case.of(counted));
    same(unbroken(), store);
  }

  @Test
  void aLimitOfTimeHoldsWithinARoundButTheFirst() {
    AtomicLong gradients = new AtomicLong();
    PotentialSpecification timed = watched(gradients::incrementAndGet);
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return Instant.ofEpochSecond(gradients.get());
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    run(new InMemoryLandscapeStore(), Case.of(timed).upTo(2));
    long twoRounds = gradients.getAndSet(0);
    LandscapeStore store = new InMemoryLandscapeStore();
    assertThat(run(store, Case.of(timed).within(Duration.ofSeconds(1), clock)))
        .isEqualTo("time is up");
    assertThat(store.checkpoint("x").orElseThrow().round()).isEqualTo(1);
    long second = twoRounds - gradients.get();
    assertThat(run(store, Case.of(timed).within(Duration.ofSeconds(second / 5), clock)))
        .isEqualTo("time is up");
    assertThat(store.checkpoint("x").orElseThrow().round()).isEqualTo(1);
    run(store, Case.of(cluster));
    same(unbroken(), store);
  }

  @Test
  void aPotentialThatThrowsEndsTheRunInOneLineWithEverythingKept() {
    AtomicInteger gradients = new AtomicInteger();
    LandscapeStore store = new InMemoryLandscapeStore();
    run(store, Case.of(cluster).upTo(1));
    long minima = store.counts("x").minima() + store.counts("x").stationaryPoints();
    PotentialSpecification throwing =
        watched(
            () -> {
              if (gradients.incrementAndGet() == 500) {
                throw new IllegalStateException("no value here");
              }
            });
    assertThatThrownBy(() -> run(store, Case.of(throwing)))
        .isInstanceOf(PotentialException.class)
        .hasMessageMatching(
            "potential lennard-jones threw java.lang.IllegalStateException: no value here in"
                + " energyAndGradient, in .* \\(task [0-9]+ of [0-9]+ of round 2\\); what was found"
                + " is kept: .*");
    assertThat(store.counts("x").minima() + store.counts("x").stationaryPoints())
        .isGreaterThanOrEqualTo(minima);
    assertThat(store.runs("x").get(1).outcome()).startsWith("potential lennard-jones threw");
    assertThat(store.checkpoint("x").orElseThrow().round()).isEqualTo(2);
  }

  @Test
  void aPotentialThatAlwaysThrowsEndsTheRunAtOnce() {
    LandscapeStore store = new InMemoryLandscapeStore();
    PotentialSpecification throwing =
        watched(
            () -> {
              throw new IllegalStateException("never");
            });
    assertThatThrownBy(() -> run(store, Case.of(throwing)))
        .isInstanceOf(PotentialException.class)
        .hasMessageEndingWith("; nothing had been found yet");
  }

  @Test
  void changedSettingsAreRefusedByNameUnlessTheyAreAccepted() {
    LandscapeStore store = new InMemoryLandscapeStore();
    run(store, Case.of(cluster).upTo(1));
    assertThatThrownBy(() -> run(store, Case.of(cluster).with(3, OtherSettings.REFUSE)))
        .isInstanceOf(ChangedSettingsException.class)
        .hasMessageEndingWith("with other settings: seed was 1 and is now 3");
    assertThat(store.runs("x")).hasSize(1);
    assertThat(run(store, Case.of(cluster).with(3, OtherSettings.ACCEPT)))
        .isEqualTo("did 4 rounds");
  }

  @Test
  void landscapesOfOtherOriginAreRefused() {
    LandscapeStore store = new InMemoryLandscapeStore();
    run(store, Case.of(cluster).upTo(1));
    try (LandscapeSink sink = store.openSink("x")) {
      sink.commit(
          new LandscapeUpdate(
              List.of(),
              List.of(),
              List.of(),
              LandscapeUpdate.HitCounts.NONE,
              LandscapeUpdate.HitCounts.NONE,
              Optional.empty(),
              Optional.of(
                  new dev.tarn.landscape.Checkpoint(
                      1, new CheckpointSections.Writer("different kind").sections().encode()))));
    }
    assertThatThrownBy(() -> run(store, Case.of(cluster)))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessageContaining("holds a different kind, which a")
        .hasMessageContaining("choose another name");
  }
}
