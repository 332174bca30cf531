package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Folders with {@code min.data} and {@code ts.data}, a line for each point, and coordinates in
 * further files if every point has them: what PATHSAMPLE and TopSearch have in common. Ids are
 * numbers of lines, so points are numbered anew if ids have gaps.
 */
abstract class MinDataFormat implements ReadableFormat, FolderFormat {
  private static final String MIN_DATA = "min.data";

  /** How many columns min.data of this format may have. */
  abstract boolean hasColumns(int columns);

  /** File of the coordinates of {@code "min"} or {@code "ts"}. */
  abstract String coordinatesFile(String points);

  /** Coordinates as they stand there. */
  abstract byte[] encoded(double[] coordinates);

  /** Line of a minimum; numbers start at 1. */
  abstract CharSequence line(Minimum minimum, int number);

  /** Line of a transition state between the minima of these numbers. */
  abstract CharSequence line(TransitionState transitionState, int higher, int lower);

  @Override
  public String looksLike() {
    return "a folder with min.data and ts.data";
  }

  @Override
  public String marker() {
    return MIN_DATA;
  }

  @Override
  public boolean recognises(Candidate archive) {
    if (!archive.isFolder() && !isMinData(archive.path())) {
      return false;
    }
    Path minData = folderOf(archive.path()).resolve(MIN_DATA + suffixOf(archive.path()));
    if (!Files.exists(minData)) {
      return false;
    }
    try (TextLines lines = TextLines.open(minData, MinDataFolder.LONGEST_LINE)) {
      List<String> first = lines.nextFields();
      if (first == null) {
        throw new ArchiveException(minData + ": expected minima, found an empty file");
      }
      return hasColumns(first.size());
    }
  }

  private static boolean isMinData(Path path) {
    return String.valueOf(path.getFileName()).startsWith(MIN_DATA);
  }

  /** The folder that the path is, or is in. */
  static Path folderOf(Path path) {
    Path parent = Files.isDirectory(path) ? path : path.toAbsolutePath().getParent();
    return parent == null ? path : parent;
  }

  /** What follows min.data in the name of a file, so that its fellows are found; else nothing. */
  static String suffixOf(Path path) {
    return !Files.isDirectory(path) && isMinData(path)
        ? String.valueOf(path.getFileName()).substring(MIN_DATA.length())
        : "";
  }

  @Override
  public void write(LandscapeStore store, Landscape landscape, Path folder) throws IOException {
    String name = landscape.name();
    long[] ids = new long[Math.toIntExact(store.counts(name).minima())];
    int[] count = {0};
    write(
        folder,
        "min",
        records ->
            store.forEachMinimum(
                name,
                m -> {
                  ids[count[0]++] = m.id();
                  records.write(m, line(m, count[0]));
                }));
    write(
        folder,
        "ts",
        records ->
            store.forEachTransitionState(
                name,
                t ->
                    records.write(
                        t,
                        line(t, number(ids, t.higherMinimum()), number(ids, t.lowerMinimum())))));
  }

  private static int number(long[] ids, long id) {
    return Arrays.binarySearch(ids, id) + 1;
  }

  private void write(Path folder, String points, Consumer<Records> contents) throws IOException {
    Path coordinatesFile = folder.resolve(coordinatesFile(points));
    boolean complete;
    try (Writer text =
            Files.newBufferedWriter(folder.resolve(points + ".data"), StandardCharsets.US_ASCII);
        OutputStream coordinates =
            new BufferedOutputStream(Files.newOutputStream(coordinatesFile), 1 << 16)) {
      Records records = new Records(text, coordinates);
      contents.accept(records);
      complete = records.complete && records.count > 0;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!complete) {
      Files.deleteIfExists(coordinatesFile);
    }
  }

  /** Writes one point at a time to both files. */
  private final class Records {
    private final Writer text;
    private final OutputStream coordinates;
    private boolean complete = true;
    private long count;

    Records(Writer text, OutputStream coordinates) {
      this.text = text;
      this.coordinates = coordinates;
    }

    void write(StationaryPoint p, CharSequence line) {
      try {
        text.append(line).append('\n');
        coordinates.write(encoded(p.coordinates()));
        complete &= p.coordinates().length > 0;
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
