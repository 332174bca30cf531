package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Networks in PATHSAMPLE's files, read as simply as a test needs it. */
public final class ReferenceNetworks {
  private ReferenceNetworks() {}

  /** The set of that name, such as {@code lj38}; skips the test if it is absent. */
  public static Network read(String set) {
    Path folder = ReferenceData.require("ktn/" + set);
    Network.Builder builder = Network.builder(set, 0);
    long id = 1;
    for (String[] columns : rows(folder.resolve("min.data"))) {
      builder.addMinimum(
          id++,
          Double.parseDouble(columns[0]),
          Double.parseDouble(columns[1]),
          Integer.parseInt(columns[2]));
    }
    id = 1;
    for (String[] columns : rows(folder.resolve("ts.data"))) {
      builder.addTransitionState(
          id++,
          Long.parseLong(columns[3]),
          Long.parseLong(columns[4]),
          Double.parseDouble(columns[0]),
          Double.parseDouble(columns[1]),
          Integer.parseInt(columns[2]));
    }
    return builder.build();
  }

  private static List<String[]> rows(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank())
          .map(line -> line.trim().split("\\s+"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
