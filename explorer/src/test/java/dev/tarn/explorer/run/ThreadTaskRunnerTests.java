package dev.tarn.explorer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThreadTaskRunnerTests {

  private record Numbered(long seed) implements SearchTask {
    @Override
    public String described() {
      return "number " + seed;
    }
  }

  private record Found(long value) implements SearchOutcome {
    @Override
    public Optional<String> potentialFailure() {
      return Optional.empty();
    }
  }

  private static final List<Numbered> TASKS =
      LongStream.range(0, 20).mapToObj(Numbered::new).toList();

  private static final TaskRunner.Watch NO_WATCH =
      new TaskRunner.Watch() {
        @Override
        public boolean isOver(int done) {
          return false;
        }

        @Override
        public void look(int done) {}
      };

  private static TaskRunner<String, Numbered, Found> runner(
      SearchEngine<String, Numbered, Found> engine) {
    return TaskRunnerFactory.threads(3).open(abandoned -> engine);
  }

  @Test
  void resultsStandInTheOrderOfTheTasks() {
    try (TaskRunner<String, Numbered, Found> runner =
        runner((task, known) -> Optional.of(new Found(2 * task.seed + known.length())))) {
      assertThat(runner.run(TASKS, "known", NO_WATCH))
          .containsExactlyElementsOf(
              TASKS.stream().map(task -> Optional.of(new Found(2 * task.seed + 5))).toList());
      assertThat(runner.run(List.of(), "", NO_WATCH)).isEmpty();
    }
  }

  @Test
  void whatWasDoneWhenItEndsIsHandedOut() {
    try (TaskRunner<String, Numbered, Found> runner =
        runner(
            (task, known) ->
                task.seed == 1 ? Optional.empty() : Optional.of(new Found(task.seed)))) {
      List<Optional<Found>> results =
          runner.run(
              TASKS,
              "",
              new TaskRunner.Watch() {
                @Override
                public boolean isOver(int done) {
                  return done >= 5;
                }

                @Override
                public void look(int done) {}
              });
      assertThat(results).hasSize(20);
      assertThat(results.get(0)).contains(new Found(0));
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
    try (TaskRunner<String, Numbered, Found> runner =
        runner(
            (task, known) -> {
              try {
                looks.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return Optional.of(new Found(task.seed));
            })) {
      runner.run(
          TASKS.subList(0, 1),
          "",
          new TaskRunner.Watch() {
            @Override
            public boolean isOver(int tasksDone) {
              return false;
            }

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
    try (TaskRunner<String, Numbered, Found> runner =
        runner(
            (task, known) -> {
              throw new IllegalStateException("no");
            })) {
      assertThatThrownBy(() -> runner.run(TASKS, "", NO_WATCH))
          .hasMessageContaining("a search task failed")
          .hasMessageContaining("no");
    }
  }
}
