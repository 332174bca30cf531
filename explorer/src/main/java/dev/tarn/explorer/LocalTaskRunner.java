package dev.tarn.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Runs tasks on threads of this process, each with a search engine of its own. */
final class LocalTaskRunner implements TaskRunner {
  private final ExecutorService executor;
  private final List<SearchEngine> engines = new ArrayList<>();

  LocalTaskRunner(ExplorationSettings settings) {
    for (int k = 0; k < settings.threads(); k++) {
      engines.add(new SearchEngine(settings));
    }
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            settings.threads(),
            runnable -> {
              Thread thread = new Thread(runnable, "tarn-search-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public Optional<List<SearchOutcome>> run(
      List<SearchTask> tasks, KnownLandscape known, BooleanSupplier cancelled) {
    SearchOutcome[] outcomes = new SearchOutcome[tasks.size()];
    AtomicInteger next = new AtomicInteger();
    List<Callable<Boolean>> workers = new ArrayList<>();
    for (SearchEngine engine : engines) {
      workers.add(
          () -> {
            for (int k = next.getAndIncrement(); k < outcomes.length; k = next.getAndIncrement()) {
              if (cancelled.getAsBoolean()) {
                return false;
              }
              outcomes[k] = engine.run(tasks.get(k), known);
            }
            return true;
          });
    }
    try {
      boolean complete = true;
      for (Future<Boolean> done : executor.invokeAll(workers)) {
        complete &= done.get();
      }
      return complete ? Optional.of(List.of(outcomes)) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a search task failed: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
