package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.medium.Causes;
import dev.tarn.landscape.LandscapeStoreException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what Neo4j throws into one line that says what to do. */
final class StoreFailures {
  private StoreFailures() {}

  /** The failure of an attempt to open the store in {@code folder}. */
  static LandscapeStoreException onOpen(Path folder, Throwable failure) {
    if (failure instanceof LandscapeStoreException known) {
      return known;
    }
    if (isLocked(failure)) {
      Optional<String> served = StoreFolder.servedAt(folder);
      if (served.isPresent()) {
        return served(folder, served.get());
      }
      return new LandscapeStoreException(
          "store "
              + folder
              + " is open in another process"
              + StoreFolder.holder(folder)
              + ": wait until that one ends, or use another --store",
          failure);
    }
    return translated("open", folder, failure);
  }

  /** The store is served by another process, at that address. */
  static LandscapeStoreException served(Path folder, String address) {
    return new LandscapeStoreException(
        "store "
            + folder
            + " is being served"
            + StoreFolder.holder(folder)
            + ": use --store "
            + address
            + " instead");
  }

  /** The failure of reading or writing the open store in {@code folder}. */
  static LandscapeStoreException on(String doing, Path folder, Throwable failure) {
    return failure instanceof LandscapeStoreException known
        ? known
        : translated(doing, folder, failure);
  }

  static boolean isLocked(Throwable failure) {
    return any(failure, "FileLockException", "store_lock")
        || any(failure, "OverlappingFileLockException", "");
  }

  static LandscapeStoreException diskFull(Path folder) {
    return new LandscapeStoreException(diskFullMessage(folder));
  }

  private static LandscapeStoreException diskFull(Path folder, Throwable failure) {
    return new LandscapeStoreException(diskFullMessage(folder), failure);
  }

  private static String diskFullMessage(Path folder) {
    return "store "
        + folder
        + ": no space left on the disk; everything committed before is safe:"
        + " free some space and run again";
  }

  private static LandscapeStoreException translated(String doing, Path folder, Throwable failure) {
    if (any(failure, "", "no space left on device") || any(failure, "", "disk quota exceeded")) {
      return diskFull(folder, failure);
    }
    if (any(failure, "UnsupportedLogVersionException", "")
        || any(failure, "", "was written by a newer version")) {
      return new LandscapeStoreException(
          "store "
              + folder
              + " was written by a newer Neo4j than the one in this version of Tarn: update Tarn",
          failure);
    }
    List<Throwable> causes = Causes.of(failure);
    for (Throwable at : causes) {
      if (at instanceof AccessDeniedException) {
        return new LandscapeStoreException(
            "store " + folder + ": no permission to write " + at.getMessage(), failure);
      }
    }
    return new LandscapeStoreException(
        "could not "
            + doing
            + " store "
            + folder
            + ": "
            + Causes.firstLine(causes.get(causes.size() - 1)),
        failure);
  }

  private static boolean any(Throwable failure, String className, String message) {
    for (Throwable at : Causes.of(failure)) {
      String found = at.getMessage() == null ? "" : at.getMessage().toLowerCase(Locale.ROOT);
      if (at.getClass().getSimpleName().contains(className) && found.contains(message)) {
        return true;
      }
      for (Throwable suppressed : at.getSuppressed()) {
        if (any(suppressed, className, message)) {
          return true;
        }
      }
    }
    return false;
  }
}
