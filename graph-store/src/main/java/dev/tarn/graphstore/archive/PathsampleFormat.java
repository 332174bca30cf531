package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The folders of PATHSAMPLE and OPTIM, with coordinates in {@code points.min} and {@code
 * points.ts}. Moments of inertia that are not known are written as 1, log products that are not
 * known as 1 (the field's mark for "no frequencies"); of the observables only moments of inertia
 * and {@code extra} have a column.
 */
final class PathsampleFormat extends MinDataFormat {
  private static final double UNKNOWN = 1;
  private static final int COLUMNS_OF_TOPSEARCH = 2;

  @Override
  public List<String> extensions() {
    return List.of("pathsample");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return Set.of(
        ArchiveContent.COORDINATES, ArchiveContent.FREQUENCIES, ArchiveContent.SYMMETRY_ORDERS);
  }

  @Override
  public ArchiveReader reader(Path path, Clock clock) {
    return new PathsampleFolder(path, clock);
  }

  /** Whatever is not TopSearch's, so that a wrong number of columns is said with its line. */
  @Override
  boolean hasColumns(int columns) {
    return columns != COLUMNS_OF_TOPSEARCH;
  }

  @Override
  String coordinatesFile(String points) {
    return "points." + points;
  }

  @Override
  byte[] encoded(double[] coordinates) {
    ByteBuffer buffer =
        ByteBuffer.allocate(coordinates.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.asDoubleBuffer().put(coordinates);
    return buffer.array();
  }

  @Override
  CharSequence line(Minimum m, int number) {
    return inertia(start(m), m.observables());
  }

  @Override
  CharSequence line(TransitionState t, int higher, int lower) {
    return inertia(start(t).append(' ').append(higher).append(' ').append(lower), t.observables());
  }

  private static StringBuilder start(StationaryPoint p) {
    double logProduct = Double.isNaN(p.logDetHessian()) ? UNKNOWN : p.logDetHessian();
    return new StringBuilder(160)
        .append(FortranNumbers.text(p.energy()))
        .append(' ')
        .append(FortranNumbers.text(logProduct))
        .append(' ')
        .append(p.symmetryOrder());
  }

  private static StringBuilder inertia(StringBuilder line, Observables observables) {
    for (String moment : PathsampleFolder.INERTIA) {
      line.append(' ').append(FortranNumbers.text(observables.get(moment).orElse(UNKNOWN)));
    }
    observables
        .get("extra")
        .ifPresent(value -> line.append(' ').append(FortranNumbers.text(value)));
    return line;
  }
}
