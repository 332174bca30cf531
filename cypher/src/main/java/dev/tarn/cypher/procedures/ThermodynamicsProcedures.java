package dev.tarn.cypher.procedures;

import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak.Contribution;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.application.thermodynamics.ThermoAnswer;
import dev.tarn.application.thermodynamics.ThermoAnswer.ThermoRow;
import dev.tarn.application.thermodynamics.ThermoQuestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Equilibrium thermodynamics in the harmonic superposition approximation, k_B = 1. */
public final class ThermodynamicsProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  @Procedure(name = "tarn.thermo", mode = Mode.READ)
  @Description("Heat capacity, energy, entropy and frustration over a range of temperatures.")
  @Usage(
      options = {
        Option.TEMPERATURES,
        Option.TEMPERATURE,
        Option.MOMENTA,
        Option.OCCUPATION,
        Option.BIN,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.thermo('lj13', {temperatures: '0.1:0.6:6'}) YIELD temperature, heatCapacity")
  public Stream<ThermoRow> thermo(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(tx, "tarn.thermo", landscape, options, call -> answer(call, landscape).rows());
  }

  private static ThermoAnswer answer(Call call, String landscape) {
    Options options = call.options();
    return call.ask(
        new ThermoQuestion(
            options.temperatures(),
            options.flag(Option.MOMENTA) ? Momenta.INCLUDED : Momenta.LEFT_OUT,
            options.has(Option.OCCUPATION)
                ? Optional.of(options.minima(Option.OCCUPATION, landscape))
                : Optional.empty(),
            List.of(),
            options.number(Option.BIN)));
  }

  /**
   * A minimum behind a peak of the heat capacity.
   *
   * @param peak number of the peak from 1, by ascending temperature
   * @param temperature where it is
   * @param heatCapacity how high
   * @param minimum the minimum
   * @param id its id
   * @param role emptied or filled as the temperature rises through the peak
   * @param occupation its occupation there
   * @param contribution its share of the heat capacity
   */
  public record PeakColumns(
      long peak,
      double temperature,
      double heatCapacity,
      Node minimum,
      long id,
      String role,
      double occupation,
      double contribution) {}

  @Procedure(name = "tarn.thermo.peaks", mode = Mode.READ)
  @Description("Peaks of the heat capacity and the minima behind them.")
  @Usage(
      options = {Option.TEMPERATURES, Option.MOMENTA, Option.WHERE, Option.WHERE_TS},
      example =
          "CALL tarn.thermo.peaks('lj13', {temperatures: '0.01:2:100'})"
              + " YIELD temperature, role, id, occupation")
  public Stream<PeakColumns> peaks(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.thermo.peaks",
        landscape,
        options,
        call -> {
          List<HeatCapacityPeak> peaks = answer(call, landscape).curves().peaks();
          return IntStream.range(0, peaks.size())
              .boxed()
              .flatMap(
                  k ->
                      Stream.concat(
                          columns(call, k + 1, peaks.get(k), "emptied", peaks.get(k).emptied()),
                          columns(call, k + 1, peaks.get(k), "filled", peaks.get(k).filled())))
              .toList();
        });
  }

  private static Stream<PeakColumns> columns(
      Call call, int number, HeatCapacityPeak peak, String role, List<Contribution> contributions) {
    return contributions.stream()
        .map(
            c ->
                new PeakColumns(
                    number,
                    peak.temperature(),
                    peak.heatCapacity(),
                    call.minimum(c.minimum()),
                    c.minimum(),
                    role,
                    c.occupation(),
                    c.heatCapacity()));
  }
}
