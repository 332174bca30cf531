package dev.tarn.application.kinetics;

import dev.tarn.analytics.kinetics.ArrheniusFit;
import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.KineticSolution;
import dev.tarn.analytics.kinetics.Passage;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rate constants and mean first passage times between two sets of minima, by graph transformation.
 *
 * @param from where to start; shares no minimum with {@code to}
 * @param to where to arrive
 * @param temperatures one or more
 * @param committors whether to give the committor of every minimum, at a single temperature
 */
public record RatesQuestion(
    MinimaSet from, MinimaSet to, TemperatureGrid temperatures, boolean committors)
    implements Question<RatesAnswer> {

  /** Refuses committors at several temperatures. */
  public RatesQuestion {
    if (committors) {
      double unused = temperatures.only(new OptionName("committors"));
    }
  }

  /** At one temperature. */
  public static RatesQuestion between(MinimaSet from, MinimaSet to, double temperature) {
    return new RatesQuestion(from, to, TemperatureGrid.of(temperature), false);
  }

  @Override
  public RatesAnswer answer(Subject subject) {
    GraphTransformation transformation = between(subject);
    List<Rates> rates;
    List<CommittorRow> rows = List.of();
    if (committors) {
      KineticSolution solution = transformation.at(temperatures.values().get(0));
      rates = List.of(solution.rates());
      rows = rows(subject.network(), solution);
    } else {
      rates = transformation.scan(temperatures.toArray());
    }
    return new RatesAnswer(
        subject.name(),
        from.text(),
        to.text(),
        rates,
        rates.size() == 1
            ? Optional.empty()
            : Optional.of(
                new RatesAnswer.Arrhenius(fit(rates, Rates::forward), fit(rates, Rates::backward))),
        rows,
        transformation.minimumCount(),
        transformation.leftOut(),
        transformation.vibrationalModel());
  }

  private GraphTransformation between(Subject subject) {
    long[] start = from.ids(OptionName.FROM, subject);
    long[] end = to.ids(OptionName.TO, subject);
    try {
      return GraphTransformation.between(subject.network(), start, end);
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  private static List<CommittorRow> rows(Network network, KineticSolution solution) {
    return IntStream.range(0, network.nodeCount())
        .mapToObj(
            node ->
                new CommittorRow(
                    network.minimumId(node),
                    network.energy(node),
                    solution.committor(node),
                    solution.occupation(node)))
        .toList();
  }

  private static ArrheniusFit fit(List<Rates> rates, Function<Rates, Passage> which) {
    return ArrheniusFit.of(
        rates.stream().mapToDouble(Rates::temperature).toArray(),
        rates.stream().mapToDouble(at -> -which.apply(at).lnMeanFirstPassageTime()).toArray());
  }
}
