package dev.tarn.application;

import java.nio.file.Path;

/** Paths in messages. */
public final class PathText {
  private PathText() {}

  /** A path as the person would write it: relative where that is shorter. */
  public static String of(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute).toString()
        : path.toString();
  }
}
