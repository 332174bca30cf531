package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a store looks like from outside, without opening it: {@code data/} belongs to Neo4j, {@code
 * logs/} too, {@code in-use-by} names the process that has it open and the address at which it
 * serves it, if it does; {@code in-the-making} is there until a new store can be opened again.
 */
final class StoreFolder {
  private static final String HOLDER = "in-use-by";
  private static final Set<String> OURS =
      Set.of(
          "data",
          "logs",
          "plugins",
          "import",
          "conf",
          "licenses",
          HOLDER,
          "snapshots",
          StoreInTheMaking.MARK);

  private static final Pattern PROCESS = Pattern.compile("[0-9]{1,10}");
  private static final int ANSWERS_WITHIN_MILLIS = 500;

  private StoreFolder() {}

  /** Refuses a folder that the access does not allow to open; returns whether it holds a store. */
  static boolean check(Path folder, StoreOptions.Access access) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new LandscapeStoreException(
          folder + " is not a store: expected a folder, found a file");
    }
    if (Files.isRegularFile(databaseOf(folder).resolve("neostore"))
        && !StoreInTheMaking.marks(folder)) {
      return true;
    }
    if (!Files.exists(folder)) {
      if (access == StoreOptions.Access.CREATE) {
        return false;
      }
      throw new LandscapeStoreException(
          "no store at " + folder + ": 'tarn explore' or 'tarn import' makes one there");
    }
    List<String> entries = entries(folder);
    if (!OURS.containsAll(entries)) {
      throw new LandscapeStoreException(
          folder
              + " is not a store: expected data/databases/neo4j in it, found "
              + entries.stream().filter(name -> !OURS.contains(name)).limit(3).toList());
    }
    if (access != StoreOptions.Access.CREATE) {
      throw new LandscapeStoreException(
          folder + " holds no store yet: 'tarn explore' or 'tarn import' makes one there");
    }
    return false;
  }

  private static List<String> entries(Path folder) {
    try (Stream<Path> list = Files.list(folder)) {
      return list.map(p -> p.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new LandscapeStoreException("cannot read the folder " + folder + ": " + e, e);
    }
  }

  static Path databaseOf(Path folder) {
    return folder.resolve("data").resolve("databases").resolve("neo4j");
  }

  /** Bytes in the store's files; 0 where there are none. */
  static long size(Path folder) {
    if (!Files.isDirectory(databaseOf(folder))) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(databaseOf(folder))) {
      return files.mapToLong(p -> p.toFile().length()).sum();
    } catch (IOException | UncheckedIOException e) {
      // Files come and go while Neo4j works; the size only tunes the page cache.
      return 0;
    }
  }

  /** Leaves a note for others that this process has the store open, and where it serves it. */
  static void hold(Path folder, Optional<String> address) {
    try {
      Files.writeString(
          folder.resolve(HOLDER),
          ProcessHandle.current().pid() + "\n" + address.map(at -> at + "\n").orElse(""),
          StandardCharsets.US_ASCII);
    } catch (IOException e) {
      // The note is a courtesy; the lock is Neo4j's.
      return;
    }
  }

  static void release(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(HOLDER));
    } catch (IOException e) {
      // As above.
      return;
    }
  }

  /** " (process 4711)", or nothing if that is not known. */
  static String holder(Path folder) {
    return note(folder).stream()
        .limit(1)
        .filter(pid -> PROCESS.matcher(pid).matches())
        .map(pid -> " (process " + pid + ")")
        .findFirst()
        .orElse("");
  }

  /** Where another process serves the store at this moment, if one does. */
  static Optional<String> servedAt(Path folder) {
    List<String> note = note(folder);
    if (note.size() < 2 || !PROCESS.matcher(note.get(0)).matches()) {
      return Optional.empty();
    }
    long process = Long.parseLong(note.get(0));
    if (process == ProcessHandle.current().pid() || ProcessHandle.of(process).isEmpty()) {
      return Optional.empty();
    }
    // A process that was killed leaves its note, and its number may have gone to another one.
    URI address = URI.create(note.get(1));
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.getHost(), address.getPort()), ANSWERS_WITHIN_MILLIS);
      return Optional.of(note.get(1));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<String> note(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(HOLDER), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return List.of();
    }
  }
}
