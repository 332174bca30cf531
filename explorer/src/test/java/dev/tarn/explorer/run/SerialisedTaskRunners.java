package dev.tarn.explorer.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Runners as if tasks were carried out in another process: the work, what is known, tasks and
 * outcomes pass through bytes. They hand out tasks last first.
 */
public final class SerialisedTaskRunners implements TaskRunnerFactory {

  @Override
  public <K, T extends SearchTask, O extends SearchOutcome> TaskRunner<K, T, O> open(
      SearchWork<K, T, O> work) {
    SearchEngine<K, T, O> engine = copy(work).engine(() -> false);
    return new TaskRunner<>() {
      @Override
      public List<Optional<O>> run(List<T> tasks, K known, Watch watch) {
        K there = copy(known);
        List<Optional<O>> outcomes = new ArrayList<>();
        tasks.forEach(task -> outcomes.add(Optional.empty()));
        for (int k = tasks.size() - 1; k >= 0 && !watch.isOver(tasks.size() - 1 - k); k--) {
          outcomes.set(k, engine.run(copy(tasks.get(k)), there).map(SerialisedTaskRunners::copy));
        }
        return outcomes;
      }

      @Override
      public void close() {}
    };
  }

  /** What arrives where an object is sent. */
  @SuppressWarnings("unchecked")
  public static <X> X copy(X object) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(object);
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        return (X) in.readObject();
      }
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
