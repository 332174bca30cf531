package dev.tarn.cli.verb.find;

import dev.tarn.analytics.charts.Histogram;
import dev.tarn.analytics.charts.HistogramChart;
import dev.tarn.analytics.charts.Mark;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.LiveLine;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.runfile.RunFile;
import dev.tarn.cli.verb.Interruption;
import dev.tarn.cli.verb.PotentialOptions;
import dev.tarn.cli.verb.Verb;
import dev.tarn.explorer.descent.DescentEnsemble;
import dev.tarn.explorer.descent.DescentSettings;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.lattices.PSpin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
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

  /** One value of the varied parameter, and what came out. */
  private record Row(String label, Potential potential, DescentEnsemble ensemble, double seconds) {
    int size() {
      return potential.dimension();
    }

    double[] energies() {
      return DoubleStream.of(ensemble.energies()).map(e -> e / size()).toArray();
    }

    double mean() {
      return DoubleStream.of(energies()).average().orElse(Double.NaN);
    }

    double standardDeviation() {
      double mean = mean();
      double[] all = energies();
      double squares = DoubleStream.of(all).map(e -> (e - mean) * (e - mean)).sum();
      return Math.sqrt(squares / Math.max(1, all.length - 1));
    }
  }

  @Override
  protected void run(Terminal terminal) {
    if (output != null) {
      Path unused = Drawings.checked(output);
    }
    if (descents < 1 || threads < 1 || !(gradient > 0) || !(step > 0 && step < 2)) {
      throw CommandException.usage(
          "expected --descents and --threads of at least 1, --gradient above 0 and --step between 0"
              + " and 2");
    }
    List<String> values = values();
    List<RunFile> files = new ArrayList<>();
    for (String value : values) {
      RunFile file = of.runFile(runFile);
      files.add(vary == null ? file : file.with(varied(), value));
    }
    List<Potential> potentials =
        files.stream().map(file -> file.settings().potential().potential()).toList();
    List<Row> rows = new ArrayList<>();
    try (Interruption interruption = Interruption.watched()) {
      for (int k = 0; k < potentials.size() && !interruption.requested(); k++) {
        String label = vary == null ? "" : varied() + " = " + values.get(k);
        potentials.get(k).notes().forEach(note -> terminal.err().println("note: " + note));
        rows.add(descended(terminal, label, potentials.get(k), interruption));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandException.failed("interrupted");
    }
    if (output != null) {
      draw(rows, output);
    }
    print(terminal, rows);
  }

  private String varied() {
    return vary == null ? "" : vary.substring(0, vary.indexOf('='));
  }

  private List<String> values() {
    if (vary == null) {
      return List.of("");
    }
    int equals = vary.indexOf('=');
    List<String> values =
        equals < 1 ? List.of() : List.of(vary.substring(equals + 1).split(",", -1));
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw CommandException.usage("--vary: expected KEY=A,B,..., found " + vary);
    }
    return values;
  }

  private Row descended(
      Terminal terminal, String label, Potential potential, Interruption interruption)
      throws InterruptedException {
    DescentSettings settings =
        new DescentSettings(descents, gradient, step, 1_000_000, seed, threads);
    long start = System.nanoTime();
    LiveLine line = new LiveLine(terminal);
    DescentEnsemble ensemble =
        DescentEnsemble.of(
            potential,
            settings,
            done -> {
              synchronized (line) {
                if (line.isDue()) {
                  line.show(label, done + " of " + descents);
                }
              }
            },
            interruption::requested);
    line.end();
    return new Row(label, potential, ensemble, (System.nanoTime() - start) * 1e-9);
  }

  private static List<Mark> marks(List<Row> rows) {
    return rows.stream().allMatch(row -> row.potential() instanceof PSpin)
            && rows.get(0).potential() instanceof PSpin glass
        ? List.of(
            new Mark(PSpin.lowestEnergyPerSpin(glass.order()), 0, "\u2212E\u2080"),
            new Mark(PSpin.thresholdEnergyPerSpin(glass.order()), 0, "\u2212E\u221e"))
        : List.of();
  }

  private void draw(List<Row> rows, Path file) {
    List<Histogram> histograms = new ArrayList<>();
    for (Row row : rows) {
      if (row.ensemble().energies().length > 0) {
        histograms.add(Histogram.of(row.label(), row.energies()));
      }
    }
    if (histograms.isEmpty()) {
      throw CommandException.failed("no descent came to an end, so there is nothing to draw");
    }
    Drawings.write(
        new HistogramChart(
            rows.get(0).potential() instanceof PSpin glass
                ? "Spherical p-spin glass, p = " + glass.order()
                : "Ends of gradient descents",
            String.format(
                Locale.ROOT,
                "%d gradient descents each, to an rms gradient of %s",
                descents,
                Numbers.plain(gradient)),
            rows.get(0).potential() instanceof PSpin ? "Energy per spin" : "Energy per coordinate",
            histograms,
            marks(rows)),
        file);
  }

  private void print(Terminal terminal, List<Row> rows) {
    if (forPrograms()) {
      List<NamedValues> sizes = rows.stream().map(DescendVerb::json).toList();
      NamedValues result =
          NamedValues.empty()
              .put("descents", descents)
              .put("seed", seed)
              .put("sizes", sizes)
              .withRows(sizes);
      if (rows.get(0).potential() instanceof PSpin glass) {
        result
            .put("lowestEnergyPerSpin", PSpin.lowestEnergyPerSpin(glass.order()))
            .put("thresholdEnergyPerSpin", PSpin.thresholdEnergyPerSpin(glass.order()));
      }
      if (output != null) {
        result.put("file", output.toString());
      }
      Json.write(result, terminal);
      return;
    }
    Table table =
        new Table(
            vary == null ? "" : varied(),
            "mean",
            "deviation",
            "lowest",
            "highest",
            "ended",
            "gradients each",
            "seconds");
    for (Row row : rows) {
      double[] all = row.energies();
      table.row(
          row.label().replaceFirst(".* = ", ""),
          Numbers.fixed(row.mean(), 4),
          Numbers.fixed(row.standardDeviation(), 4),
          Numbers.fixed(DoubleStream.of(all).min().orElse(Double.NaN), 4),
          Numbers.fixed(DoubleStream.of(all).max().orElse(Double.NaN), 4),
          all.length + " of " + (all.length + row.ensemble().unfinished()),
          Numbers.count(row.ensemble().energyCalls() / Math.max(1, all.length)),
          Numbers.fixed(row.seconds(), 1));
    }
    table.printTo(terminal.out());
    for (Mark mark : marks(rows)) {
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

  private static NamedValues json(Row row) {
    double[] all = row.energies();
    return NamedValues.empty()
        .put("label", row.label())
        .put("dimension", row.size())
        .put("ended", all.length)
        .put("unfinished", row.ensemble().unfinished())
        .put("mean", row.mean())
        .put("standardDeviation", row.standardDeviation())
        .put("lowest", DoubleStream.of(all).min().orElse(Double.NaN))
        .put("highest", DoubleStream.of(all).max().orElse(Double.NaN))
        .put("energies", DoubleStream.of(all).boxed().toList())
        .put("energyCalls", row.ensemble().energyCalls())
        .put("seconds", row.seconds());
  }
}
