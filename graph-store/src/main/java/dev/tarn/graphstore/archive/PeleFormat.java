package dev.tarn.graphstore.archive;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The SQLite databases of pele. */
final class PeleFormat implements ReadableFormat {
  private static final String FIRST_BYTES = "SQLite format 3";

  @Override
  public List<String> extensions() {
    return List.of("sqlite", "db");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return Set.of(
        ArchiveContent.COORDINATES,
        ArchiveContent.FREQUENCIES,
        ArchiveContent.SYMMETRY_ORDERS,
        ArchiveContent.VERIFICATION);
  }

  @Override
  public String looksLike() {
    return "a pele database";
  }

  @Override
  public boolean recognises(Candidate archive) {
    return archive.start().startsWith(FIRST_BYTES);
  }

  @Override
  public ArchiveReader reader(Path path, Clock clock) {
    return new PeleDatabase(path, clock);
  }
}
