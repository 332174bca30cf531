package dev.tarn.graphstore.archive;

import dev.tarn.graphstore.archive.ReadableFormat.Candidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The formats of archives, under the names that the command line uses: the table that imports and
 * exports look into. A new format is a class that implements {@link FileFormat}, {@link
 * FolderFormat} or {@link ReadableFormat}, and a line here.
 */
public enum ArchiveFormat {
  /** Folder with min.data and ts.data of PATHSAMPLE and OPTIM. */
  PATHSAMPLE(new PathsampleFormat()),
  /** Folder with min.data and ts.data of TopSearch. */
  TOPSEARCH(new TopSearchFormat()),
  /** SQLite database of pele; only read. */
  PELE(new PeleFormat()),
  /** One JSON object a line: everything Tarn knows of a landscape. */
  JSONL(new JsonLinesFormat()),
  /** GraphML, for networkx, igraph, Gephi, yEd; only written. */
  GRAPHML(new GraphMlFormat()),
  /** GEXF 1.3, for Gephi; only written. */
  GEXF(new GexfFormat()),
  /** Folder with nodes.csv and edges.csv; only written. */
  CSV(new CsvFormat());

  @SuppressWarnings("ImmutableEnumChecker") // A format has no state.
  private final Format format;

  ArchiveFormat(Format format) {
    this.format = format;
  }

  /** The name on the command line: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Endings of names, without the dot, by which the format of a file to write is chosen. */
  public List<String> extensions() {
    return format.extensions();
  }

  /** What an archive keeps of a landscape beside energies and connections. */
  public Set<ArchiveContent> holds() {
    return EnumSet.copyOf(format.holds());
  }

  /** Whether archives of this format are folders of several files. */
  public boolean isFolder() {
    return format instanceof FolderFormat;
  }

  /** Whether Tarn reads the format. */
  public boolean isReadable() {
    return format instanceof ReadableFormat;
  }

  /** Whether Tarn writes the format. */
  public boolean isWritable() {
    return format instanceof FileFormat || format instanceof FolderFormat;
  }

  Format format() {
    return format;
  }

  /**
   * The format of that name, in any case.
   *
   * @throws ArchiveException if there is none; the message lists them
   */
  public static ArchiveFormat named(String label) {
    return first(format -> format.label().equals(label.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new ArchiveException(
                    "unknown format '"
                        + label
                        + "': expected one of "
                        + Arrays.stream(values())
                            .map(ArchiveFormat::label)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The format that the name of a file or folder asks for; {@link #JSONL} if it has no extension.
   *
   * @throws ArchiveException if no format has that extension; the message lists those that are
   *     written
   */
  public static ArchiveFormat ofTarget(Path target) {
    String extension = extension(target);
    if (extension.isEmpty()) {
      return JSONL;
    }
    return first(format -> format.extensions().contains(extension))
        .orElseThrow(
            () ->
                new ArchiveException(
                    target
                        + ": no format has the extension ."
                        + extension
                        + ": expected "
                        + Arrays.stream(values())
                            .filter(ArchiveFormat::isWritable)
                            .map(format -> format.label() + " (." + format.endings() + ")")
                            .collect(Collectors.joining(", "))
                        + ", or one of these named with --format"));
  }

  private String endings() {
    return String.join(", .", extensions());
  }

  /**
   * The format of an archive, by its names and first bytes.
   *
   * @throws ArchiveException if it is none that Tarn reads
   */
  public static ArchiveFormat ofArchive(Path path) {
    Candidate archive = Candidate.of(path);
    return first(format -> format.format instanceof ReadableFormat f && f.recognises(archive))
        .orElseThrow(() -> unrecognised(archive));
  }

  private static ArchiveException unrecognised(Candidate archive) {
    List<String> looks = new ArrayList<>();
    List<String> markers = new ArrayList<>();
    for (ArchiveFormat each : values()) {
      if (each.format instanceof ReadableFormat readable && !looks.contains(readable.looksLike())) {
        looks.add(readable.looksLike());
        markers.add(readable.marker());
      }
    }
    markers.removeIf(String::isEmpty);
    String last = looks.remove(looks.size() - 1);
    String expected = ": expected " + String.join(", ", looks) + " or " + last;
    return new ArchiveException(
        archive.isFolder()
            ? "cannot read "
                + archive.path()
                + expected
                + ", found no "
                + String.join(", ", markers)
            : "cannot tell the format of "
                + archive.path()
                + expected
                + "; name it with --format if it is one of these");
  }

  /** Name of an archive without the extension of a format that is read. */
  public static String nameOf(Path archive) {
    String name = Objects.toString(archive.toAbsolutePath().normalize().getFileName(), "");
    String extension = extension(archive);
    return first(format -> format.isReadable() && format.extensions().contains(extension))
        .map(format -> name.substring(0, name.length() - extension.length() - 1))
        .orElse(name);
  }

  private static Optional<ArchiveFormat> first(Predicate<ArchiveFormat> condition) {
    return Arrays.stream(values()).filter(condition).findFirst();
  }

  /** What follows the last dot of a name, in lower case; a dot in front begins no extension. */
  private static String extension(Path path) {
    String name = Objects.toString(path.toAbsolutePath().normalize().getFileName(), "");
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
