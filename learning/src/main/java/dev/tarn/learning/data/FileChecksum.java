package dev.tarn.learning.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Tells whether files are still those from which a landscape was made: a CRC-32 of their bytes, one
 * file after the other, as eight hexadecimal digits.
 *
 * <p>It goes into the complete specification of data in files. With another content the loss is
 * another function, and its points must not be mixed with the old ones.
 *
 * @param files the files, in order
 * @param expected the digits, or {@link #COMPUTED} where nobody has said what they should be
 */
record FileChecksum(List<Path> files, String expected) {
  static final String KEY = "checksum";
  static final String COMPUTED = "computed";

  FileChecksum {
    files = List.copyOf(files);
  }

  /** The specification with the digits of the files in place of what was given. */
  Map<String, Object> completed(Map<String, Object> parameters) {
    Map<String, Object> complete = new LinkedHashMap<>(parameters);
    complete.put(KEY, expected.equals(COMPUTED) ? digits() : expected);
    return complete;
  }

  /** Throws if the files are not the expected ones. */
  void check() {
    if (expected.equals(COMPUTED)) {
      return;
    }
    String found = digits();
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "data: "
              + files.get(0)
              + (files.size() > 1 ? " or a file beside it" : "")
              + " has changed: expected the checksum "
              + expected
              + ", found "
              + found
              + "; bring the old file back, or begin a new landscape with the new one");
    }
  }

  private String digits() {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[1 << 16];
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          crc.update(buffer, 0, read);
        }
      } catch (IOException e) {
        throw new IllegalArgumentException("data: cannot read " + file + " (" + e + ")", e);
      }
    }
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }
}
