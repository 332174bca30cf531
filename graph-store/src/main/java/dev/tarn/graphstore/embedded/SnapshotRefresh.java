package dev.tarn.graphstore.embedded;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Makes the next snapshot of a store that was open: what did not change is taken from the one
 * before. Without a snapshot the next command starts Neo4j; nothing is lost but time, so failures
 * are passed over.
 */
final class SnapshotRefresh {
  private final Path folder;
  private final boolean wasCurrent;
  private final Set<String> changed = new HashSet<>();
  private boolean anythingMayHaveChanged;
  private Optional<StoreSnapshot> next = Optional.empty();

  /** Begins just before Neo4j is started on the folder. */
  SnapshotRefresh(Path folder) {
    this.folder = folder;
    this.wasCurrent = StoreSnapshot.current(folder).isPresent();
  }

  /** That landscape is about to be changed. */
  synchronized void noteChange(String landscape) {
    changed.add(landscape);
  }

  /** Somebody got hold of the database itself. */
  synchronized void noteDatabaseHandedOut() {
    anythingMayHaveChanged = true;
  }

  /** Copies what changed, while the database is still there. */
  void prepare(
      GraphDatabaseService running, Supplier<List<Landscape>> landscapes, LandscapeStore store) {
    try {
      long lastTransaction = KernelAccess.lastTransaction(running);
      Optional<StoreSnapshot> before = StoreSnapshot.read(folder);
      boolean nothingChanged =
          before.isPresent() && before.get().lastTransaction() == lastTransaction;
      List<StoreSnapshot.Entry> entries = new ArrayList<>();
      for (Landscape landscape : landscapes.get()) {
        String name = landscape.name();
        Optional<StoreSnapshot.Entry> known =
            before.flatMap(s -> s.entry(name)).filter(e -> e.landscape().equals(landscape));
        if (known.isPresent() && (nothingChanged || isUnchanged(name))) {
          entries.add(known.get());
        } else {
          String file = lastTransaction + "-" + entries.size() + ".network";
          StoreSnapshot.writeNetwork(folder, file, store.network(name));
          entries.add(
              new StoreSnapshot.Entry(landscape, store.counts(name), store.runs(name), file));
        }
      }
      next = Optional.of(new StoreSnapshot("", lastTransaction, entries));
    } catch (IOException | RuntimeException e) {
      next = Optional.empty();
    }
  }

  private synchronized boolean isUnchanged(String landscape) {
    return wasCurrent && !anythingMayHaveChanged && !changed.contains(landscape);
  }

  /** Writes what was prepared, once Neo4j is shut down. */
  void keep() {
    if (next.isEmpty()) {
      return;
    }
    try {
      StoreSnapshot complete =
          new StoreSnapshot(
              StoreSnapshot.fingerprint(folder),
              next.get().lastTransaction(),
              next.get().entries());
      complete.write(folder);
      complete.removeOthers(folder);
    } catch (IOException e) {
      return;
    }
  }
}
