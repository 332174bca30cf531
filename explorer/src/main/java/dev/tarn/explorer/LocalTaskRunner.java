package dev.tarn.explorer;

import dev.tarn.explorer.threads.EngineThreads;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Runs tasks on threads of this process, each with a search engine of its own. */
final class LocalTaskRunner implements TaskRunner {
  private final EngineThreads<SearchEngine> threads;

  LocalTaskRunner(ExplorationSettings settings) {
    threads =
        new EngineThreads<>("tarn-search", settings.threads(), () -> new SearchEngine(settings));
  }

  @Override
  public Optional<List<SearchOutcome>> run(
      List<SearchTask> tasks, KnownLandscape known, BooleanSupplier cancelled) {
    return threads.run(tasks, (engine, task) -> engine.run(task, known), cancelled);
  }

  @Override
  public void close() {
    threads.close();
  }
}
