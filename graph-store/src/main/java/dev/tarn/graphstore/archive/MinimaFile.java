package dev.tarn.graphstore.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of minima as PATHSAMPLE's {@code min.A} and {@code min.B} give it: their number, then their
 * ids, in as many lines as one likes.
 */
public final class MinimaFile {
  private static final int LONGEST_LINE = 1 << 20;

  private MinimaFile() {}

  /**
   * Ids in the file, in its order.
   *
   * @throws ArchiveException if the file is not such a set
   */
  public static long[] read(Path file) {
    try (TextLines lines = TextLines.open(file, LONGEST_LINE)) {
      return read(lines, Long.MAX_VALUE);
    }
  }

  static long[] read(TextLines lines, long largest) {
    List<Long> numbers = new ArrayList<>();
    Set<Long> ids = new LinkedHashSet<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      for (String field : TextLines.split(line)) {
        boolean isCount = numbers.isEmpty();
        long number =
            lines.integer(
                field,
                isCount ? "the number of minima" : "the number of a minimum",
                1,
                isCount ? Integer.MAX_VALUE : largest);
        numbers.add(number);
        if (!isCount && !ids.add(number)) {
          throw lines.error("minimum " + number + " stands there twice");
        }
      }
    }
    if (numbers.isEmpty()) {
      throw new ArchiveException(
          lines.name() + ": expected a number of minima and their ids, found an empty file");
    }
    if (numbers.get(0) != ids.size()) {
      throw new ArchiveException(
          lines.name()
              + ": expected "
              + numbers.get(0)
              + " minima, as its first number says, found "
              + ids.size());
    }
    return ids.stream().mapToLong(Long::longValue).toArray();
  }
}
