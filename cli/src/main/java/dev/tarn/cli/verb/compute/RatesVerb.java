package dev.tarn.cli.verb.compute;

import dev.tarn.analytics.kinetics.ArrheniusFit;
import dev.tarn.analytics.kinetics.Passage;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.OptionName;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.kinetics.CommittorRow;
import dev.tarn.application.kinetics.RatesAnswer;
import dev.tarn.application.kinetics.RatesQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.ProjectingVerb;
import java.io.PrintStream;
import java.util.List;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rate constants and passage times between two sets of minima. */
@Command(
    name = "rates",
    description = {
      "Compute rate constants and mean first passage times between two sets of minima, by",
      "graph transformation. A set: ids (4,17,20-25), lowest:N, @file, or a Cypher predicate on m."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn rates lj38 --from 8 --to 2 --temperature 0.12",
      "  tarn rates lj38 --from 8 --to 2 --temperatures 0.1:0.2:11",
      "  tarn rates ./pathsample-folder --from @min.B --to @min.A -T 0.12"
    })
public final class RatesVerb extends ProjectingVerb<RatesAnswer> {

  @Option(names = "--from", paramLabel = "MINIMA", required = true, description = "Where to start.")
  String from = "";

  @Option(names = "--to", paramLabel = "MINIMA", required = true, description = "Where to arrive.")
  String to = "";

  @Option(
      names = {"-T", "--temperature", "--temperatures"},
      paramLabel = "T",
      required = true,
      description = "One temperature, or several as A:B:N or a list.")
  String temperature = "";

  @Option(
      names = "--committors",
      description = "Also the committor of every minimum, at a single temperature.")
  boolean committors;

  @Override
  protected RatesQuestion question() {
    return new RatesQuestion(
        new MinimaSet(from),
        new MinimaSet(to),
        TemperatureGrid.parse(OptionName.TEMPERATURE, temperature),
        committors);
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, RatesAnswer answer) {
    PrintStream out = terminal.out();
    out.println(
        from
            + " -> "
            + to
            + " (forward) over "
            + Numbers.counted(answer.minima(), "minimum", "minima"));
    out.println();
    List<Rates> rates = answer.rates();
    if (rates.size() == 1) {
      printOne(out, rates.get(0));
    } else {
      printScan(out, rates);
    }
    answer.arrhenius().ifPresent(fits -> printFits(out, fits));
    if (committors) {
      printCommittors(out, answer.committorsByEnergy());
    }
    printNotes(out, answer);
    next(
        terminal,
        "path " + name + " --from " + quoted(from) + " --to " + quoted(to),
        "thermo "
            + name
            + " --temperatures "
            + Numbers.plain(rates.get(0).temperature() / 2)
            + ":"
            + Numbers.plain(rates.get(rates.size() - 1).temperature() * 2)
            + ":100");
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9:,@./_-]+") ? word : "\"" + word + "\"";
  }

  private static void printOne(PrintStream out, Rates rates) {
    Table table = new Table("T = " + Numbers.plain(rates.temperature()), "forward", "backward");
    row(table, "mean first passage time", rates, Passage::lnMeanFirstPassageTime);
    row(table, "k* = 1 / that", rates, passage -> -passage.lnMeanFirstPassageTime());
    row(table, "k_NSS", rates, Passage::lnNonSteadyState);
    row(table, "k_SS", rates, Passage::lnSteadyState);
    row(table, "k_F", rates, Passage::lnFirstPassage);
    table.row(
        "spread of passage times",
        Numbers.significant(rates.forward().coefficientOfVariation(), 4),
        Numbers.significant(rates.backward().coefficientOfVariation(), 4));
    table.printTo(out);
    out.println();
    out.println(
        "k_NSS: intermediates eliminated; k_SS: intermediates steady; k_F: mean of 1 / time");
    out.println("spread: standard deviation / mean, 1 for a single exponential");
  }

  private static void row(
      Table table, String what, Rates rates, ToDoubleFunction<Passage> logarithm) {
    table.row(
        what,
        Numbers.exponential(logarithm.applyAsDouble(rates.forward())),
        Numbers.exponential(logarithm.applyAsDouble(rates.backward())));
  }

  private static void printScan(PrintStream out, List<Rates> rates) {
    Table table =
        new Table("T", "MFPT forward", "MFPT backward", "k_NSS forward", "k_NSS backward");
    for (Rates at : rates) {
      table.row(
          Numbers.significant(at.temperature(), 6),
          Numbers.exponential(at.forward().lnMeanFirstPassageTime()),
          Numbers.exponential(at.backward().lnMeanFirstPassageTime()),
          Numbers.exponential(at.forward().lnNonSteadyState()),
          Numbers.exponential(at.backward().lnNonSteadyState()));
    }
    table.printTo(out);
  }

  private static void printFits(PrintStream out, RatesAnswer.Arrhenius fits) {
    out.println();
    out.println("Arrhenius, 1 / MFPT = A exp(-E / T): forward " + shown(fits.forward()));
    out.println("                                      backward " + shown(fits.backward()));
  }

  private static String shown(ArrheniusFit fit) {
    return "A = "
        + Numbers.exponential(fit.lnPrefactor())
        + ", E = "
        + Numbers.significant(fit.activationEnergy(), 5)
        + ", R^2 = "
        + Numbers.fixed(fit.determination(), 5);
  }

  private static void printCommittors(PrintStream out, List<CommittorRow> rows) {
    out.println();
    Table table = new Table("minimum", "energy", "committor", "occupation");
    for (CommittorRow row : rows) {
      table.row(
          row.minimum(),
          Numbers.energy(row.energy()),
          Numbers.significant(row.committor(), 5),
          Numbers.significant(row.occupation(), 4));
    }
    table.printTo(out);
  }

  private static void printNotes(PrintStream out, RatesAnswer answer) {
    String leftOut = answer.leftOut().describe();
    if (!leftOut.isEmpty()) {
      out.println("note: " + leftOut);
    }
    if (answer.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY) {
      out.println("note: frequencies are not known; all points are given the same entropy");
    }
  }
}
