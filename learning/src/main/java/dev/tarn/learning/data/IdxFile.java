package dev.tarn.learning.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The first items of a file of unsigned bytes in the IDX format of the MNIST data, plain or
 * gzipped: two zero bytes, the type 8, the number of dimensions, their extents as four-byte numbers
 * with the highest byte first, then the values, last index fastest.
 */
final class IdxFile {
  private static final int UNSIGNED_BYTE = 8;

  private final Path path;
  private final int[] extents;
  private final byte[] values;

  private IdxFile(Path path, int[] extents, byte[] values) {
    this.path = path;
    this.extents = extents;
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param named the file, or its name without {@code .gz}
   * @param dimensions 3 for images, 1 for labels
   * @param share how many items to read; the size of the file is checked for these only
   */
  static IdxFile read(Path named, int dimensions, Share share) {
    Path path = present(named, dimensions);
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(opened(path)))) {
      int magic = in.readInt();
      if (magic >>> 8 != UNSIGNED_BYTE || (magic & 0xff) != dimensions) {
        throw new IllegalArgumentException(
            path
                + ": expected an IDX file of unsigned bytes in "
                + dimensions
                + " dimension"
                + (dimensions == 1 ? "" : "s")
                + ", which begins with 0000080"
                + dimensions
                + ", found "
                + String.format(java.util.Locale.ROOT, "%08x", magic));
      }
      int[] extents = new int[dimensions];
      long size = 1;
      for (int d = 0; d < dimensions; d++) {
        extents[d] = in.readInt();
        if (extents[d] < 1) {
          throw new IllegalArgumentException(
              path
                  + ": expected extents from 1, found "
                  + extents[d]
                  + " for dimension "
                  + (d + 1));
        }
        size = d == 0 ? 1 : size * extents[d];
      }
      long wanted = size * Math.min(extents[0], share.of(extents[0], extents[0]));
      if (wanted > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            path + ": " + wanted + " values are too many; take fewer with train and test");
      }
      byte[] values = in.readNBytes((int) wanted);
      if (values.length < wanted) {
        throw new EOFException("found " + values.length + " of " + wanted + " values");
      }
      return new IdxFile(path, extents, values);
    } catch (EOFException e) {
      throw new IllegalArgumentException(
          path
              + ": the file is truncated"
              + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
              + "; get it again",
          e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          path + ": cannot read it as an IDX file (" + e.getMessage() + "); get it again", e);
    }
  }

  /** The file itself, or the same with {@code .gz}. */
  static Path present(Path named, int dimensions) {
    Path zipped = named.resolveSibling(named.getFileName() + ".gz");
    if (Files.isRegularFile(named)) {
      return named;
    }
    if (Files.isRegularFile(zipped)) {
      return zipped;
    }
    throw new IllegalArgumentException(
        "data: no file "
            + named
            + " or "
            + zipped.getFileName()
            + (named.isAbsolute() ? "" : " in " + Path.of("").toAbsolutePath())
            + "; it should hold the "
            + (dimensions == 1 ? "labels" : "images")
            + " in the IDX format. MNIST comes from "
            + KnownDataSets.MNIST);
  }

  /** Whether a file is gzipped is told by its first two bytes, whatever its name. */
  private static InputStream opened(Path path) throws IOException {
    boolean zipped;
    try (InputStream in = Files.newInputStream(path)) {
      zipped = in.read() == 0x1f && in.read() == 0x8b;
    }
    InputStream in = Files.newInputStream(path);
    if (!zipped) {
      return in;
    }
    try {
      return new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** Number of items the file says it has. */
  int items() {
    return extents[0];
  }

  /** Number of values of an item. */
  int itemSize() {
    int size = 1;
    for (int d = 1; d < extents.length; d++) {
      size *= extents[d];
    }
    return size;
  }

  /** Extent along a dimension, from 0. */
  int extent(int dimension) {
    return extents[dimension];
  }

  /** A value, from 0 to 255. */
  int value(int at) {
    return values[at] & 0xff;
  }
}
