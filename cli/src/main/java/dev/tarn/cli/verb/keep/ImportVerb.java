package dev.tarn.cli.verb.keep;

import dev.tarn.application.LandscapeName;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.cli.open.FormatNames;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.graphstore.archive.ArchiveFormat;
import dev.tarn.graphstore.archive.ImportProgress;
import dev.tarn.graphstore.archive.ImportSummary;
import dev.tarn.graphstore.archive.LandscapeArchives;
import dev.tarn.landscape.LandscapeStore;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a landscape from files. */
@Command(
    name = "import",
    description = {
      "Read a landscape from files into the store: a folder of PATHSAMPLE or OPTIM (min.data,",
      "ts.data), of TopSearch, a pele database, or JSON lines. All of it, or nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn import ./pathsample-folder --name lj38",
      "  tarn import lj13.jsonl --name lj13-copy"
    })
public final class ImportVerb extends Verb {

  @Parameters(paramLabel = "PATH", description = "The folder or file.")
  Path path;

  @Option(
      names = "--name",
      paramLabel = "LANDSCAPE",
      description = "Its name in the store (default: that of the folder or file).")
  @Nullable String name;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "pathsample, topsearch, pele or jsonl (default: look).")
  @Nullable String format;

  @Override
  protected void run(Terminal terminal) {
    Optional<ArchiveFormat> wanted = Optional.ofNullable(format).map(FormatNames::named);
    if (!Files.exists(path)) {
      throw CommandException.usage(path + ": no such file or folder");
    }
    String landscape =
        LandscapeName.checked(new OptionName("name"), name == null ? defaultName(path) : name);
    ImportSummary summary;
    try (LandscapeStore open = storeLocation().openOrCreate()) {
      ProgressOnOneLine progress = new ProgressOnOneLine(terminal);
      try {
        summary = LandscapeArchives.importFrom(path, wanted, landscape, open, progress);
      } finally {
        progress.end();
      }
    }
    if (forPrograms()) {
      printJson(terminal, summary);
      return;
    }
    print(terminal.out(), landscape, summary);
    next(terminal, "show " + landscape, "tree " + landscape + " -o " + landscape + ".svg");
  }

  private static String defaultName(Path path) {
    String name = ArchiveFormat.nameOf(path);
    return name.isEmpty() ? "imported" : name;
  }

  private static void print(PrintStream out, String landscape, ImportSummary summary) {
    out.println(
        landscape
            + ": "
            + Numbers.counted(summary.minima(), "minimum", "minima")
            + ", "
            + Numbers.counted(summary.transitionStates(), "transition state", "transition states")
            + (summary.stationaryPoints() > 0
                ? ", "
                    + Numbers.counted(
                        summary.stationaryPoints(),
                        "other stationary point",
                        "other stationary points")
                : "")
            + " from "
            + summary.format().label());
    if (!summary.sets().isEmpty()) {
      out.println(
          "sets of minima: "
              + summary.sets().entrySet().stream()
                  .sorted(Map.Entry.comparingByKey())
                  .map(set -> set.getKey() + " (" + set.getValue().length + ")")
                  .collect(Collectors.joining(", ")));
    }
    summary.notes().forEach(note -> out.println("note: " + note));
  }

  private static void printJson(Terminal terminal, ImportSummary summary) {
    NamedValues sets = NamedValues.empty();
    summary.sets().forEach(sets::put);
    Json.write(
        NamedValues.empty()
            .put("landscape", summary.landscape().name())
            .put("minima", summary.minima())
            .put("transitionStates", summary.transitionStates())
            .put("stationaryPoints", summary.stationaryPoints())
            .put("format", summary.format().label())
            .put("sets", sets)
            .put("notes", summary.notes()),
        terminal);
  }

  /** How far the import is: a redrawn line on a terminal, nothing elsewhere. */
  private static final class ProgressOnOneLine implements ImportProgress {
    private final Terminal terminal;
    private boolean shown;

    private ProgressOnOneLine(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public void report(long points, double fraction) {
      if (terminal.errIsTerminal()) {
        shown = true;
        String share = Double.isNaN(fraction) ? "" : ", " + Numbers.percent(fraction);
        terminal.err().print("\r\033[Kreading: " + Numbers.count(points) + " points" + share);
        terminal.err().flush();
      }
    }

    private void end() {
      if (shown) {
        terminal.err().print("\r\033[K");
        terminal.err().flush();
      }
    }
  }
}
