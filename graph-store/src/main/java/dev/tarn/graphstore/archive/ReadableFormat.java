package dev.tarn.graphstore.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** A format that is read. */
interface ReadableFormat extends Format {

  /** What an archive of this format looks like, in words, for a person who has none. */
  String looksLike();

  /** Name of the file that every folder of this format has; empty if archives are no folders. */
  default String marker() {
    return "";
  }

  /**
   * Whether an archive is of this format, by its names and first bytes.
   *
   * @throws ArchiveException if it is of this format or a related one, but damaged
   */
  boolean recognises(Candidate archive);

  /** Reads the archive, which need not have been recognised. */
  ArchiveReader reader(Path path, Clock clock);

  /**
   * An archive of unknown format.
   *
   * @param path where it is
   * @param start the first bytes of a file, each as a character; empty for a folder
   */
  record Candidate(Path path, String start) {
    private static final int BYTES = 512;

    static Candidate of(Path path) {
      if (!Files.exists(path)) {
        throw new ArchiveException("cannot read " + path + ": there is no such file or folder");
      }
      if (Files.isDirectory(path)) {
        return new Candidate(path, "");
      }
      try (InputStream in = Files.newInputStream(path)) {
        return new Candidate(path, new String(in.readNBytes(BYTES), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        throw ArchiveException.unreadable(path, e);
      }
    }

    boolean isFolder() {
      return Files.isDirectory(path);
    }
  }
}
