package dev.tarn.explorer.run;

import java.io.Serializable;
import java.util.function.BooleanSupplier;

/**
 * How the tasks of a campaign are carried out: the potential by name and parameters and the
 * settings of the searches. Serialisable, so that a runner can make engines in another process.
 *
 * @param <K> what is known at the start of a round
 * @param <T> tasks
 * @param <O> their outcomes
 */
public interface SearchWork<K, T extends SearchTask, O extends SearchOutcome> extends Serializable {

  /**
   * An engine for one thread.
   *
   * @param abandoned asked before each evaluation of the potential; if true the search under way is
   *     given up
   */
  SearchEngine<K, T, O> engine(BooleanSupplier abandoned);
}
