package dev.tarn.graphstore.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Which format an archive has, from its names and first bytes. */
final class FormatDetection {
  private static final String MIN_DATA = "min.data";
  private static final String SQLITE = "SQLite format 3";
  private static final int LONGEST_LINE = 1000;
  private static final int TOPSEARCH_COLUMNS = 2;

  private FormatDetection() {}

  static ArchiveFormat detect(Path path) {
    if (!Files.exists(path)) {
      throw new ArchiveException("cannot read " + path + ": there is no such file or folder");
    }
    if (Files.isDirectory(path) || isMinData(path)) {
      return dialect(folderOf(path).resolve(MIN_DATA + suffixOf(path)));
    }
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(512);
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (text.startsWith(SQLITE)) {
      return ArchiveFormat.PELE;
    }
    if (text.startsWith("{\"" + JsonLinesWriter.FORMAT)) {
      return ArchiveFormat.JSONL;
    }
    throw new ArchiveException(
        "cannot tell the format of "
            + path
            + ": expected a folder with min.data, a pele database or a .jsonl of Tarn;"
            + " name it with --format if it is one of these");
  }

  private static boolean isMinData(Path path) {
    return String.valueOf(path.getFileName()).startsWith(MIN_DATA);
  }

  /** The folder of PATHSAMPLE or TopSearch files that the path is, or is in. */
  static Path folderOf(Path path) {
    if (Files.isDirectory(path)) {
      return path;
    }
    Path parent = path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  /** What follows min.data in the name of a file, so that its fellows are found; else nothing. */
  static String suffixOf(Path path) {
    return !Files.isDirectory(path) && isMinData(path)
        ? String.valueOf(path.getFileName()).substring(MIN_DATA.length())
        : "";
  }

  private static ArchiveFormat dialect(Path minData) {
    if (!Files.exists(minData)) {
      throw new ArchiveException(
          "cannot read "
              + minData.getParent()
              + ": expected min.data and ts.data in it, found no"
              + " min.data");
    }
    try (TextLines lines = TextLines.open(minData, LONGEST_LINE)) {
      List<String> first = lines.nextFields();
      if (first == null) {
        throw new ArchiveException(minData + ": expected minima, found an empty file");
      }
      return first.size() == TOPSEARCH_COLUMNS ? ArchiveFormat.TOPSEARCH : ArchiveFormat.PATHSAMPLE;
    }
  }
}
