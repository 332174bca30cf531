package dev.tarn.graphstore.archive;

import java.util.List;
import java.util.Set;

/**
 * What one format of archives is. It is read if it is a {@link ReadableFormat} too, and written if
 * it is a {@link FileFormat} or a {@link FolderFormat}.
 */
interface Format {

  /** Endings of names, without the dot, that say that a file or folder is of this format. */
  List<String> extensions();

  /** What is kept beside energies and connections. */
  Set<ArchiveContent> holds();
}
