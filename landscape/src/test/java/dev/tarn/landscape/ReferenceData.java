package dev.tarn.landscape;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real data that some tests compare with and that is never part of the repository: a folder {@code
 * shared/data} beside the checkout, or the folder that the environment variable TARN_REFERENCE_DATA
 * names. Tests that need it are skipped, with a message, where it is absent.
 */
public final class ReferenceData {
  private ReferenceData() {}

  /** The file or folder {@code name}, such as {@code ktn/lj13}; skips the test if it is absent. */
  public static Path require(String name) {
    String named = System.getenv("TARN_REFERENCE_DATA");
    if (named != null) {
      Path path = Path.of(named, name);
      Assumptions.assumeTrue(Files.exists(path), () -> "skipped: no reference data at " + path);
      return path;
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path path = at.resolve("shared/data").resolve(name);
      if (Files.exists(path)) {
        return path;
      }
    }
    return Assumptions.abort(
        "skipped: no shared/data/" + name + " beside the checkout (or set TARN_REFERENCE_DATA)");
  }
}
