package dev.tarn.application;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.PictureFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures into files. */
public final class Drawings {
  private Drawings() {}

  /**
   * The file itself, if its name asks for a format.
   *
   * @throws QuestionException if it does not, before anything is computed
   */
  public static Path checked(Path file) {
    try {
      PictureFormat unused = PictureFormat.of(file);
      return file;
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  /** Writes the picture; folders on the way are made. */
  public static void write(Picture picture, Path file) {
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

  /** The picture as an SVG document. */
  public static String svg(Picture picture) {
    return PictureFormat.svg(picture);
  }
}
