package dev.tarn.cypher.procedures;

import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.kinetics.RatesQuestion;
import dev.tarn.application.kinetics.RatesRow;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Passage between two sets of minima, by graph transformation. */
public final class KineticsProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  @Procedure(name = "tarn.rates", mode = Mode.READ)
  @Description("Rate constants and mean first passage times between two sets of minima.")
  @Usage(
      options = {
        Option.FROM,
        Option.TO,
        Option.TEMPERATURE,
        Option.TEMPERATURES,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.rates('lj13', {from: [5], to: [1], temperature: 0.3})"
              + " YIELD rateForward, mfptForward, rateBackward, mfptBackward")
  public Stream<RatesRow> rates(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.rates",
        landscape,
        options,
        call -> {
          Options given = call.options();
          return call.ask(
                  question(
                      given,
                      landscape,
                      given.temperatures().orElseGet(() -> TemperatureGrid.of(given.temperature())),
                      false))
              .rows();
        });
  }

  private static RatesQuestion question(
      Options options, String landscape, TemperatureGrid temperatures, boolean committors) {
    return new RatesQuestion(
        options.minima(Option.FROM, landscape),
        options.minima(Option.TO, landscape),
        temperatures,
        committors);
  }

  /**
   * A minimum and where walks from it go.
   *
   * @param minimum its node
   * @param id its id
   * @param energy its energy
   * @param committor probability that a walk from here meets the set to before the set from; null
   *     if it meets neither
   * @param occupation equilibrium occupation, within the connected component
   */
  public record CommittorColumns(
      Node minimum, long id, double energy, @Nullable Double committor, double occupation) {}

  @Procedure(name = "tarn.committor", mode = Mode.READ)
  @Description("Probability, from each minimum, of arriving at one set before the other.")
  @Usage(
      options = {Option.FROM, Option.TO, Option.TEMPERATURE, Option.WHERE, Option.WHERE_TS},
      example =
          "CALL tarn.committor('lj13', {from: 5, to: 1, temperature: 0.3})"
              + " YIELD minimum, id, committor")
  public Stream<CommittorColumns> committor(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.committor",
        landscape,
        options,
        call -> {
          TemperatureGrid temperature = TemperatureGrid.of(call.options().temperature());
          return call
              .ask(question(call.options(), landscape, temperature, true))
              .committors()
              .stream()
              .map(
                  row ->
                      new CommittorColumns(
                          call.minimum(row.minimum()),
                          row.minimum(),
                          row.energy(),
                          Call.defined(row.committor()),
                          row.occupation()))
              .toList();
        });
  }
}
