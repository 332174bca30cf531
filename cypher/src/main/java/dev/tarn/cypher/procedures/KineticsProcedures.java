package dev.tarn.cypher.procedures;

import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.KineticSolution;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Map;
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

/** Passage between two sets of minima, by graph transformation. */
public final class KineticsProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  /** One temperature; see {@link Rates} and {@link dev.tarn.analytics.kinetics.Passage}. */
  public record RatesRow(
      double temperature,
      double rateForward,
      double rateBackward,
      double mfptForward,
      double mfptBackward,
      double lnMfptForward,
      double lnMfptBackward,
      double kSSForward,
      double kSSBackward,
      double kNSSForward,
      double kNSSBackward,
      double kFForward,
      double kFBackward,
      double secondMomentForward,
      double secondMomentBackward,
      double occupationFrom,
      double occupationTo) {}

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
    return Subject.rows(
        tx,
        "tarn.rates",
        landscape,
        options,
        subject -> {
          double[] temperatures =
              subject
                  .options()
                  .temperatures()
                  .orElseGet(() -> new double[] {subject.options().temperature()});
          return between(subject).scan(temperatures).stream().map(KineticsProcedures::row).toList();
        });
  }

  private static GraphTransformation between(Subject subject) {
    return GraphTransformation.between(
        subject.network(), subject.minima(Option.FROM), subject.minima(Option.TO));
  }

  private static RatesRow row(Rates at) {
    return new RatesRow(
        at.temperature(),
        at.rateForward(),
        at.rateBackward(),
        at.mfptForward(),
        at.mfptBackward(),
        at.forward().lnMeanFirstPassageTime(),
        at.backward().lnMeanFirstPassageTime(),
        at.forward().steadyState(),
        at.backward().steadyState(),
        at.forward().nonSteadyState(),
        at.backward().nonSteadyState(),
        at.forward().firstPassage(),
        at.backward().firstPassage(),
        at.forward().secondMoment(),
        at.backward().secondMoment(),
        Math.exp(at.lnFromOccupation()),
        Math.exp(at.lnToOccupation()));
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
  public record CommittorRow(
      Node minimum, long id, double energy, @Nullable Double committor, double occupation) {}

  @Procedure(name = "tarn.committor", mode = Mode.READ)
  @Description("Probability, from each minimum, of arriving at one set before the other.")
  @Usage(
      options = {Option.FROM, Option.TO, Option.TEMPERATURE, Option.WHERE, Option.WHERE_TS},
      example =
          "CALL tarn.committor('lj13', {from: 5, to: 1, temperature: 0.3})"
              + " YIELD minimum, id, committor")
  public Stream<CommittorRow> committor(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(tx, "tarn.committor", landscape, options, KineticsProcedures::committors);
  }

  private static List<CommittorRow> committors(Subject subject) {
    Network network = subject.network();
    KineticSolution solution = between(subject).at(subject.options().temperature());
    return IntStream.range(0, network.nodeCount())
        .mapToObj(
            node ->
                new CommittorRow(
                    subject.minimum(node),
                    network.minimumId(node),
                    network.energy(node),
                    NetworkProcedures.defined(solution.committor(node)),
                    solution.occupation(node)))
        .toList();
  }
}
