package dev.tarn.graphstore.archive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of archives, under the names that the command line uses. */
public enum ArchiveFormat {
  /** Folder with min.data and ts.data of PATHSAMPLE and OPTIM. */
  PATHSAMPLE,
  /** Folder with min.data and ts.data of TopSearch. */
  TOPSEARCH,
  /** SQLite database of pele; only read. */
  PELE,
  /** One JSON object a line: everything Tarn knows of a landscape. */
  JSONL,
  /** GraphML, for networkx, igraph, Gephi, yEd; only written. */
  GRAPHML,
  /** GEXF 1.3, for Gephi; only written. */
  GEXF,
  /** Folder with nodes.csv and edges.csv; only written. */
  CSV;

  /** The name on the command line: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether archives of this format are folders of several files. */
  public boolean isFolder() {
    return this == PATHSAMPLE || this == TOPSEARCH || this == CSV;
  }

  /** Whether Tarn reads the format. */
  public boolean isReadable() {
    return this == PATHSAMPLE || this == TOPSEARCH || this == PELE || this == JSONL;
  }

  /** Whether Tarn writes the format. */
  public boolean isWritable() {
    return this != PELE;
  }

  /**
   * The format of that name, in any case.
   *
   * @throws ArchiveException if there is none; the message lists them
   */
  public static ArchiveFormat named(String label) {
    for (ArchiveFormat format : values()) {
      if (format.label().equals(label.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new ArchiveException(
        "unknown format '"
            + label
            + "': expected one of "
            + Arrays.stream(values()).map(ArchiveFormat::label).collect(Collectors.joining(", ")));
  }
}
