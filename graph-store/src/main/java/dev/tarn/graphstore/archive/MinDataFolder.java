package dev.tarn.graphstore.archive;

import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reads a folder with {@code min.data} and {@code ts.data}: what its two dialects share. */
abstract class MinDataFolder implements ArchiveReader {
  static final int LONGEST_LINE = 1000;

  private final Path folder;
  private final String suffix;
  private final double totalBytes;
  private long bytesRead;
  private double[] energies = new double[1024];
  private int minima;

  /** {@code path} is the folder or, of several networks in one, a file such as min.data.fastest. */
  MinDataFolder(Path path) {
    this.folder = MinDataFormat.folderOf(path);
    this.suffix = MinDataFormat.suffixOf(path);
    this.totalBytes = size("min.data") + size("ts.data");
  }

  /** What distinguishes several networks in one folder, such as {@code .fastest}. */
  String suffix() {
    return suffix;
  }

  Path file(String name) {
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
    return totalBytes > 0 ? Math.min(1, bytesRead / totalBytes) : Double.NaN;
  }

  /** Takes a line that has been split at blanks. */
  interface RecordAction {
    void accept(TextLines lines, List<String> fields);
  }

  /** Passes every line of min.data; there must be one. */
  void forEachMinimum(RecordAction action) {
    forEachRecord("min.data", action);
    if (minima == 0) {
      throw new ArchiveException(
          file("min.data").getFileName() + ": expected minima, found an empty file");
    }
  }

  /** Passes every line of ts.data. */
  void forEachTransitionState(RecordAction action) {
    forEachRecord("ts.data", action);
  }

  private void forEachRecord(String name, RecordAction action) {
    long before = bytesRead;
    try (TextLines lines = TextLines.open(file(name), LONGEST_LINE)) {
      for (List<String> f = lines.nextFields(); f != null; f = lines.nextFields()) {
        action.accept(lines, f);
        bytesRead = before + lines.bytesRead();
      }
    }
  }

  /** How many minima there are so far. */
  int minima() {
    return minima;
  }

  /** Adds a minimum and returns its id. */
  int addMinimum(double energy) {
    if (minima == energies.length) {
      energies = Arrays.copyOf(energies, energies.length * 2);
    }
    energies[minima++] = energy;
    return minima;
  }

  /** Whether a transition state from one minimum to the other, by their ids, points downhill. */
  boolean pointsDownhill(int from, int to) {
    return TransitionState.pointsDownhill(energies[from - 1], from, energies[to - 1], to);
  }
}
