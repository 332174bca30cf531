package dev.tarn.cli;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.PictureFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures into files. */
final class Drawings {
  private Drawings() {}

  /** Refuses a file whose name asks for no format, before anything is computed. */
  static Path checked(Path file) {
    try {
      PictureFormat unused = PictureFormat.of(file);
      return file;
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
  }

  /** Writes the picture; folders on the way are made. */
  static void write(Picture picture, Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      PictureFormat.write(picture, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
