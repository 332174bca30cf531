package dev.tarn.explorer.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Threads that each own an engine, which carries out tasks one at a time and has scratch space of
 * its own.
 *
 * @param <E> the engines
 */
public final class EngineThreads<E> implements AutoCloseable {
  private final ExecutorService executor;
  private final List<E> engines = new ArrayList<>();

  /**
   * Daemon threads that wait for tasks.
   *
   * @param name of the threads, followed by their number
   * @param count how many, at least 1
   * @param engine makes the engine of each
   */
  public EngineThreads(String name, int count, Supplier<E> engine) {
    for (int k = 0; k < count; k++) {
      engines.add(engine.get());
    }
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            count,
            runnable -> {
              Thread thread = new Thread(runnable, name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Carries out all tasks and returns what came out in the order of the tasks, whatever the order
   * in which they ended.
   *
   * @param cancelled asked before each task; once it is true no further task begins
   * @return empty if it was cancelled before every task was done
   */
  public <T, R> Optional<List<R>> run(
      List<T> tasks, BiFunction<E, T, R> work, BooleanSupplier cancelled) {
    List<Optional<R>> results = new ArrayList<>();
    tasks.forEach(task -> results.add(Optional.empty()));
    AtomicInteger next = new AtomicInteger();
    List<Callable<Boolean>> workers = new ArrayList<>();
    for (E engine : engines) {
      workers.add(
          () -> {
            for (int k = next.getAndIncrement(); k < tasks.size(); k = next.getAndIncrement()) {
              if (cancelled.getAsBoolean()) {
                return false;
              }
              results.set(k, Optional.of(work.apply(engine, tasks.get(k))));
            }
            return true;
          });
    }
    try {
      boolean complete = true;
      for (Future<Boolean> done : executor.invokeAll(workers)) {
        complete &= done.get();
      }
      return complete
          ? Optional.of(results.stream().map(Optional::orElseThrow).toList())
          : Optional.empty();
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
