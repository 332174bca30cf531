package dev.tarn.graphstore.archive;

import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.StationaryPoint;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes {@code min.data}, {@code ts.data} and, where every point has coordinates, {@code
 * points.min} and {@code points.ts}. Lines are numbered anew if ids have gaps. Moments of inertia
 * that are not known are written as 1, log products that are not known as 1 (the field's mark for
 * "no frequencies").
 */
final class PathsampleWriter {
  private static final double UNKNOWN = 1;

  private PathsampleWriter() {}

  static void write(LandscapeStore store, String name, Path folder) throws IOException {
    long[] ids = LineNumbers.ofMinima(store, name);
    writeBoth(
        folder.resolve("min.data"),
        folder.resolve("points.min"),
        records -> store.forEachMinimum(name, m -> records.write(m, "")));
    writeBoth(
        folder.resolve("ts.data"),
        folder.resolve("points.ts"),
        records ->
            store.forEachTransitionState(
                name,
                t ->
                    records.write(
                        t,
                        " "
                            + LineNumbers.line(ids, t.higherMinimum())
                            + " "
                            + LineNumbers.line(ids, t.lowerMinimum()))));
  }

  private static void writeBoth(Path data, Path points, Consumer<Records> contents)
      throws IOException {
    boolean complete;
    try (Writer text = text(data);
        OutputStream coordinates = bytes(points)) {
      Records records = new Records(text, coordinates);
      contents.accept(records);
      complete = records.complete && records.count > 0;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!complete) {
      Files.deleteIfExists(points);
    }
  }

  /** Writes one point at a time to both files. */
  private static final class Records {
    private final Writer text;
    private final OutputStream coordinates;
    private boolean complete = true;
    private long count;

    Records(Writer text, OutputStream coordinates) {
      this.text = text;
      this.coordinates = coordinates;
    }

    void write(StationaryPoint p, String ends) {
      StringBuilder line = start(p).append(ends);
      inertia(line, p.observables());
      try {
        text.append(line.append('\n'));
        double[] x = p.coordinates();
        ByteBuffer buffer =
            ByteBuffer.allocate(x.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(x);
        coordinates.write(buffer.array());
        complete &= x.length > 0;
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Writer text(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.US_ASCII);
  }

  private static OutputStream bytes(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
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

  private static void inertia(StringBuilder line, Observables observables) {
    for (String moment : PathsampleFolder.INERTIA) {
      line.append(' ').append(FortranNumbers.text(observables.get(moment).orElse(UNKNOWN)));
    }
    observables
        .get("extra")
        .ifPresent(value -> line.append(" ").append(FortranNumbers.text(value)));
  }
}
