package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The folders of TopSearch, with coordinates in {@code min.coords} and {@code ts.coords}. */
final class TopSearchFormat extends MinDataFormat {
  private static final int COLUMNS = 2;

  @Override
  public List<String> extensions() {
    return List.of("topsearch");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return Set.of(ArchiveContent.COORDINATES);
  }

  @Override
  public ArchiveReader reader(Path path, Clock clock) {
    return new TopSearchFolder(path, clock);
  }

  @Override
  boolean hasColumns(int columns) {
    return columns == COLUMNS;
  }

  @Override
  String coordinatesFile(String points) {
    return points + ".coords";
  }

  @Override
  byte[] encoded(double[] coordinates) {
    return Arrays.stream(coordinates)
        .mapToObj(FortranNumbers::text)
        .collect(Collectors.joining(" ", "", "\n"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  CharSequence line(Minimum m, int number) {
    return number - 1 + " " + FortranNumbers.text(m.energy());
  }

  @Override
  CharSequence line(TransitionState t, int higher, int lower) {
    return higher - 1 + " " + (lower - 1) + " " + FortranNumbers.text(t.energy());
  }
}
