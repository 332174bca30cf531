package dev.tarn.graphstore.archive;

import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.StationaryPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes what {@link TopSearchFolder} reads; minima are numbered anew if ids have gaps. */
final class TopSearchWriter {
  private TopSearchWriter() {}

  static void write(LandscapeStore store, String name, Path folder) throws IOException {
    long[] ids = LineNumbers.ofMinima(store, name);
    writeBoth(
        folder.resolve("min.data"),
        folder.resolve("min.coords"),
        records ->
            store.forEachMinimum(
                name, m -> records.write(m, LineNumbers.line(ids, m.id()) - 1 + " ")));
    writeBoth(
        folder.resolve("ts.data"),
        folder.resolve("ts.coords"),
        records ->
            store.forEachTransitionState(
                name,
                t ->
                    records.write(
                        t,
                        LineNumbers.line(ids, t.higherMinimum())
                            - 1
                            + " "
                            + (LineNumbers.line(ids, t.lowerMinimum()) - 1)
                            + " ")));
  }

  private static void writeBoth(Path data, Path coordinates, Consumer<Records> contents)
      throws IOException {
    boolean complete;
    try (Writer text = Files.newBufferedWriter(data, StandardCharsets.US_ASCII);
        Writer points = Files.newBufferedWriter(coordinates, StandardCharsets.US_ASCII)) {
      Records records = new Records(text, points);
      contents.accept(records);
      complete = records.complete && records.count > 0;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (!complete) {
      Files.deleteIfExists(coordinates);
    }
  }

  private static final class Records {
    private final Writer text;
    private final Writer points;
    private boolean complete = true;
    private long count;

    Records(Writer text, Writer points) {
      this.text = text;
      this.points = points;
    }

    void write(StationaryPoint p, String start) {
      try {
        text.append(start).append(FortranNumbers.text(p.energy())).append('\n');
        String separator = "";
        for (double x : p.coordinates()) {
          points.append(separator).append(FortranNumbers.text(x));
          separator = " ";
        }
        points.append('\n');
        complete &= p.coordinates().length > 0;
        count++;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
