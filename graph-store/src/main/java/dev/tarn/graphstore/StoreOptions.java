package dev.tarn.graphstore;

import java.time.Duration;

/**
 * How to open a store.
 *
 * @param access what may happen to the folder
 * @param pageCacheMebibytes memory for Neo4j's page cache; {@link #SIZED_TO_THE_STORE} lets the
 *     size of the store decide
 * @param patience how long to wait for another process that has the store open
 */
public record StoreOptions(Access access, int pageCacheMebibytes, Duration patience) {

  /** A page cache as large as the store's files, within bounds. */
  public static final int SIZED_TO_THE_STORE = 0;

  /** For commands that only look: the store must exist. */
  public static final StoreOptions READ =
      new StoreOptions(Access.READ, SIZED_TO_THE_STORE, Duration.ofSeconds(2));

  /** For commands that change something that is there: the store must exist. */
  public static final StoreOptions WRITE =
      new StoreOptions(Access.WRITE, SIZED_TO_THE_STORE, Duration.ofSeconds(2));

  /** For exploring and importing: makes a store where there is none. */
  public static final StoreOptions CREATE =
      new StoreOptions(Access.CREATE, SIZED_TO_THE_STORE, Duration.ofSeconds(2));

  public StoreOptions {
    if (pageCacheMebibytes < 0) {
      throw new IllegalArgumentException(
          "expected a page cache of at least 0 MiB, found " + pageCacheMebibytes);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("expected a patience of at least 0, found " + patience);
    }
  }

  /** What may happen to the folder. */
  public enum Access {
    /** Reading; the folder must hold a store. */
    READ,
    /** Reading and writing; the folder must hold a store. */
    WRITE,
    /** Reading and writing; an empty or missing folder becomes a store. */
    CREATE
  }
}
