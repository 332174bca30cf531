package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * A folder of PATHSAMPLE and OPTIM: {@code min.data}, {@code ts.data} and, where they are there,
 * {@code points.min}, {@code points.ts}, {@code min.A} and {@code min.B}.
 *
 * <p>Columns are separated by blanks, whatever their width. An id is the number of a line, from 1.
 * The moments of inertia become observables {@code inertiaX}, {@code inertiaY}, {@code inertiaZ}, a
 * further column {@code extra}.
 */
final class PathsampleFolder extends MinDataFolder {
  static final List<String> INERTIA = List.of("inertiaX", "inertiaY", "inertiaZ");
  private static final List<String> INERTIA_AND_EXTRA =
      List.of("inertiaX", "inertiaY", "inertiaZ", "extra");
  private static final int ZERO_MODES_OF_ATOMS = 6;

  private final Clock clock;
  private int transitionStates;

  PathsampleFolder(Path path, Clock clock) {
    super(path);
    this.clock = clock;
  }

  @Override
  public void read(String name, Receiver receiver) {
    long lines = countRecords(file("min.data"));
    PointsFile points = PointsFile.open(file("points.min"), lines);
    long edges = countRecords(file("ts.data"));
    PointsFile edgePoints = PointsFile.open(file("points.ts"), edges);
    if (points.dimension() > 0
        && edgePoints.dimension() > 0
        && points.dimension() != edgePoints.dimension()) {
      throw new ArchiveException(
          "points.min has "
              + points.dimension()
              + " coordinates a minimum, points.ts has "
              + edgePoints.dimension()
              + " a transition state: expected the same number");
    }
    int dimension = Math.max(points.dimension(), edgePoints.dimension());
    receiver.landscape(
        new Landscape(
            name,
            suffix().contains("regrouped") ? "pathsample free energies" : "pathsample",
            Map.of(),
            dimension,
            dimension > ZERO_MODES_OF_ATOMS && dimension % 3 == 0 ? ZERO_MODES_OF_ATOMS : 0,
            "",
            "",
            Landscape.CURRENT_SCHEMA_VERSION,
            clock.instant()));
    try (points;
        edgePoints) {
      readMinima(receiver, points);
      readTransitionStates(receiver, edgePoints);
    }
    readSet("A", "min.A", receiver);
    readSet("B", "min.B", receiver);
  }

  /** Lines that are not blank; fails on what is not text before it has read much of it. */
  private static long countRecords(Path file) {
    long records = 0;
    try (TextLines lines = TextLines.open(file, LONGEST_LINE)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          records++;
        }
      }
    }
    return records;
  }

  private void readMinima(Receiver receiver, PointsFile points) {
    forEachMinimum(
        (lines, f) -> {
          if (f.size() < 6 || f.size() > 7) {
            throw lines.error(
                "expected 6 columns (energy, log product, order, Ix, Iy, Iz) or 7, found "
                    + f.size());
          }
          double energy = lines.number(f.get(0), "energy");
          receiver.minimum(
              new Minimum(
                  addMinimum(energy),
                  energy,
                  logProduct(lines, f),
                  order(lines, f),
                  Double.NaN,
                  0,
                  points.next(),
                  inertia(lines, f, 3)));
        });
  }

  private static double logProduct(TextLines lines, List<String> fields) {
    return lines.number(fields.get(1), "log product of frequencies");
  }

  private static int order(TextLines lines, List<String> fields) {
    return (int) lines.integer(fields.get(2), "a point group order", 1, Integer.MAX_VALUE);
  }

  private static Observables inertia(TextLines lines, List<String> fields, int from) {
    boolean extra = fields.size() > from + 3;
    double[] values = new double[extra ? 4 : 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = lines.number(fields.get(from + i), i < 3 ? "moment of inertia" : "extra column");
    }
    return Observables.of(extra ? INERTIA_AND_EXTRA : INERTIA, values);
  }

  private void readTransitionStates(Receiver receiver, PointsFile points) {
    forEachTransitionState(
        (lines, f) -> {
          if (f.size() < 8 || f.size() > 9) {
            throw lines.error(
                "expected 8 columns (energy, log product, order, minimum, minimum, Ix, Iy, Iz) or"
                    + " 9, found "
                    + f.size());
          }
          double energy = lines.number(f.get(0), "energy");
          double logProduct = logProduct(lines, f);
          int order = order(lines, f);
          int a = (int) lines.integer(f.get(3), "the number of a minimum", 1, minima());
          int b = (int) lines.integer(f.get(4), "the number of a minimum", 1, minima());
          boolean downhill = pointsDownhill(a, b);
          transitionStates++;
          receiver.transitionState(
              new TransitionState(
                  transitionStates,
                  downhill ? a : b,
                  downhill ? b : a,
                  energy,
                  logProduct,
                  order,
                  Double.NaN,
                  Double.NaN,
                  0,
                  points.next(),
                  inertia(lines, f, 5)));
        });
  }

  private void readSet(String set, String fileName, Receiver receiver) {
    Path path = file(fileName);
    if (!Files.exists(path)) {
      return;
    }
    try (TextLines lines = TextLines.open(path, LONGEST_LINE)) {
      receiver.set(set, MinimaFile.read(lines, minima()));
    }
  }
}
