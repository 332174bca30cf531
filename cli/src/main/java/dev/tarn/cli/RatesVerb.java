package dev.tarn.cli;

import dev.tarn.analytics.kinetics.ArrheniusFit;
import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.KineticSolution;
import dev.tarn.analytics.kinetics.Passage;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.Network;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
final class RatesVerb extends ProjectingVerb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--from", paramLabel = "MINIMA", required = true, description = "Where to start.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "MINIMA", required = true, description = "Where to arrive.")
  @Nullable String to;

  @Option(
      names = {"-T", "--temperature", "--temperatures"},
      paramLabel = "T",
      required = true,
      description = "One temperature, or several as A:B:N or a list.")
  @Nullable String temperature;

  @Option(
      names = "--committors",
      description = "Also the committor of every minimum, at a single temperature.")
  boolean committors;

  @Override
  void run(Terminal terminal) {
    double[] grid = TemperatureGrid.parse("--temperature", String.valueOf(temperature));
    if (committors && grid.length > 1) {
      throw CommandException.usage("--committors: expected one temperature, found " + grid.length);
    }
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name).with(projection())) {
      Projection.Part part = open.part();
      Network network = part.network();
      long[] fromIds = MinimaSet.parse("--from", String.valueOf(from), open, network);
      long[] toIds = MinimaSet.parse("--to", String.valueOf(to), open, network);
      GraphTransformation transformation = between(network, fromIds, toIds);
      List<Rates> rates = transformation.scan(grid);
      Optional<KineticSolution> solution =
          committors ? Optional.of(transformation.at(grid[0])) : Optional.empty();
      if (forPrograms()) {
        describe(json(open, network, transformation, rates, solution), part)
            .rows(() -> rows(open, network, transformation, rates, solution))
            .writeTo(terminal);
      } else {
        announce(terminal, part);
        print(terminal, network, transformation, rates, solution);
      }
    }
  }

  private static GraphTransformation between(Network network, long[] from, long[] to) {
    try {
      return GraphTransformation.between(network, from, to);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
  }

  private void print(
      Terminal terminal,
      Network network,
      GraphTransformation transformation,
      List<Rates> rates,
      Optional<KineticSolution> solution) {
    PrintStream out = terminal.out();
    out.println(
        from
            + " -> "
            + to
            + " (forward) over "
            + Numbers.counted(transformation.minimumCount(), "minimum", "minima"));
    out.println();
    if (rates.size() == 1) {
      printOne(out, rates.get(0));
    } else {
      printScan(out, rates);
    }
    solution.ifPresent(s -> printCommittors(out, network, s));
    printNotes(out, transformation);
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

  private static String quoted(@Nullable String text) {
    String word = String.valueOf(text);
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
        exponential(logarithm.applyAsDouble(rates.forward())),
        exponential(logarithm.applyAsDouble(rates.backward())));
  }

  /** exp(x) with seven digits, also where doubles end. */
  static String exponential(double lnValue) {
    if (Double.isNaN(lnValue) || Double.isInfinite(lnValue)) {
      return lnValue == Double.NEGATIVE_INFINITY ? "0" : lnValue > 0 ? "infinite" : "-";
    }
    double decadic = lnValue / Math.log(10);
    if (Math.abs(decadic) < 300) {
      return String.format(Locale.ROOT, "%.6e", Math.exp(lnValue));
    }
    long exponent = (long) Math.floor(decadic);
    double mantissa = Math.pow(10, decadic - exponent);
    return String.format(Locale.ROOT, "%.6fe%+d", mantissa, exponent);
  }

  private static void printScan(PrintStream out, List<Rates> rates) {
    Table table =
        new Table("T", "MFPT forward", "MFPT backward", "k_NSS forward", "k_NSS backward");
    for (Rates at : rates) {
      table.row(
          Numbers.significant(at.temperature(), 6),
          exponential(at.forward().lnMeanFirstPassageTime()),
          exponential(at.backward().lnMeanFirstPassageTime()),
          exponential(at.forward().lnNonSteadyState()),
          exponential(at.backward().lnNonSteadyState()));
    }
    table.printTo(out);
    out.println();
    ArrheniusFit forward = fit(rates, Rates::forward);
    ArrheniusFit backward = fit(rates, Rates::backward);
    out.println("Arrhenius, 1 / MFPT = A exp(-E / T): forward " + shown(forward));
    out.println("                                      backward " + shown(backward));
  }

  private static ArrheniusFit fit(List<Rates> rates, Function<Rates, Passage> which) {
    return ArrheniusFit.of(
        rates.stream().mapToDouble(Rates::temperature).toArray(),
        rates.stream().mapToDouble(at -> -which.apply(at).lnMeanFirstPassageTime()).toArray());
  }

  private static String shown(ArrheniusFit fit) {
    return "A = "
        + exponential(fit.lnPrefactor())
        + ", E = "
        + Numbers.significant(fit.activationEnergy(), 5)
        + ", R^2 = "
        + Numbers.fixed(fit.determination(), 5);
  }

  private static void printCommittors(PrintStream out, Network network, KineticSolution solution) {
    out.println();
    Table table = new Table("minimum", "energy", "committor", "occupation");
    for (int node : ShowVerb.byEnergy(network)) {
      table.row(
          network.minimumId(node),
          Numbers.energy(network.energy(node)),
          Numbers.significant(solution.committor(node), 5),
          Numbers.significant(solution.occupation(node), 4));
    }
    table.printTo(out);
  }

  private static void printNotes(PrintStream out, GraphTransformation transformation) {
    String leftOut = transformation.leftOut().describe();
    if (!leftOut.isEmpty()) {
      out.println("note: " + leftOut);
    }
    if (transformation.vibrationalModel() == VibrationalModel.EQUAL_ENTROPY) {
      out.println("note: frequencies are not known; all points are given the same entropy");
    }
  }

  private Json json(
      OpenLandscape open,
      Network network,
      GraphTransformation transformation,
      List<Rates> rates,
      Optional<KineticSolution> solution) {
    Json json = Json.object().put("landscape", open.name()).put("from", from).put("to", to);
    boolean one = rates.size() == 1;
    put(json, one ? "temperature" : "temperatures", rates, Rates::temperature);
    put(json, "rateForward", rates, Rates::rateForward);
    put(json, "rateBackward", rates, Rates::rateBackward);
    put(json, "mfptForward", rates, Rates::mfptForward);
    put(json, "mfptBackward", rates, Rates::mfptBackward);
    put(json, "lnMfptForward", rates, at -> at.forward().lnMeanFirstPassageTime());
    put(json, "lnMfptBackward", rates, at -> at.backward().lnMeanFirstPassageTime());
    put(json, "kSSForward", rates, at -> at.forward().steadyState());
    put(json, "kSSBackward", rates, at -> at.backward().steadyState());
    put(json, "kNSSForward", rates, at -> at.forward().nonSteadyState());
    put(json, "kNSSBackward", rates, at -> at.backward().nonSteadyState());
    put(json, "kFForward", rates, at -> at.forward().firstPassage());
    put(json, "kFBackward", rates, at -> at.backward().firstPassage());
    put(json, "secondMomentForward", rates, at -> at.forward().secondMoment());
    put(json, "secondMomentBackward", rates, at -> at.backward().secondMoment());
    put(json, "occupationFrom", rates, at -> Math.exp(at.lnFromOccupation()));
    put(json, "occupationTo", rates, at -> Math.exp(at.lnToOccupation()));
    if (!one) {
      json.put("arrheniusForward", json(fit(rates, Rates::forward)));
      json.put("arrheniusBackward", json(fit(rates, Rates::backward)));
    }
    solution.ifPresent(
        s -> {
          int[] nodes = IntStream.range(0, network.nodeCount()).toArray();
          json.put("ids", Arrays.stream(nodes).mapToLong(network::minimumId).toArray());
          json.put("committors", Arrays.stream(nodes).mapToDouble(s::committor).toArray());
          json.put("occupations", Arrays.stream(nodes).mapToDouble(s::occupation).toArray());
        });
    return json.put("minima", transformation.minimumCount())
        .put("leftOutMinima", transformation.leftOut().minima())
        .put("vibrationalModel", transformation.vibrationalModel());
  }

  /** A row for each temperature, or for each minimum where committors are asked for. */
  private List<Json> rows(
      OpenLandscape open,
      Network network,
      GraphTransformation transformation,
      List<Rates> rates,
      Optional<KineticSolution> solution) {
    if (solution.isEmpty()) {
      return rates.stream()
          .map(at -> json(open, network, transformation, List.of(at), Optional.empty()))
          .toList();
    }
    KineticSolution s = solution.orElseThrow();
    return Arrays.stream(ShowVerb.byEnergy(network))
        .mapToObj(
            node ->
                Json.object()
                    .put("minimum", network.minimumId(node))
                    .put("energy", network.energy(node))
                    .put("committor", s.committor(node))
                    .put("occupation", s.occupation(node)))
        .toList();
  }

  /** One number for one temperature, a list for several. */
  private static void put(Json json, String key, List<Rates> rates, ToDoubleFunction<Rates> value) {
    List<Double> values = new ArrayList<>();
    rates.forEach(at -> values.add(value.applyAsDouble(at)));
    json.put(key, values.size() == 1 ? values.get(0) : values);
  }

  private static Json json(ArrheniusFit fit) {
    return Json.object()
        .put("prefactor", fit.prefactor())
        .put("lnPrefactor", fit.lnPrefactor())
        .put("activationEnergy", fit.activationEnergy())
        .put("determination", fit.determination());
  }
}
