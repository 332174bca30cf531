package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.nio.file.Path;

/** A format that is written as several files. */
interface FolderFormat extends Format {

  /** Writes the landscape into a folder, which is there. */
  void write(LandscapeStore store, Landscape landscape, Path folder) throws IOException;
}
