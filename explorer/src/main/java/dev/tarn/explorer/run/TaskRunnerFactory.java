package dev.tarn.explorer.run;

/** Chooses where the tasks of a run are carried out. */
public interface TaskRunnerFactory {

  /** A runner for the tasks of one run, which closes it. */
  <K, T extends SearchTask, O extends SearchOutcome> TaskRunner<K, T, O> open(
      SearchWork<K, T, O> work);

  /** Runs tasks on that many threads of this process, at least 1. */
  static TaskRunnerFactory threads(int count) {
    return new TaskRunnerFactory() {
      @Override
      public <K, T extends SearchTask, O extends SearchOutcome> TaskRunner<K, T, O> open(
          SearchWork<K, T, O> work) {
        return new ThreadTaskRunner<>(work, count);
      }
    };
  }
}
