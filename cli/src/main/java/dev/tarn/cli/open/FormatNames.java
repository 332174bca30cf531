package dev.tarn.cli.open;

import dev.tarn.cli.output.CommandException;
import dev.tarn.graphstore.archive.ArchiveFormat;
import dev.tarn.landscape.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Formats of files by the names that people use. */
public final class FormatNames {
  private FormatNames() {}

  /** The format of that name, or an error that names the nearest. */
  public static ArchiveFormat named(String name) {
    List<String> known = Arrays.stream(ArchiveFormat.values()).map(ArchiveFormat::label).toList();
    if (!known.contains(name.toLowerCase(Locale.ROOT))) {
      throw CommandException.usage(
          "--format: expected one of "
              + String.join(", ", known)
              + ", found "
              + name
              + NearestName.suggestion(name, known));
    }
    return ArchiveFormat.named(name);
  }
}
