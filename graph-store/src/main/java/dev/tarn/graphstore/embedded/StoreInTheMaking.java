package dev.tarn.graphstore.embedded;

import dev.tarn.landscape.LandscapeStoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A store between its first file and the moment when it can be opened again.
 *
 * <p>Neo4j cannot recover from being killed while it makes a database. So a file marks the folder
 * until that is done, locked by the process that does it: whoever finds the mark without the lock
 * knows that nothing was ever kept there, and begins anew.
 */
final class StoreInTheMaking implements AutoCloseable {
  static final String MARK = "in-the-making";

  private final Path mark;
  private final FileChannel channel;

  private StoreInTheMaking(Path mark, FileChannel channel) {
    this.mark = mark;
    this.channel = channel;
  }

  /** Whether somebody began to make a store in the folder and has not ended. */
  static boolean marks(Path folder) {
    return Files.exists(folder.resolve(MARK));
  }

  /** Begins; what an earlier attempt left is removed. */
  static StoreInTheMaking begin(Path folder) {
    Path mark = folder.resolve(MARK);
    try {
      Files.createDirectories(folder);
      boolean again = Files.exists(mark);
      FileChannel channel =
          FileChannel.open(mark, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new LandscapeStoreException(
            "the store at " + folder + " is being made by another process; try again in a moment");
      }
      if (again) {
        for (String part : List.of("data", "logs", "snapshots")) {
          remove(folder.resolve(part));
        }
      }
      return new StoreInTheMaking(mark, channel);
    } catch (IOException e) {
      throw new LandscapeStoreException("cannot make a store at " + folder + ": " + e, e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null && lock.isValid();
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void remove(Path part) throws IOException {
    if (!Files.exists(part)) {
      return;
    }
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The store can be opened again from now on. */
  void done() {
    try {
      Files.delete(mark);
    } catch (IOException e) {
      throw new LandscapeStoreException("cannot remove " + mark + ": " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
      return;
    }
  }
}
