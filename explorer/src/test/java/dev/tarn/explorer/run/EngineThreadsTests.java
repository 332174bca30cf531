package dev.tarn.explorer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineThreadsTests {
  private static final List<Integer> TASKS = IntStream.range(0, 20).boxed().toList();

  private static EngineThreads<String> threads() {
    return new EngineThreads<>("test", 3, () -> "engine");
  }

  @Test
  void resultsStandInTheOrderOfTheTasks() {
    try (EngineThreads<String> threads = threads()) {
      assertThat(threads.run(TASKS, (engine, task) -> 2 * task))
          .containsExactlyElementsOf(TASKS.stream().map(task -> 2 * task).toList());
      assertThat(threads.run(List.<Integer>of(), (engine, task) -> task)).isEmpty();
    }
  }

  @Test
  void whatWasDoneWhenItEndsIsHandedOut() {
    try (EngineThreads<String> threads = threads()) {
      List<Optional<Integer>> results =
          threads.run(
              TASKS,
              (engine, task) -> task == 1 ? Optional.empty() : Optional.of(task),
              new EngineThreads.Watch() {
                @Override
                public boolean isOver(int done) {
                  return done >= 5;
                }
              });
      assertThat(results).hasSize(20);
      assertThat(results.get(0)).contains(0);
      assertThat(results.get(1)).isEmpty();
      assertThat(results.get(19)).isEmpty();
      // Those that had begun on the other threads may be done as well.
      assertThat(results.stream().filter(Optional::isPresent).count()).isBetween(5L, 7L);
    }
  }

  /** The only task waits until somebody has looked twice. */
  @Test
  void somebodyLooksOnWhileATaskTakesLong() {
    CountDownLatch looks = new CountDownLatch(2);
    AtomicInteger done = new AtomicInteger(-1);
    try (EngineThreads<String> threads = threads()) {
      threads.run(
          List.of(1),
          (engine, task) -> {
            try {
              looks.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return Optional.of(task);
          },
          new EngineThreads.Watch() {
            @Override
            public void look(int tasksDone) {
              done.set(tasksDone);
              looks.countDown();
            }
          });
    }
    assertThat(done).hasValue(0);
  }

  @Test
  void whatATaskThrowsIsSaid() {
    try (EngineThreads<String> threads = threads()) {
      assertThatThrownBy(
              () ->
                  threads.run(
                      TASKS,
                      (engine, task) -> {
                        throw new IllegalStateException("no");
                      }))
          .hasMessageContaining("a search task failed")
          .hasMessageContaining("no");
    }
  }
}
