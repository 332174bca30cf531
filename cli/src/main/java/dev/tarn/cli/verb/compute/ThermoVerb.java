package dev.tarn.cli.verb.compute;

import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.application.Drawings;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.thermodynamics.ThermoAnswer;
import dev.tarn.application.thermodynamics.ThermoQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.output.ThermoText;
import dev.tarn.cli.verb.ProjectingVerb;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Equilibrium thermodynamics by harmonic superposition. */
@Command(
    name = "thermo",
    description = {
      "Compute heat capacity, its peaks and the minima behind them, Shannon entropy and",
      "frustration, in the harmonic superposition approximation (k_B = 1)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn thermo lj13 --temperatures 0.05:0.6:100",
      "  tarn thermo lj38 --temperatures 0.02:0.3:200 --occupation 1 --csv > lj38.csv"
    })
public final class ThermoVerb extends ProjectingVerb<ThermoAnswer> {
  private static final int ROWS_SHOWN = 16;

  @Option(
      names = "--temperatures",
      paramLabel = "A:B:N",
      description = {
        "N temperatures from A to B; or a list, or a single one (default: 100, up to where nearly",
        "every minimum is occupied)."
      })
  Optional<String> temperatures = Optional.empty();

  @Option(
      names = "--momenta",
      description = "Include the kinetic energy: kappa instead of kappa/2 in the heat capacity.")
  boolean momenta;

  @Option(
      names = "--occupation",
      paramLabel = "MINIMA",
      description = "Also the equilibrium occupation of these: ids, lowest:N, @file, predicate.")
  Optional<String> occupation = Optional.empty();

  @Option(
      names = "--lowest",
      paramLabel = "N,N,...",
      split = ",",
      description = "Also the heat capacity of the N lowest minima alone, for each N.")
  List<Integer> lowest = new ArrayList<>();

  @Option(
      names = "--bin",
      paramLabel = "ENERGY",
      description = "Round barriers of the frustration index up to levels, as PATHSAMPLE does.")
  Optional<Double> bin = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the heat capacity: FILE.svg or FILE.png.")
  Optional<Path> file = Optional.empty();

  @Override
  protected ThermoQuestion question() {
    file.ifPresent(Drawings::checked);
    return new ThermoQuestion(
        temperatures.map(text -> TemperatureGrid.parse(OptionName.TEMPERATURES, text)),
        momenta ? Momenta.INCLUDED : Momenta.LEFT_OUT,
        occupation.map(MinimaSet::new),
        lowest,
        bin);
  }

  @Override
  protected NamedValues values(OpenLandscape open, ThermoAnswer answer) {
    file.ifPresent(path -> Drawings.write(answer.heatCapacityPicture(), path));
    return answer.values().withRows(() -> table(answer, 1, 10).toRows());
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, ThermoAnswer answer) {
    PrintStream out = terminal.out();
    Thermodynamics t = answer.curves();
    if (t.peaks().isEmpty()) {
      out.println("no peak of the heat capacity between these temperatures");
    }
    for (HeatCapacityPeak peak : t.peaks()) {
      out.println(ThermoText.worded(peak, open.landscape()));
      out.println("    emptied: " + ThermoText.named(peak.emptied()));
      out.println("    filled:  " + ThermoText.named(peak.filled()));
    }
    out.println();
    int rows = t.temperatures().size();
    int every = Math.max(1, (rows + ROWS_SHOWN - 1) / ROWS_SHOWN);
    table(answer, every, 0).printTo(out);
    if (every > 1) {
      out.println("every " + ordinal(every) + " row; --csv prints all");
    }
    ThermoText.notes(t).forEach(note -> out.println("note: " + note));
    next(
        terminal,
        "thermo " + name + " -o " + open.name() + "-heat-capacity.svg",
        "rates "
            + name
            + " --from lowest:1 --to ID --temperature "
            + Numbers.significant(t.temperatures().get(rows / 2), 2));
  }

  private static String ordinal(int n) {
    return switch (n) {
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> n + "th";
    };
  }

  private static Table table(ThermoAnswer answer, int every, int moreDigits) {
    Thermodynamics t = answer.curves();
    List<String> headings =
        new ArrayList<>(List.of("T", "C", "C+", "C-", "mean E", "Shannon S", "frustration"));
    answer.heatCapacityOfLowest().keySet().forEach(n -> headings.add("C of lowest " + n));
    if (!answer.occupation().isEmpty()) {
      headings.add("occupation");
    }
    Table table = new Table(headings);
    for (int i = 0; i < t.temperatures().size(); i += every) {
      List<String> cells = new ArrayList<>();
      cells.add(Numbers.significant(t.temperatures().get(i), 4 + moreDigits));
      cells.add(Numbers.significant(t.heatCapacity().get(i), 6 + moreDigits));
      cells.add(Numbers.significant(t.heatCapacityRising().get(i), 4 + moreDigits));
      cells.add(Numbers.significant(t.heatCapacityFalling().get(i), 4 + moreDigits));
      cells.add(Numbers.significant(t.meanEnergy().get(i), 7 + moreDigits));
      cells.add(Numbers.significant(t.shannonEntropy().get(i), 4 + moreDigits));
      cells.add(Numbers.significant(t.frustration().get(i), 4 + moreDigits));
      for (double[] curve : answer.heatCapacityOfLowest().values()) {
        cells.add(Numbers.significant(curve[i], 6 + moreDigits));
      }
      if (!answer.occupation().isEmpty()) {
        cells.add(Numbers.significant(answer.occupation().get(i), 4 + moreDigits));
      }
      table.row(cells.toArray());
    }
    return table;
  }
}
