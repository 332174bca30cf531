package dev.tarn.cli.verb.compute;

import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.report.ReportAnswer;
import dev.tarn.application.report.ReportQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.ReportPage;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.ProjectingVerb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Everything about a landscape on one page. */
@Command(
    name = "report",
    description = "Write one self-contained page about a landscape: tree, network, thermodynamics.",
    footerHeading = "%nExample:%n",
    footer = {"  tarn report lj13 -o lj13.html"})
public final class ReportVerb extends ProjectingVerb<ReportAnswer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write (default: NAME.html).")
  Optional<Path> file = Optional.empty();

  @Option(
      names = "--temperatures",
      paramLabel = "A:B:N",
      description = "Temperatures of the thermodynamics (default: as tarn thermo).")
  Optional<String> temperatures = Optional.empty();

  @Override
  protected ReportQuestion question() {
    return new ReportQuestion(
        temperatures.map(text -> TemperatureGrid.parse(OptionName.TEMPERATURES, text)));
  }

  private Path target(OpenLandscape open) {
    return file.orElse(Path.of(open.name() + ".html"));
  }

  @Override
  protected NamedValues values(OpenLandscape open, ReportAnswer answer) {
    try {
      Files.writeString(target(open), ReportPage.of(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.values().put("file", target(open));
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, ReportAnswer answer) {
    terminal.out().println(shown(target(open)) + ": tree, network, thermodynamics");
    next(terminal, "query @lowest-minima --param landscape=" + open.name());
  }
}
