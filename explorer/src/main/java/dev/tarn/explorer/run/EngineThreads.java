package dev.tarn.explorer.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Threads that each own an engine, which carries out tasks one at a time and has scratch space of
 * its own.
 *
 * @param <E> the engines
 */
public final class EngineThreads<E> implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 100;

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

  /** Looks on while tasks are carried out, and may end that. */
  public interface Watch {
    /** Ends nothing. */
    Watch NONE = new Watch() {};

    /**
     * Whether no further task is to begin, and those under way are to be given up where they can
     * be: asked before each task, on any thread, and between {@linkplain #look looks}. Once true it
     * stays so.
     *
     * @param done tasks that are done
     */
    default boolean isOver(int done) {
      return false;
    }

    /**
     * Called about ten times a second, on the thread that waits.
     *
     * @param done tasks that are done
     */
    default void look(int done) {}
  }

  /**
   * Carries out all tasks and returns what came out in the order of the tasks, whatever the order
   * in which they ended.
   */
  public <T, R> List<R> run(List<T> tasks, BiFunction<E, T, R> work) {
    return run(tasks, (engine, task) -> Optional.of(work.apply(engine, task)), Watch.NONE).stream()
        .map(Optional::orElseThrow)
        .toList();
  }

  /**
   * The same while somebody looks on.
   *
   * @param work returns nothing for a task that it gave up
   * @return empty for tasks that were given up or did not begin
   */
  public <T, R> List<Optional<R>> run(
      List<T> tasks, BiFunction<E, T, Optional<R>> work, Watch watch) {
    List<Optional<R>> results = new ArrayList<>();
    tasks.forEach(task -> results.add(Optional.empty()));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(engines.size());
    List<Future<?>> workers = new ArrayList<>();
    for (E engine : engines) {
      workers.add(
          executor.submit(
              () -> {
                try {
                  for (int k = next.getAndIncrement();
                      k < tasks.size() && !watch.isOver(done.get());
                      k = next.getAndIncrement()) {
                    Optional<R> result = work.apply(engine, tasks.get(k));
                    results.set(k, result);
                    if (result.isPresent()) {
                      done.incrementAndGet();
                    }
                  }
                } finally {
                  running.countDown();
                }
              }));
    }
    try {
      while (!running.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!watch.isOver(done.get())) {
          watch.look(done.get());
        }
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
      return results;
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
