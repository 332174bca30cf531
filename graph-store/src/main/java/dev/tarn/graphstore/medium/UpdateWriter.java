package dev.tarn.graphstore.medium;

import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import java.util.List;
import java.util.Optional;

/**
 * Writes updates of one landscape. After an exception it must not be used again: what it knows of
 * the landscape may be wrong.
 */
public interface UpdateWriter {

  /**
   * Writes the updates in one transaction, in order, up to the first that cannot be applied whole.
   *
   * @return why that one was refused; what came before it is written, it and what follows is not
   */
  Optional<LandscapeStoreException> write(List<LandscapeUpdate> batch);
}
