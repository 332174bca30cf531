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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A folder of TopSearch: {@code min.data} with number and energy, {@code ts.data} with two numbers
 * of minima and energy, numbers from 0; {@code min.coords} and {@code ts.coords} with a line of
 * coordinates for each, if they are there.
 */
final class TopSearchFolder extends MinDataFolder {
  private static final int LONGEST_COORDINATES = 64 << 20;

  private final Clock clock;
  private int transitionStates;

  TopSearchFolder(Path path, Clock clock) {
    super(path);
    this.clock = clock;
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
    forEachMinimum(
        (lines, f) -> {
          if (f.size() != 2) {
            throw lines.error("expected 2 columns (number, energy), found " + f.size());
          }
          lines.integer(f.get(0), "the number of this minimum,", minima(), minima());
          double energy = lines.number(f.get(1), "energy");
          double[] x = coordinates.next();
          if (minima() == 0) {
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
          receiver.minimum(
              new Minimum(
                  addMinimum(energy), energy, Double.NaN, 1, Double.NaN, 0, x, Observables.NONE));
        });
    coordinates.expectEnd();
  }

  private void readTransitionStates(Receiver receiver, Coordinates coordinates) {
    forEachTransitionState(
        (lines, f) -> {
          if (f.size() != 3) {
            throw lines.error("expected 3 columns (minimum, minimum, energy), found " + f.size());
          }
          int a = end(lines, f.get(0));
          int b = end(lines, f.get(1));
          double energy = lines.number(f.get(2), "energy");
          boolean downhill = pointsDownhill(a, b);
          transitionStates++;
          receiver.transitionState(
              new TransitionState(
                  transitionStates,
                  downhill ? a : b,
                  downhill ? b : a,
                  energy,
                  Double.NaN,
                  1,
                  Double.NaN,
                  Double.NaN,
                  0,
                  coordinates.next(),
                  Observables.NONE));
        });
    coordinates.expectEnd();
  }

  /** Id of the minimum of that number, which starts at 0. */
  private int end(TextLines lines, String field) {
    return (int) lines.integer(field, "the number of a minimum", 0, minima() - 1L) + 1;
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
