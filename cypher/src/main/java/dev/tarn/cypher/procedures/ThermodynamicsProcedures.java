package dev.tarn.cypher.procedures;

import dev.tarn.analytics.thermodynamics.Frustration;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

  /**
   * One temperature; see {@link Thermodynamics}.
   *
   * @param occupation occupation of the set of minima that was asked for; null if none was
   */
  public record ThermoRow(
      double temperature,
      double heatCapacity,
      double heatCapacityRising,
      double heatCapacityFalling,
      double meanEnergy,
      double freeEnergy,
      double shannonEntropy,
      @Nullable Double frustration,
      @Nullable Double frustrationNormalised,
      @Nullable Double occupation) {}

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
    return Subject.rows(tx, "tarn.thermo", landscape, options, ThermodynamicsProcedures::rows);
  }

  private static Thermodynamics thermodynamics(Subject subject) {
    Options options = subject.options();
    Network network = subject.network();
    OptionalDouble bin =
        options.has(Option.BIN) ? options.number(Option.BIN) : OptionalDouble.empty();
    return Thermodynamics.of(
        network,
        options.temperatures().orElseGet(() -> Temperatures.suggested(network)),
        momenta(options),
        bin.isPresent() ? Frustration.binned(network, bin.getAsDouble()) : Frustration.of(network));
  }

  private static Momenta momenta(Options options) {
    return options.flag(Option.MOMENTA) ? Momenta.INCLUDED : Momenta.LEFT_OUT;
  }

  private static List<ThermoRow> rows(Subject subject) {
    long[] occupied =
        subject.options().has(Option.OCCUPATION) ? subject.minima(Option.OCCUPATION) : new long[0];
    Thermodynamics t = thermodynamics(subject);
    HarmonicSuperposition superposition = HarmonicSuperposition.of(subject.network(), t.momenta());
    return IntStream.range(0, t.temperatures().size())
        .mapToObj(
            i ->
                new ThermoRow(
                    t.temperatures().get(i),
                    t.heatCapacity().get(i),
                    t.heatCapacityRising().get(i),
                    t.heatCapacityFalling().get(i),
                    t.meanEnergy().get(i),
                    t.freeEnergy().get(i),
                    t.shannonEntropy().get(i),
                    NetworkProcedures.defined(t.frustration().get(i)),
                    NetworkProcedures.defined(t.frustrationNormalised().get(i)),
                    occupied.length == 0
                        ? null
                        : (Double) superposition.occupation(t.temperatures().get(i), occupied)))
        .toList();
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
  public record PeakRow(
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
  public Stream<PeakRow> peaks(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(
        tx,
        "tarn.thermo.peaks",
        landscape,
        options,
        subject -> {
          List<HeatCapacityPeak> peaks = thermodynamics(subject).peaks();
          return IntStream.range(0, peaks.size())
              .boxed()
              .flatMap(
                  k ->
                      Stream.concat(
                          rows(subject, k + 1, peaks.get(k), "emptied", peaks.get(k).emptied()),
                          rows(subject, k + 1, peaks.get(k), "filled", peaks.get(k).filled())))
              .toList();
        });
  }

  private static Stream<PeakRow> rows(
      Subject subject,
      int number,
      HeatCapacityPeak peak,
      String role,
      List<HeatCapacityPeak.Contribution> contributions) {
    return contributions.stream()
        .map(
            c ->
                new PeakRow(
                    number,
                    peak.temperature(),
                    peak.heatCapacity(),
                    subject.points().minimum(c.minimum()),
                    c.minimum(),
                    role,
                    c.occupation(),
                    c.heatCapacity()));
  }
}
