package dev.tarn.graphstore.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Coordinates as OPTIM leaves them: raw little-endian doubles, point after point. A missing file
 * has points without coordinates.
 */
final class PointsFile implements AutoCloseable {
  private static final double[] NONE = new double[0];

  private final Path path;
  private final InputStream in;
  private final int dimension;

  private PointsFile(Path path, InputStream in, int dimension) {
    this.path = path;
    this.in = in;
    this.dimension = dimension;
  }

  /** Opens the file, whose size must be that of so many points of some dimension. */
  static PointsFile open(Path path, long points) {
    try {
      if (!Files.isRegularFile(path)) {
        return new PointsFile(path, InputStream.nullInputStream(), 0);
      }
      long size = Files.size(path);
      if (points == 0 || size == 0) {
        return new PointsFile(path, InputStream.nullInputStream(), 0);
      }
      long dimension = size / (points * Double.BYTES);
      if (size % (points * Double.BYTES) != 0 || dimension > Integer.MAX_VALUE / Double.BYTES) {
        throw new ArchiveException(
            path.getFileName()
                + ": expected a multiple of "
                + points
                + " x 8 bytes for "
                + points
                + " points, found "
                + size
                + " bytes");
      }
      return new PointsFile(
          path, new BufferedInputStream(Files.newInputStream(path), 1 << 16), (int) dimension);
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
  }

  /** Coordinates of a point; 0 if there are none. */
  int dimension() {
    return dimension;
  }

  double[] next() {
    if (dimension == 0) {
      return NONE;
    }
    try {
      byte[] bytes = in.readNBytes(dimension * Double.BYTES);
      if (bytes.length < dimension * Double.BYTES) {
        throw new ArchiveException(path.getFileName() + ": ends too early");
      }
      double[] coordinates = new double[dimension];
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(coordinates);
      for (double x : coordinates) {
        if (!Double.isFinite(x)) {
          throw new ArchiveException(
              path.getFileName()
                  + ": expected finite coordinates, found "
                  + x
                  + "; is it a file of little-endian doubles?");
        }
      }
      return coordinates;
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
  }
}
