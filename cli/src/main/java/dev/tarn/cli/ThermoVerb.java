package dev.tarn.cli;

import dev.tarn.analytics.thermodynamics.Frustration;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak.Contribution;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.thermodynamics.ThermodynamicsCharts;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.Network;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class ThermoVerb extends ProjectingVerb {
  private static final int ROWS_SHOWN = 16;
  private static final int NAMED = 4;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(
      names = "--temperatures",
      paramLabel = "A:B:N",
      description = {
        "N temperatures from A to B; or a list, or a single one (default: 100, up to where nearly",
        "every minimum is occupied)."
      })
  @Nullable String temperatures;

  @Option(
      names = "--momenta",
      description = "Include the kinetic energy: kappa instead of kappa/2 in the heat capacity.")
  boolean momenta;

  @Option(
      names = "--occupation",
      paramLabel = "MINIMA",
      description = "Also the equilibrium occupation of these: ids, lowest:N, @file, predicate.")
  @Nullable String occupation;

  @Option(
      names = "--lowest",
      paramLabel = "N,N,...",
      split = ",",
      description = "Also the heat capacity of the N lowest minima alone, for each N.")
  int @Nullable [] lowest;

  @Option(
      names = "--bin",
      paramLabel = "ENERGY",
      description = "Round barriers of the frustration index up to levels, as PATHSAMPLE does.")
  @Nullable Double bin;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw the heat capacity: FILE.svg or FILE.png.")
  @Nullable Path file;

  @Override
  void run(Terminal terminal) {
    double[] given =
        temperatures == null
            ? new double[0]
            : TemperatureGrid.parse("--temperatures", temperatures);
    if (file != null) {
      Path unused = Drawings.checked(file);
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name).with(projection())) {
      Projection.Part part = open.part();
      Network network = part.network();
      if (network.nodeCount() == 0) {
        throw CommandException.failed("landscape " + name + " has no minima");
      }
      double[] grid = given.length > 0 ? given : Temperatures.suggested(network);
      Momenta kinetic = momenta ? Momenta.INCLUDED : Momenta.LEFT_OUT;
      Thermodynamics thermodynamics =
          Thermodynamics.of(network, grid, kinetic, frustration(network));
      double[] occupied = occupied(open, network, kinetic, grid);
      Map<Integer, double[]> ofLowest = ofLowest(network, kinetic, grid);
      if (file != null) {
        Drawings.write(
            ThermodynamicsCharts.heatCapacity(thermodynamics, open.landscape().energyUnit()), file);
      }
      if (json) {
        describe(json(thermodynamics, occupied, ofLowest), part).writeTo(terminal);
      } else if (csv) {
        table(thermodynamics, occupied, ofLowest, 1, 10).printCsvTo(terminal.out());
      } else {
        announce(terminal, part);
        print(terminal, open, thermodynamics, occupied, ofLowest);
        next(
            terminal,
            "thermo " + name + " -o " + open.name() + "-heat-capacity.svg",
            "rates "
                + name
                + " --from lowest:1 --to ID --temperature "
                + Numbers.significant(grid[grid.length / 2], 2));
      }
    }
  }

  private Frustration frustration(Network network) {
    try {
      return bin == null ? Frustration.of(network) : Frustration.binned(network, bin);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--bin", e);
    }
  }

  private double[] occupied(OpenLandscape open, Network network, Momenta kinetic, double[] grid) {
    if (occupation == null) {
      return new double[0];
    }
    long[] ids = MinimaSet.parse("--occupation", occupation, open, network);
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, kinetic);
    return Arrays.stream(grid).map(t -> superposition.occupation(t, ids)).toArray();
  }

  /** Heat capacity at each temperature by number of lowest minima; the cumulative curves. */
  private Map<Integer, double[]> ofLowest(Network network, Momenta kinetic, double[] grid) {
    Map<Integer, double[]> curves = new LinkedHashMap<>();
    if (lowest == null) {
      return curves;
    }
    try {
      double[][] values =
          HarmonicSuperposition.of(network, kinetic).heatCapacityOfLowest(grid, lowest);
      for (int k = 0; k < lowest.length; k++) {
        curves.put(lowest[k], values[k]);
      }
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--lowest", e);
    }
    return curves;
  }

  private static void print(
      Terminal terminal,
      OpenLandscape open,
      Thermodynamics t,
      double[] occupied,
      Map<Integer, double[]> ofLowest) {
    PrintStream out = terminal.out();
    if (t.peaks().isEmpty()) {
      out.println("no peak of the heat capacity between these temperatures");
    }
    for (HeatCapacityPeak peak : t.peaks()) {
      out.println(worded(peak, open));
      out.println("    emptied: " + named(peak.emptied()));
      out.println("    filled:  " + named(peak.filled()));
    }
    out.println();
    int every = Math.max(1, (t.temperatures().size() + ROWS_SHOWN - 1) / ROWS_SHOWN);
    table(t, occupied, ofLowest, every, 0).printTo(out);
    if (every > 1) {
      out.println("every " + ordinal(every) + " row; --csv prints all");
    }
    notes(t).forEach(note -> out.println("note: " + note));
  }

  /** Where the peak is, and how high. */
  static String worded(HeatCapacityPeak peak, OpenLandscape open) {
    return "heat capacity peak at T = "
        + Numbers.significant(peak.temperature(), 4)
        + Descriptions.energyUnit(open.landscape())
        + ": C = "
        + Numbers.significant(peak.heatCapacity(), 5)
        + " k_B";
  }

  /** What a reader must know to read the numbers right. */
  static List<String> notes(Thermodynamics t) {
    List<String> notes = new ArrayList<>();
    if (t.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY) {
      notes.add("frequencies are not known; all minima are given the same vibrational entropy");
    }
    if (t.vibrationalModes() == 0) {
      notes.add("the number of vibrational modes is not known; C is that of the minima alone");
    }
    if (t.frustrationLeftOut() > 0) {
      notes.add(
          Numbers.counted(t.frustrationLeftOut(), "minimum", "minima")
              + " not connected with the global minimum: not in the frustration index");
    }
    return notes;
  }

  private static String ordinal(int n) {
    return switch (n) {
      case 2 -> "2nd";
      case 3 -> "3rd";
      default -> n + "th";
    };
  }

  static String named(List<Contribution> contributions) {
    String text =
        contributions.stream()
            .limit(NAMED)
            .map(
                c ->
                    "minimum "
                        + c.minimum()
                        + " (p = "
                        + Numbers.significant(c.occupation(), 3)
                        + ")")
            .collect(Collectors.joining(", "));
    int more = contributions.size() - NAMED;
    return more > 0 ? text + " and " + more + " more" : text;
  }

  private static Table table(
      Thermodynamics t,
      double[] occupied,
      Map<Integer, double[]> ofLowest,
      int every,
      int moreDigits) {
    List<String> headings =
        new ArrayList<>(List.of("T", "C", "C+", "C-", "mean E", "Shannon S", "frustration"));
    ofLowest.keySet().forEach(n -> headings.add("C of lowest " + n));
    if (occupied.length > 0) {
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
      for (double[] curve : ofLowest.values()) {
        cells.add(Numbers.significant(curve[i], 6 + moreDigits));
      }
      if (occupied.length > 0) {
        cells.add(Numbers.significant(occupied[i], 4 + moreDigits));
      }
      table.row(cells.toArray());
    }
    return table;
  }

  private static Json json(Thermodynamics t, double[] occupied, Map<Integer, double[]> ofLowest) {
    Json json =
        Json.object()
            .put("landscape", t.landscape())
            .put("temperatures", t.temperatures())
            .put("heatCapacity", t.heatCapacity())
            .put("heatCapacityRising", t.heatCapacityRising())
            .put("heatCapacityFalling", t.heatCapacityFalling())
            .put("meanEnergy", t.meanEnergy())
            .put("freeEnergy", t.freeEnergy())
            .put("shannonEntropy", t.shannonEntropy())
            .put("frustration", t.frustration())
            .put("frustrationNormalised", t.frustrationNormalised())
            .put("frustrationLeftOut", t.frustrationLeftOut())
            .put("vibrationalModel", t.vibrationalModel())
            .put("vibrationalModes", t.vibrationalModes())
            .put("momenta", t.momenta() == Momenta.INCLUDED)
            .put("peaks", t.peaks().stream().map(ThermoVerb::json).toList());
    if (occupied.length > 0) {
      json.put("occupation", occupied);
    }
    if (!ofLowest.isEmpty()) {
      json.put(
          "heatCapacityOfLowest",
          ofLowest.entrySet().stream()
              .map(
                  curve ->
                      Json.object()
                          .put("minima", curve.getKey())
                          .put("heatCapacity", curve.getValue()))
              .toList());
    }
    return json;
  }

  static Json json(HeatCapacityPeak peak) {
    return Json.object()
        .put("temperature", peak.temperature())
        .put("heatCapacity", peak.heatCapacity())
        .put("rising", peak.rising())
        .put("falling", peak.falling())
        .put("emptied", peak.emptied().stream().map(ThermoVerb::json).toList())
        .put("filled", peak.filled().stream().map(ThermoVerb::json).toList());
  }

  private static Json json(Contribution contribution) {
    return Json.object()
        .put("minimum", contribution.minimum())
        .put("occupation", contribution.occupation())
        .put("slope", contribution.slope())
        .put("heatCapacity", contribution.heatCapacity());
  }
}
