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
    ArchiveFormat found = format.orElseGet(() -> FormatDetection.detect(path));
    return Importer.run(store, found, reader(path, found), name, progress);
  }

  private static ArchiveReader reader(Path path, ArchiveFormat format) {
    Clock clock = Clock.systemUTC();
    return switch (format) {
      case PATHSAMPLE ->
          new PathsampleFolder(
              FormatDetection.folderOf(path), FormatDetection.suffixOf(path), clock);
      case TOPSEARCH ->
          new TopSearchFolder(
              FormatDetection.folderOf(path), FormatDetection.suffixOf(path), clock);
      case PELE -> new PeleDatabase(path, clock);
      case JSONL -> new JsonLinesReader(path, clock);
      default ->
          throw new ArchiveException(
              "cannot read " + format.label() + ": it is a format to write, not to read");
    };
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
    checkWritable(format);
    if (format.isFolder()) {
      throw new ArchiveException(
          "the format " + format.label() + " is a folder of several files: name it with -o FOLDER");
    }
    try {
      switch (format) {
        case GRAPHML -> GraphXmlWriter.writeGraphMl(store, landscape, out);
        case GEXF -> GraphXmlWriter.writeGexf(store, landscape, out);
        default -> JsonLinesWriter.write(store, landscape, out);
      }
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
    landscape(store, name);
    checkWritable(format);
    try {
      if (format.isFolder()) {
        Files.createDirectories(target);
        switch (format) {
          case TOPSEARCH -> TopSearchWriter.write(store, name, target);
          case CSV -> CsvWriter.write(store, name, target);
          default -> PathsampleWriter.write(store, name, target);
        }
        return;
      }
      Path absolute = target.toAbsolutePath();
      // Not a temporary file of the library's, which others may not read.
      Path unfinished = Path.of(absolute + ".part");
      try {
        try (OutputStream out = Files.newOutputStream(unfinished)) {
          exportTo(store, name, format, out);
        }
        Files.move(unfinished, absolute, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    } catch (IOException e) {
      throw ArchiveException.unwritable(target.toString(), e);
    }
  }

  private static void checkWritable(ArchiveFormat format) {
    if (!format.isWritable()) {
      throw new ArchiveException(
          "cannot write " + format.label() + ": it is a format to read, not to write");
    }
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
