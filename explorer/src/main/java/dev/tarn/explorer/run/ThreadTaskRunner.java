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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on daemon threads of this process, each with a search engine of its own. */
final class ThreadTaskRunner<K, T extends SearchTask, O extends SearchOutcome>
    implements TaskRunner<K, T, O> {
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private final ExecutorService executor;
  private final List<SearchEngine<K, T, O>> engines = new ArrayList<>();

  /** Whether searches under way are to be given up; they ask before each evaluation. */
  private final AtomicBoolean abandoned = new AtomicBoolean();

  ThreadTaskRunner(SearchWork<K, T, O> work, int count) {
    for (int k = 0; k < count; k++) {
      engines.add(work.engine(abandoned::get));
    }
    AtomicInteger number = new AtomicInteger();
    executor =
        Executors.newFixedThreadPool(
            count,
            runnable -> {
              Thread thread = new Thread(runnable, "tarn-search-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public List<Optional<O>> run(List<T> tasks, K known, Watch watch) {
    abandoned.set(false);
    List<Optional<O>> results = new ArrayList<>();
    tasks.forEach(task -> results.add(Optional.empty()));
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(engines.size());
    List<Future<?>> workers = new ArrayList<>();
    for (SearchEngine<K, T, O> engine : engines) {
      workers.add(
          executor.submit(
              () -> {
                try {
                  for (int k = next.getAndIncrement();
                      k < tasks.size() && !isOver(watch, done.get());
                      k = next.getAndIncrement()) {
                    Optional<O> result = engine.run(tasks.get(k), known);
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
        if (!isOver(watch, done.get())) {
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

  private boolean isOver(Watch watch, int done) {
    if (!abandoned.get() && watch.isOver(done)) {
      abandoned.set(true);
    }
    return abandoned.get();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
