package dev.tarn.cli;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import java.nio.file.Path;
import java.time.Instant;

/** A folder of PATHSAMPLE files, read for one command. */
final class NetworkFolder {
  private NetworkFolder() {}

  static OpenLandscape open(Path folder) {
    Landscape landscape = new Landscape(folder.toString(), "", "", 0, 0, "", "", 1, Instant.EPOCH);
    return new OpenLandscape(new InMemoryLandscapeStore(), landscape);
  }
}
