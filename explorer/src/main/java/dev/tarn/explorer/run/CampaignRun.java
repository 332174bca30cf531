package dev.tarn.explorer.run;

import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.PotentialException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;

/**
 * Runs a campaign into a store: rounds, commits, resumption, limits of time, failures of the
 * potential.
 *
 * <p>A landscape that is not there is created. One that an earlier run of the same kind left is
 * resumed from its last committed round: with the same settings it ends in the landscape in which
 * one uninterrupted run would have ended, on any number of threads.
 *
 * @param <K> what tasks may look at
 * @param <T> tasks
 * @param <O> their outcomes
 * @param <P> what a listener is told after each round
 */
public final class CampaignRun<K, T extends SearchTask, O extends SearchOutcome, P> {
  private static final String CANCELLED = "cancelled";
  private static final String TIME_IS_UP = "time is up";

  private final LandscapeStore store;
  private final Campaign<K, T, O, P> campaign;
  private final Class<O> outcomes;
  private final RunRecord record;
  private final Clock clock;
  private final TaskRunnerFactory runners;
  private final RunSettings settings;
  private RunState state = new RunState();
  private UnfinishedRound<O> unfinished = new UnfinishedRound<>();

  /**
   * A run that has not begun.
   *
   * @param store where the landscape is kept
   * @param campaign what is done; not used before
   * @param outcomes class of the outcomes of its tasks
   * @param record what the run writes about itself
   * @param clock time of the records and of the time limit
   * @param runners chooses where tasks are carried out
   */
  public CampaignRun(
      LandscapeStore store,
      Campaign<K, T, O, P> campaign,
      Class<O> outcomes,
      RunRecord record,
      Clock clock,
      TaskRunnerFactory runners) {
    this.store = store;
    this.campaign = campaign;
    this.outcomes = outcomes;
    this.record = record;
    this.clock = clock;
    this.runners = runners;
    settings = campaign.settings();
  }

  /** What a run does with a landscape whose last run had other settings. */
  public enum OtherSettings {
    /** Refuses, and names them. */
    REFUSE,
    /** Resumes, with the new ones. */
    ACCEPT
  }

  /**
   * Runs until the campaign or the limit of time says so, or the run is cancelled.
   *
   * <p>A limit of time holds within a round as well, but not before the landscape has had one. A
   * round that does not end leaves no trace in the landscape; its searches that are done are kept
   * for the run that resumes, those under way are lost.
   *
   * <p>Rounds are committed one by one where they take two seconds or more, else together with
   * those before them, every two seconds and when the run ends: a kill loses that much at most.
   *
   * @param otherSettings what to do if the settings have changed since the last run
   * @param listener told after each round, and several times a second within it
   * @param cancelled asked before each search and several times a second
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name which
   *     belongs to another potential, to another kind of campaign, or was imported
   * @throws PotentialException if the potential throws; the round in which it did is committed
   * @throws ChangedSettingsException if the landscape was made with other settings and they are
   *     refused
   */
  public RunResult<P> run(
      OtherSettings otherSettings, RunListener<P> listener, BooleanSupplier cancelled) {
    Instant start = clock.instant();
    open(start, otherSettings);
    long runId = store.runs(settings.landscape()).size() + 1L;
    double earlier = state.seconds();
    String outcome = stop(Duration.ZERO).orElse("");
    boolean cut = false;
    try (LandscapeSink sink = store.openSink(settings.landscape());
        TaskRunner<K, T, O> runner = runners.open(campaign.work());
        GroupedCommits commits =
            new GroupedCommits(clock, why -> commit(sink, runId, start, why))) {
      while (outcome.isEmpty()) {
        List<T> tasks = campaign.propose(state.round());
        RoundWatch watch = new RoundWatch(start, tasks.size(), listener, cancelled);
        List<O> round = runRound(tasks, runner, watch);
        if (round.isEmpty()) {
          cut = true;
          outcome = watch.reason;
          setSeconds(earlier, Duration.between(start, clock.instant()));
          commits.runEnds(outcome);
          break;
        }
        commits.roundMerges();
        String failure = merge(tasks, round);
        Duration elapsed = Duration.between(start, clock.instant());
        setSeconds(earlier, elapsed);
        campaign.endRound(state);
        outcome = failure.isEmpty() ? stop(elapsed).orElse("") : failure;
        if (outcome.isEmpty() && cancelled.getAsBoolean()) {
          outcome = CANCELLED;
        }
        if (outcome.isEmpty()) {
          commits.roundMerged(state.round() == 1);
        } else {
          commits.runEnds(outcome);
        }
        listener.roundEnded(campaign.progress(state.round(), elapsed));
        if (!failure.isEmpty()) {
          sink.flush();
          throw new PotentialException(failure + kept());
        }
      }
      sink.flush();
    }
    return new RunResult<>(
        campaign.progress(state.round(), Duration.between(start, clock.instant())),
        outcome,
        cut ? OptionalInt.of(unfinished.size()) : OptionalInt.empty());
  }

  /** Merges the outcomes of a round; what the potential threw, or empty. */
  private String merge(List<T> tasks, List<O> round) {
    String failure = "";
    for (int k = 0; k < tasks.size(); k++) {
      O found = round.get(k);
      campaign.merge(tasks.get(k), found);
      if (failure.isEmpty() && found.potentialFailure().isPresent()) {
        failure =
            "potential "
                + settings.potential().name()
                + " threw "
                + found.potentialFailure().get()
                + " (task "
                + (k + 1)
                + " of "
                + tasks.size()
                + " of round "
                + (state.round() + 1)
                + ")";
      }
    }
    unfinished.clear();
    state.endRound();
    return failure;
  }

  private void setSeconds(double earlier, Duration elapsed) {
    state.setSeconds(earlier + elapsed.toNanos() / 1e9);
  }

  private String kept() {
    String found = campaign.found();
    return found.isEmpty() ? "; nothing had been found yet" : "; what was found is kept: " + found;
  }

  /**
   * Carries out a round but for what an earlier run has done of it; empty if this run ends before
   * the round does, and then what was done is remembered.
   */
  private List<O> runRound(List<T> tasks, TaskRunner<K, T, O> runner, RoundWatch watch) {
    List<T> left = tasks.stream().filter(task -> unfinished.outcome(task).isEmpty()).toList();
    watch.doneBefore = tasks.size() - left.size();
    Iterator<Optional<O>> fresh = runner.run(left, campaign.known(), watch).iterator();
    List<Optional<O>> found = new ArrayList<>();
    for (T task : tasks) {
      Optional<O> kept = unfinished.outcome(task);
      found.add(kept.isPresent() ? kept : fresh.next());
    }
    if (found.stream().allMatch(Optional::isPresent)) {
      return found.stream().map(Optional::orElseThrow).toList();
    }
    for (int k = 0; k < tasks.size(); k++) {
      T task = tasks.get(k);
      found.get(k).ifPresent(outcome -> unfinished.keep(task, outcome));
    }
    return List.of();
  }

  /** Tells the listener how a round goes on, and ends it when the run is to end. */
  private final class RoundWatch implements TaskRunner.Watch {
    private final Instant start;
    private final int tasks;
    private final RunListener<P> listener;
    private final BooleanSupplier cancelled;

    /** Searches of this round that an earlier run has done. */
    private int doneBefore;

    /** Why the round is to end, if it is. */
    private volatile String reason = "";

    RoundWatch(Instant start, int tasks, RunListener<P> listener, BooleanSupplier cancelled) {
      this.start = start;
      this.tasks = tasks;
      this.listener = listener;
      this.cancelled = cancelled;
    }

    @Override
    public boolean isOver(int done) {
      if (cancelled.getAsBoolean()) {
        reason = CANCELLED;
      } else if (state.round() > 0 && isLate(elapsed())) {
        reason = TIME_IS_UP;
      }
      return !reason.isEmpty();
    }

    @Override
    public void look(int done) {
      listener.searching(campaign.progress(state.round(), elapsed()), doneBefore + done, tasks);
    }

    private Duration elapsed() {
      return Duration.between(start, clock.instant());
    }
  }

  private Optional<String> stop(Duration elapsed) {
    Optional<String> why = campaign.stop(state);
    return why.isEmpty() && isLate(elapsed) ? Optional.of(TIME_IS_UP) : why;
  }

  private boolean isLate(Duration elapsed) {
    Optional<Duration> limit = settings.timeLimit();
    return limit.isPresent() && elapsed.compareTo(limit.get()) >= 0;
  }

  private void commit(LandscapeSink sink, long runId, Instant start, String outcome) {
    CheckpointSections.Writer sections = new CheckpointSections.Writer(campaign.kind());
    state.encode(sections);
    campaign.encode(sections);
    unfinished.encode(sections);
    boolean isLast = !outcome.isEmpty();
    Run run =
        new Run(
            runId,
            settings.seed(),
            record.runFile(),
            record.version(),
            start,
            isLast ? Optional.of(clock.instant()) : Optional.empty(),
            state.round(),
            campaign.energyCalls(),
            outcome);
    Checkpoint checkpoint = new Checkpoint(state.round(), sections.sections().encode());
    sink.commit(campaign.takeUpdate(run, checkpoint, isLast));
  }

  private void open(Instant now, OtherSettings otherSettings) {
    String name = settings.landscape();
    Optional<Landscape> there = store.createUnlessThere(settings.potential().landscape(name, now));
    Optional<Checkpoint> checkpoint = store.checkpoint(name);
    if (checkpoint.isEmpty()) {
      if (there.isPresent() && hasPoints(name)) {
        throw new LandscapeStoreException(
            "landscape "
                + name
                + " was imported, not made by Tarn, and cannot be resumed: choose another name");
      }
      state.settings().putAll(settings.decisive());
      return;
    }
    CheckpointSections sections = sections(checkpoint.get().state());
    state = RunState.decode(sections);
    unfinished = UnfinishedRound.decode(sections, outcomes);
    checkSettings(otherSettings);
    campaign.restore(sections, store);
  }

  private boolean hasPoints(String name) {
    LandscapeCounts counts = store.counts(name);
    return counts.minima() + counts.stationaryPoints() > 0;
  }

  private CheckpointSections sections(byte[] encoded) {
    if (!CheckpointSections.isIn(encoded)) {
      return campaign.read(encoded).orElseThrow(() -> foreign("run of another kind"));
    }
    CheckpointSections sections = CheckpointSections.decode(encoded);
    if (!sections.kind().equals(campaign.kind())) {
      throw foreign(sections.kind());
    }
    return sections;
  }

  private LandscapeStoreException foreign(String kind) {
    return new LandscapeStoreException(
        "landscape "
            + settings.landscape()
            + " holds "
            + withArticle(kind)
            + ", which "
            + withArticle(campaign.kind())
            + " cannot resume: choose another name");
  }

  private static String withArticle(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }

  /** With other settings a run that resumes would not end where an unbroken one does. */
  private void checkSettings(OtherSettings otherSettings) {
    Map<String, String> now = settings.decisive();
    Map<String, String> last = state.settings();
    StringJoiner changes = new StringJoiner(", ");
    now.forEach(
        (key, value) -> {
          String unknown = last.isEmpty() ? value : settings.formerly(key).orElse(value);
          String before = last.getOrDefault(key, unknown);
          if (!before.equals(value)) {
            changes.add(key + " was " + before + " and is now " + value);
          }
        });
    if (changes.length() > 0 && otherSettings == OtherSettings.REFUSE) {
      throw new ChangedSettingsException(
          "landscape " + settings.landscape() + " was explored with other settings: " + changes);
    }
    if (changes.length() > 0) {
      unfinished.clear();
    }
    last.clear();
    last.putAll(now);
  }
}
