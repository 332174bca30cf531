package dev.tarn.explorer.run;

import java.io.Serializable;
import java.util.Optional;

/** What a search task found. */
public interface SearchOutcome extends Serializable {

  /** What the potential threw and where, which ended the task; empty if it did not. */
  Optional<String> potentialFailure();
}
