package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
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
final class PathsampleFolder implements ArchiveReader {
  static final List<String> INERTIA = List.of("inertiaX", "inertiaY", "inertiaZ");
  private static final List<String> INERTIA_AND_EXTRA =
      List.of("inertiaX", "inertiaY", "inertiaZ", "extra");
  private static final int LONGEST_LINE = 1000;
  private static final int ZERO_MODES_OF_ATOMS = 6;

  private final Path folder;
  private final String suffix;
  private final Clock clock;
  private final double totalBytes;
  private long bytesBefore;
  private double[] energies = new double[1024];
  private int minima;
  private int transitionStates;

  /** {@code suffix} distinguishes several networks in one folder, such as {@code .fastest}. */
  PathsampleFolder(Path folder, String suffix, Clock clock) {
    this.folder = folder;
    this.suffix = suffix;
    this.clock = clock;
    this.totalBytes = size("min.data") + size("ts.data");
  }

  private Path file(String name) {
    return folder.resolve(name + suffix);
  }

  private double size(String name) {
    try {
      return Files.size(file(name));
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public double fraction() {
    return totalBytes > 0 ? Math.min(1, bytesBefore / totalBytes) : Double.NaN;
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
            suffix.contains("regrouped") ? "pathsample free energies" : "pathsample",
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
    try (TextLines lines = TextLines.open(file("min.data"), LONGEST_LINE)) {
      for (List<String> f = lines.nextFields(); f != null; f = lines.nextFields()) {
        if (f.size() < 6 || f.size() > 7) {
          throw lines.error(
              "expected 6 columns (energy, log product, order, Ix, Iy, Iz) or 7, found "
                  + f.size());
        }
        double energy = lines.number(f.get(0), "energy");
        double logProduct = lines.number(f.get(1), "log product of frequencies");
        int order = (int) lines.integer(f.get(2), "a point group order", 1, Integer.MAX_VALUE);
        minima++;
        if (minima > energies.length) {
          energies = Arrays.copyOf(energies, energies.length * 2);
        }
        energies[minima - 1] = energy;
        receiver.minimum(
            new Minimum(
                minima,
                energy,
                logProduct,
                order,
                Double.NaN,
                0,
                points.next(),
                inertia(lines, f, 3)));
        bytesBefore = lines.bytesRead();
      }
      if (minima == 0) {
        throw new ArchiveException(lines.name() + ": expected minima, found an empty file");
      }
    }
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
    long read = bytesBefore;
    try (TextLines lines = TextLines.open(file("ts.data"), LONGEST_LINE)) {
      for (List<String> f = lines.nextFields(); f != null; f = lines.nextFields()) {
        if (f.size() < 8 || f.size() > 9) {
          throw lines.error(
              "expected 8 columns (energy, log product, order, minimum, minimum, Ix, Iy, Iz) or 9,"
                  + " found "
                  + f.size());
        }
        double energy = lines.number(f.get(0), "energy");
        double logProduct = lines.number(f.get(1), "log product of frequencies");
        int order = (int) lines.integer(f.get(2), "a point group order", 1, Integer.MAX_VALUE);
        int a = (int) lines.integer(f.get(3), "the number of a minimum", 1, minima);
        int b = (int) lines.integer(f.get(4), "the number of a minimum", 1, minima);
        boolean downhill =
            energies[a - 1] > energies[b - 1] || (energies[a - 1] == energies[b - 1] && a >= b);
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
        bytesBefore = read + lines.bytesRead();
      }
    }
  }

  private void readSet(String set, String fileName, Receiver receiver) {
    Path path = file(fileName);
    if (!Files.exists(path)) {
      return;
    }
    try (TextLines lines = TextLines.open(path, LONGEST_LINE)) {
      receiver.set(set, MinimaFile.read(lines, minima));
    }
  }
}
