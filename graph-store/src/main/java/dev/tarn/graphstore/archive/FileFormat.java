package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.io.OutputStream;

/** A format that is written as one file. */
interface FileFormat extends Format {

  /** Writes the landscape to a stream, which is not closed. */
  void write(LandscapeStore store, Landscape landscape, OutputStream out) throws IOException;
}
