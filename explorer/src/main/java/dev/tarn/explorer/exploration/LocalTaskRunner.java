package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;
import dev.tarn.explorer.run.EngineThreads;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs tasks on threads of this process, each with a search engine of its own. */
final class LocalTaskRunner implements TaskRunner {
  private final EngineThreads<SearchEngine> threads;
  private final BatchTally batches;

  /** Whether searches under way are to be given up; they ask before each evaluation. */
  private final AtomicBoolean abandoned = new AtomicBoolean();

  LocalTaskRunner(ExplorationSettings settings, Clock clock) {
    batches = new BatchTally(clock);
    threads =
        new EngineThreads<>(
            "tarn-search",
            settings.threads(),
            () -> new SearchEngine(settings, batches, abandoned::get));
  }

  @Override
  public List<Optional<SearchOutcome>> run(
      List<SearchTask> tasks, KnownLandscape known, Watch watch) {
    abandoned.set(false);
    return threads.run(
        tasks,
        (engine, task) -> engine.run(task, known),
        new EngineThreads.Watch() {
          @Override
          public boolean isOver(int done) {
            if (!abandoned.get() && watch.isOver(done)) {
              abandoned.set(true);
            }
            return abandoned.get();
          }

          @Override
          public void look(int done) {
            watch.look(done, batches.figures());
          }
        });
  }

  @Override
  public BatchTally.Figures batches() {
    return batches.figures();
  }

  @Override
  public void close() {
    threads.close();
  }
}
