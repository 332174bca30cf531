package dev.tarn.graphstore.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** An archive cannot be read or written; the message says where and why in one line. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }

  static ArchiveException at(String file, long line, String message) {
    return new ArchiveException(file + " line " + line + ": " + message);
  }

  static ArchiveException unreadable(Path file, IOException e) {
    String why;
    if (e instanceof NoSuchFileException) {
      why = "there is no such file";
    } else if (e instanceof AccessDeniedException) {
      why = "no permission to read it";
    } else {
      why = String.valueOf(e.getMessage()).lines().findFirst().orElse("I/O error");
    }
    return new ArchiveException("cannot read " + file + ": " + why, e);
  }

  static ArchiveException unwritable(String target, IOException e) {
    String why =
        e instanceof AccessDeniedException
            ? "no permission to write it"
            : String.valueOf(e.getMessage()).lines().findFirst().orElse("I/O error");
    return new ArchiveException("cannot write " + target + ": " + why, e);
  }
}
