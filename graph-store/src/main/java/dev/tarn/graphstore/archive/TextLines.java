package dev.tarn.graphstore.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text file line by line and never holds more than one line of bounded length, so that a
 * huge file that is not text is refused after its first bytes.
 */
final class TextLines implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final String name;
  private final Path path;
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private byte[] line = new byte[256];
  private long lineNumber;
  private long bytesRead;

  private TextLines(Path path, InputStream in, int longest) {
    this.path = path;
    this.name = String.valueOf(path.getFileName());
    this.in = in;
    this.longest = longest;
  }

  /** Opens the file; lines longer than {@code longest} bytes are an error. */
  static TextLines open(Path path, int longest) {
    try {
      if (Files.isDirectory(path)) {
        throw new ArchiveException("cannot read " + path + ": expected a file, found a folder");
      }
      return new TextLines(path, Files.newInputStream(path), longest);
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
  }

  /** The next line without its end, or null at the end of the file. */
  @Nullable String next() {
    int length = 0;
    boolean any = false;
    while (true) {
      if (at == end && !fill()) {
        break;
      }
      any = true;
      byte b = buffer[at++];
      if (b == '\n') {
        break;
      }
      if (b == 0) {
        throw ArchiveException.at(name, lineNumber + 1, "expected text, found a zero byte");
      }
      if (length == longest) {
        throw ArchiveException.at(
            name, lineNumber + 1, "expected at most " + longest + " characters, found more");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = b;
    }
    if (!any) {
      return null;
    }
    lineNumber++;
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  private boolean fill() {
    try {
      at = 0;
      end = Math.max(0, in.read(buffer));
      bytesRead += end;
      return end > 0;
    } catch (IOException e) {
      throw ArchiveException.unreadable(path, e);
    }
  }

  /**
   * The fields of the next line, split at blanks; null at the end of the file. Blank lines are
   * allowed only at the end.
   */
  @Nullable List<String> nextFields() {
    String text = next();
    if (text == null) {
      return null;
    }
    List<String> fields = split(text);
    if (!fields.isEmpty()) {
      return fields;
    }
    long blank = lineNumber;
    for (String rest = next(); rest != null; rest = next()) {
      if (!rest.isBlank()) {
        throw ArchiveException.at(name, blank, "expected a record, found a blank line");
      }
    }
    return null;
  }

  static List<String> split(String text) {
    List<String> fields = new ArrayList<>(10);
    int i = 0;
    int length = text.length();
    while (i < length) {
      while (i < length && text.charAt(i) <= ' ') {
        i++;
      }
      int start = i;
      while (i < length && text.charAt(i) > ' ') {
        i++;
      }
      if (i > start) {
        fields.add(text.substring(start, i));
      }
    }
    return fields;
  }

  ArchiveException error(String message) {
    return ArchiveException.at(name, lineNumber, message);
  }

  /** A finite number; Fortran's D exponents and exponents without a letter are understood. */
  double number(String field, String meaning) {
    double value = FortranNumbers.parse(field);
    if (Double.isFinite(value)) {
      return value;
    }
    throw error(
        "expected a finite number ("
            + meaning
            + "), found '"
            + shortened(field)
            + "'"
            + (field.startsWith("*") ? ", a Fortran field that was too narrow" : ""));
  }

  /** A whole number from {@code least} to {@code most}. */
  long integer(String field, String meaning, long least, long most) {
    long value;
    try {
      value = Long.parseLong(field);
    } catch (NumberFormatException e) {
      value = wholeReal(field, meaning);
    }
    if (value < least || value > most) {
      throw error(
          "expected " + meaning + " from " + least + " to " + most + ", found " + shortened(field));
    }
    return value;
  }

  private long wholeReal(String field, String meaning) {
    double value = FortranNumbers.parse(field);
    if (value != Math.rint(value) || Math.abs(value) > 1e15) {
      throw error("expected a whole number (" + meaning + "), found '" + shortened(field) + "'");
    }
    return (long) value;
  }

  static String shortened(String field) {
    String printable = field.replaceAll("[^\\x20-\\x7e]", "?");
    return printable.length() <= 24 ? printable : printable.substring(0, 24) + "...";
  }

  String name() {
    return name;
  }

  long lineNumber() {
    return lineNumber;
  }

  long bytesRead() {
    return bytesRead;
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
