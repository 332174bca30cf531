package dev.tarn.explorer.census;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs the tasks of a census on threads of this process, each with an engine of its own. */
final class CensusRunner implements AutoCloseable {
  private final ExecutorService executor;
  private final List<CensusEngine> engines = new ArrayList<>();

  CensusRunner(CensusSettings settings) {
    for (int k = 0; k < settings.threads(); k++) {
      engines.add(new CensusEngine(settings));
    }
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            settings.threads(),
            runnable -> {
              Thread thread = new Thread(runnable, "tarn-census-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Outcomes in the order of the tasks. */
  List<CensusOutcome> run(List<CensusTask> tasks, CensusPoints known) {
    CensusOutcome[] outcomes = new CensusOutcome[tasks.size()];
    AtomicInteger next = new AtomicInteger();
    List<Callable<Boolean>> workers = new ArrayList<>();
    for (CensusEngine engine : engines) {
      workers.add(
          () -> {
            for (int k = next.getAndIncrement(); k < outcomes.length; k = next.getAndIncrement()) {
              outcomes[k] = engine.run(tasks.get(k), known);
            }
            return true;
          });
    }
    try {
      for (Future<Boolean> done : executor.invokeAll(workers)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while searching", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a census task failed: " + e.getCause(), e);
    }
    return List.of(outcomes);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
