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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of TopSearch: {@code min.data} with number and energy, {@code ts.data} with two numbers
 * of minima and energy, numbers from 0; {@code min.coords} and {@code ts.coords} with a line of
 * coordinates for each, if they are there.
 */
final class TopSearchFolder implements ArchiveReader {
  private static final int LONGEST_LINE = 1000;
  private static final int LONGEST_COORDINATES = 64 << 20;

  private final Path folder;
  private final String suffix;
  private final Clock clock;
  private final double totalBytes;
  private double bytesBefore;
  private double[] energies = new double[1024];
  private int minima;

  TopSearchFolder(Path folder, String suffix, Clock clock) {
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
    try (Coordinates ofMinima = new Coordinates(file("min.coords"));
        Coordinates ofEdges = new Coordinates(file("ts.coords"))) {
      readMinima(name, receiver, ofMinima);
      readTransitionStates(receiver, ofEdges);
    }
  }

  private void readMinima(String name, Receiver receiver, Coordinates coordinates) {
    try (TextLines lines = TextLines.open(file("min.data"), LONGEST_LINE)) {
      for (List<String> f = lines.nextFields(); f != null; f = lines.nextFields()) {
        if (f.size() != 2) {
          throw lines.error("expected 2 columns (number, energy), found " + f.size());
        }
        lines.integer(f.get(0), "the number of this minimum,", minima, minima);
        double energy = lines.number(f.get(1), "energy");
        double[] x = coordinates.next();
        if (minima == 0) {
          receiver.landscape(
              new Landscape(
                  name,
                  "topsearch",
                  Map.of(),
                  x.length,
                  0,
                  "",
                  "",
                  Landscape.CURRENT_SCHEMA_VERSION,
                  clock.instant()));
        }
        minima++;
        if (minima > energies.length) {
          energies = Arrays.copyOf(energies, energies.length * 2);
        }
        energies[minima - 1] = energy;
        receiver.minimum(
            new Minimum(minima, energy, Double.NaN, 1, Double.NaN, 0, x, Observables.NONE));
        bytesBefore = lines.bytesRead();
      }
      if (minima == 0) {
        throw new ArchiveException(lines.name() + ": expected minima, found an empty file");
      }
      coordinates.expectEnd();
    }
  }

  private void readTransitionStates(Receiver receiver, Coordinates coordinates) {
    double read = bytesBefore;
    int count = 0;
    try (TextLines lines = TextLines.open(file("ts.data"), LONGEST_LINE)) {
      for (List<String> f = lines.nextFields(); f != null; f = lines.nextFields()) {
        if (f.size() != 3) {
          throw lines.error("expected 3 columns (minimum, minimum, energy), found " + f.size());
        }
        int a = (int) lines.integer(f.get(0), "the number of a minimum", 0, minima - 1L);
        int b = (int) lines.integer(f.get(1), "the number of a minimum", 0, minima - 1L);
        double energy = lines.number(f.get(2), "energy");
        boolean downhill = energies[a] > energies[b] || (energies[a] == energies[b] && a >= b);
        count++;
        receiver.transitionState(
            new TransitionState(
                count,
                (downhill ? a : b) + 1L,
                (downhill ? b : a) + 1L,
                energy,
                Double.NaN,
                1,
                Double.NaN,
                Double.NaN,
                0,
                coordinates.next(),
                Observables.NONE));
        bytesBefore = read + lines.bytesRead();
      }
    }
    coordinates.expectEnd();
  }

  /** Lines of coordinates, all of one length; none where the file is missing. */
  private static final class Coordinates implements AutoCloseable {
    private static final double[] NONE = new double[0];
    private final @Nullable TextLines lines;
    private int dimension = -1;

    Coordinates(Path file) {
      lines = Files.isRegularFile(file) ? TextLines.open(file, LONGEST_COORDINATES) : null;
    }

    double[] next() {
      TextLines open = lines;
      if (open == null) {
        return NONE;
      }
      List<String> fields =
          Optional.ofNullable(open.nextFields())
              .orElseThrow(
                  () ->
                      new ArchiveException(
                          open.name()
                              + ": expected a line for each point, found only "
                              + open.lineNumber()));
      if (dimension >= 0 && fields.size() != dimension) {
        throw open.error(
            "expected " + dimension + " coordinates as before, found " + fields.size());
      }
      dimension = fields.size();
      double[] x = new double[dimension];
      for (int i = 0; i < dimension; i++) {
        x[i] = open.number(fields.get(i), "coordinate");
      }
      return x;
    }

    void expectEnd() {
      if (lines != null && lines.nextFields() != null) {
        throw lines.error("expected the end of the file, found coordinates of no point");
      }
    }

    @Override
    public void close() {
      if (lines != null) {
        lines.close();
      }
    }
  }
}
