package dev.tarn.graphstore.archive;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;

/** The way of landscapes from files into a store and back. */
public final class LandscapeArchives {
  private LandscapeArchives() {}

  /**
   * Reads an archive into a new landscape of the store; if anything is wrong with it, the store is
   * as it was.
   *
   * @param path a folder, or one file of it such as {@code min.data.fastest}, or a file
   * @param format how to read it; empty to look
   * @param name name of the new landscape
   * @throws ArchiveException if the archive is at fault
   * @throws LandscapeStoreException if the store is, or the name is taken
   */
  public static ImportSummary importFrom(
      Path path,
      Optional<ArchiveFormat> format,
      String name,
      LandscapeStore store,
      ImportProgress progress) {
    ArchiveFormat found = format.orElseGet(() -> ArchiveFormat.ofArchive(path));
    if (!(found.format() instanceof ReadableFormat readable)) {
      throw new ArchiveException(
          "cannot read " + found.label() + ": it is a format to write, not to read");
    }
    return Importer.run(store, found, readable.reader(path, Clock.systemUTC()), name, progress);
  }

  /**
   * The archive as a store of its own in memory, for one-off use; the landscape is {@code name}.
   */
  public static InMemoryLandscapeStore readInMemory(
      Path path, Optional<ArchiveFormat> format, String name) {
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    importFrom(path, format, name, store, ImportProgress.NONE);
    return store;
  }

  /** The archive as a network, for one-off use. */
  public static Network readNetwork(Path path, Optional<ArchiveFormat> format, String name) {
    try (InMemoryLandscapeStore store = readInMemory(path, format, name)) {
      return store.network(name);
    }
  }

  /**
   * Writes a landscape to a stream, which is not closed.
   *
   * @throws ArchiveException if the format is a folder or is not written, or writing fails
   */
  public static void exportTo(
      LandscapeStore store, String name, ArchiveFormat format, OutputStream out) {
    Landscape landscape = landscape(store, name);
    if (format.isFolder()) {
      throw new ArchiveException(
          "the format " + format.label() + " is a folder of several files: name it with -o FOLDER");
    }
    if (!(format.format() instanceof FileFormat file)) {
      throw notWritten(format);
    }
    try {
      file.write(store, landscape, out);
      out.flush();
    } catch (IOException e) {
      throw ArchiveException.unwritable("the output", e);
    }
  }

  /**
   * Writes a landscape to a file, or for formats of several files to a folder, which is made if it
   * is missing. What was there under these names is replaced, by a complete file or not at all.
   *
   * @throws ArchiveException if the format is not written, or writing fails
   */
  public static void exportTo(
      LandscapeStore store, String name, ArchiveFormat format, Path target) {
    Landscape landscape = landscape(store, name);
    if (!format.isWritable()) {
      throw notWritten(format);
    }
    try {
      if (format.format() instanceof FolderFormat folder) {
        Files.createDirectories(target);
        folder.write(store, landscape, target);
        return;
      }
      Path absolute = target.toAbsolutePath();
      // Not a temporary file of the library's, which others may not read.
      Path unfinished = Path.of(absolute + ".part");
      try {
        try (OutputStream out = Files.newOutputStream(unfinished)) {
          exportTo(store, name, format, out);
        }
        Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw ArchiveException.unwritable(target.toString(), e);
    }
  }

  private static ArchiveException notWritten(ArchiveFormat format) {
    return new ArchiveException(
        "cannot write " + format.label() + ": it is a format to read, not to write");
  }

  private static Landscape landscape(LandscapeStore store, String name) {
    return store
        .landscape(name)
        .orElseThrow(
            () ->
                LandscapeStoreException.unknownLandscape(
                    name, store.landscapes().stream().map(Landscape::name).toList()));
  }
}
