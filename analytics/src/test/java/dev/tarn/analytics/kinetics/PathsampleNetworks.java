package dev.tarn.analytics.kinetics;

import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Networks of the reference data, read from {@code min.data} and {@code ts.data} without any of the
 * checks of the importer: energy, log determinant, order; for transition states then both ends.
 */
public final class PathsampleNetworks {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private PathsampleNetworks() {}

  /** The network of that folder, such as {@code ktn/lj38}; skips the test if it is absent. */
  public static Network require(String folder, int vibrationalModes) {
    Path path = ReferenceData.require(folder);
    Network.Builder builder = Network.builder(folder, vibrationalModes);
    long id = 0;
    for (String line : lines(path.resolve("min.data"))) {
      String[] f = SPACE.split(line.strip(), -1);
      builder.addMinimum(++id, number(f[0]), number(f[1]), Integer.parseInt(f[2]));
    }
    id = 0;
    for (String line : lines(path.resolve("ts.data"))) {
      String[] f = SPACE.split(line.strip(), -1);
      builder.addTransitionState(
          ++id,
          Long.parseLong(f[3]),
          Long.parseLong(f[4]),
          number(f[0]),
          number(f[1]),
          Integer.parseInt(f[2]));
    }
    return builder.build();
  }

  private static double number(String field) {
    return Double.parseDouble(field.replace('D', 'e').replace('d', 'e'));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
