package dev.tarn.cli.verb.find;

import dev.tarn.analytics.charts.Mark;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.runfile.RunFile;
import dev.tarn.application.runs.DescentAnswer;
import dev.tarn.application.runs.DescentRequest;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.LiveLine;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.PotentialOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.explorer.descent.DescentSettings;
import dev.tarn.potentials.Potential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where gradient descent from random starts ends, for one potential or a series of sizes. */
@Command(
    name = "descend",
    description = {
      "Descend along the gradient with a fixed step from many random starts and show the",
      "distribution of the energies where that ends, per coordinate. Stores nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn descend --potential p-spin --vary spins=20,50 --descents 100 -o p-spin.svg",
      "  tarn descend examples/phi4-3x3.yaml"
    })
public final class DescendVerb extends Verb {

  @Parameters(paramLabel = "RUN.yaml", arity = "0..1", description = "The run file.")
  @Nullable Path runFile;

  @Mixin PotentialOptions of = new PotentialOptions();

  @Option(
      names = "--vary",
      paramLabel = "KEY=A,B,...",
      description = "One histogram for each of these values of a parameter of the potential.")
  @Nullable String vary;

  @Option(
      names = "--descents",
      paramLabel = "N",
      description = "Descents for each (default: ${DEFAULT-VALUE}).")
  int descents = 200;

  @Option(
      names = "--gradient",
      paramLabel = "RMS",
      description = "Root mean square gradient at which to end (default: ${DEFAULT-VALUE}).")
  double gradient = 1e-3;

  @Option(
      names = "--step",
      paramLabel = "FRACTION",
      description = "Step over the largest curvature at the start (default: ${DEFAULT-VALUE}).")
  double step = 0.5;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the starts.")
  long seed = 1;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all cores).")
  int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the histograms, as .svg or .png.")
  @Nullable Path output;

  @Override
  protected void run(Terminal terminal) {
    if (output != null) {
      Path unused = Drawings.checked(output);
    }
    DescentSettings settings = DescentRequest.settings(descents, gradient, step, seed, threads);
    DescentAnswer answer = descended(terminal, new DescentRequest(members(), settings));
    if (output != null) {
      Drawings.write(answer.picture(), output);
    }
    if (forPrograms()) {
      NamedValues values = answer.values();
      if (output != null) {
        values.put("file", output.toString());
      }
      Json.write(values, terminal);
    } else {
      print(terminal, answer);
    }
  }

  private List<DescentRequest.Member> members() {
    RunFile file = of.runFile(runFile);
    if (vary == null) {
      return List.of(new DescentRequest.Member("", potential(file)));
    }
    List<DescentRequest.Member> members = new ArrayList<>();
    for (String value : values(vary)) {
      members.add(
          new DescentRequest.Member(
              varied() + " = " + value, potential(file.with(varied(), value))));
    }
    return members;
  }

  private static Potential potential(RunFile file) {
    return file.settings().potential().potential();
  }

  private String varied() {
    return vary == null ? "" : vary.substring(0, vary.indexOf('='));
  }

  private static List<String> values(String vary) {
    int equals = vary.indexOf('=');
    List<String> values =
        equals < 1 ? List.of() : List.of(vary.substring(equals + 1).split(",", -1));
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw CommandException.usage("--vary: expected KEY=A,B,..., found " + vary);
    }
    return values;
  }

  private static DescentAnswer descended(Terminal terminal, DescentRequest request) {
    LiveLine line = new LiveLine(terminal);
    int descents = request.settings().descents();
    DescentRequest.Listener listener =
        new DescentRequest.Listener() {
          @Override
          public void begins(DescentRequest.Member member) {
            line.end();
            member.potential().notes().forEach(note -> terminal.err().println("note: " + note));
          }

          @Override
          public void ended(DescentRequest.Member member, int done) {
            synchronized (line) {
              if (line.isDue()) {
                line.show(member.label(), done + " of " + descents);
              }
            }
          }
        };
    try (Interruption interruption = Interruption.watched()) {
      return request.run(listener, interruption::requested);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted");
    } finally {
      line.end();
    }
  }

  private void print(Terminal terminal, DescentAnswer answer) {
    Table table =
        new Table(
            varied(),
            "mean",
            "deviation",
            "lowest",
            "highest",
            "ended",
            "gradients each",
            "seconds");
    for (DescentAnswer.Size size : answer.sizes()) {
      int ended = size.energies().length;
      table.row(
          size.label().replaceFirst(".* = ", ""),
          Numbers.fixed(size.mean(), 4),
          Numbers.fixed(size.standardDeviation(), 4),
          Numbers.fixed(size.lowest(), 4),
          Numbers.fixed(size.highest(), 4),
          ended + " of " + (ended + size.ensemble().unfinished()),
          Numbers.count(size.ensemble().energyCalls() / Math.max(1, ended)),
          Numbers.fixed(size.seconds(), 1));
    }
    table.printTo(terminal.out());
    for (Mark mark : answer.marks()) {
      terminal
          .out()
          .println(
              (mark.label().endsWith("\u221e") ? "threshold, -E_infinity: " : "lowest, -E_0: ")
                  + Numbers.fixed(mark.x(), 4)
                  + " per spin for many spins");
    }
    if (output != null) {
      terminal.out().println(output);
    }
  }
}
