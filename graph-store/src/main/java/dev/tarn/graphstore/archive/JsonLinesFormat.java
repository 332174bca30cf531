package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One JSON object a line: Tarn's own format, which keeps everything. */
final class JsonLinesFormat implements ReadableFormat, FileFormat {

  @Override
  public List<String> extensions() {
    return List.of("jsonl");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return EnumSet.allOf(ArchiveContent.class);
  }

  @Override
  public String looksLike() {
    return "a .jsonl of Tarn";
  }

  @Override
  public boolean recognises(Candidate archive) {
    return archive.start().startsWith("{\"" + JsonLinesWriter.FORMAT);
  }

  @Override
  public ArchiveReader reader(Path path, Clock clock) {
    return new JsonLinesReader(path, clock);
  }

  @Override
  public void write(LandscapeStore store, Landscape landscape, OutputStream out)
      throws IOException {
    JsonLinesWriter.write(store, landscape, out);
  }
}
