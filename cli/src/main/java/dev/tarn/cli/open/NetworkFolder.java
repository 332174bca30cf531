package dev.tarn.cli.open;

import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import java.nio.file.Path;
import java.util.Optional;

/** A folder of PATHSAMPLE files (or another archive), read for one command. */
final class NetworkFolder {
  private NetworkFolder() {}

  static OpenLandscape open(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    Path fileName = absolute.getFileName();
    String name = fileName == null ? "landscape" : fileName.toString();
    InMemoryLandscapeStore store = LandscapeArchives.readInMemory(folder, Optional.empty(), name);
    Landscape landscape = store.landscape(name).orElseThrow();
    return new OpenLandscape(store, landscape, Optional.of(absolute));
  }
}
