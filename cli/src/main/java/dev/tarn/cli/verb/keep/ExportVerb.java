package dev.tarn.cli.verb.keep;

import dev.tarn.application.NamedValues;
import dev.tarn.cli.open.FormatNames;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.graphstore.archive.ArchiveContent;
import dev.tarn.graphstore.archive.ArchiveException;
import dev.tarn.graphstore.archive.ArchiveFormat;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.LandscapeCounts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a landscape to files. */
@Command(
    name = "export",
    description = {
      "Write a landscape to standard output or to files. JSON lines hold everything and are",
      "sorted: two equal landscapes give equal bytes."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn export lj13 > lj13.jsonl",
      "  tarn export lj13 --format pathsample -o lj13-pathsample"
    })
public final class ExportVerb extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl, pathsample, topsearch, graphml, gexf or csv (default: that of FILE).")
  @Nullable String formatName;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there; a folder for formats of several files.")
  @Nullable Path target;

  @Override
  protected void run(Terminal terminal) {
    ArchiveFormat format = formatName == null ? formatOf(target) : FormatNames.named(formatName);
    if (forPrograms() && target == null) {
      throw CommandException.usage(
          (json ? "--json" : "--csv")
              + ": the landscape itself goes to standard output; name a file with -o"
              + (json ? "" : ", or say --format csv"));
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      if (target == null) {
        LandscapeArchives.exportTo(open.store(), open.name(), format, terminal.out());
        return;
      }
      LandscapeArchives.exportTo(open.store(), open.name(), format, target);
      LandscapeCounts counts = open.store().counts(open.name());
      if (forPrograms()) {
        Json.write(
            NamedValues.empty()
                .put("landscape", open.name())
                .put("minima", counts.minima())
                .put("transitionStates", counts.transitionStates())
                .put("format", format.label())
                .put("file", target.toString()),
            terminal);
        return;
      }
      terminal
          .out()
          .println(
              shown(target)
                  + ": "
                  + Numbers.counted(counts.minima(), "minimum", "minima")
                  + ", "
                  + Numbers.counted(
                      counts.transitionStates(), "transition state", "transition states")
                  + " as "
                  + format.label());
      if (counts.stationaryPoints() > 0
          && !format.holds().contains(ArchiveContent.UNCONNECTED_POINTS)) {
        terminal
            .out()
            .println(
                "note: "
                    + Numbers.counted(
                        counts.stationaryPoints(),
                        "other stationary point",
                        "other stationary points")
                    + " left out: "
                    + format.label()
                    + " does not hold them");
      }
      if (format.isReadable()) {
        next(terminal, "import " + target + " --name NAME");
      }
    }
  }

  private static ArchiveFormat formatOf(@Nullable Path target) {
    try {
      return target == null ? ArchiveFormat.JSONL : ArchiveFormat.ofTarget(target);
    } catch (ArchiveException e) {
      throw CommandException.usage("-o: " + e.getMessage());
    }
  }
}
