package dev.tarn.application.paths;

import dev.tarn.analytics.paths.PathKind;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best paths between two sets of minima.
 *
 * @param from where to start; shares no minimum with {@code to}
 * @param to where to arrive
 * @param kinds what paths are best in, in the order of the answer
 * @param temperature for the fastest, which need one
 * @param best how many of each kind, from 1
 */
public record PathQuestion(
    MinimaSet from, MinimaSet to, List<PathKind> kinds, Optional<Double> temperature, int best)
    implements Question<PathAnswer> {
  private static final int MOST = 10_000;

  /** Refuses a number of paths that is out of range. */
  public PathQuestion {
    kinds = List.copyOf(kinds);
    if (best < 1 || best > MOST) {
      throw QuestionException.misuse(
          new OptionName("best"), ": expected 1 to ", MOST, ", found ", best);
    }
  }

  /** Paths of every kind, the fastest where there is a temperature. */
  public static PathQuestion ofEveryKind(
      MinimaSet from, MinimaSet to, Optional<Double> temperature, int best) {
    return new PathQuestion(
        from,
        to,
        temperature.isPresent()
            ? List.of(PathKind.LOWEST_BARRIER, PathKind.FEWEST_STEPS, PathKind.FASTEST)
            : List.of(PathKind.LOWEST_BARRIER, PathKind.FEWEST_STEPS),
        temperature,
        best);
  }

  @Override
  public PathAnswer answer(Subject subject) {
    long[] start = from.ids(OptionName.FROM, subject);
    long[] end = to.ids(OptionName.TO, subject);
    List<Pathway> paths = new ArrayList<>();
    try {
      PathSearch search = PathSearch.between(subject.network(), start, end);
      for (PathKind kind : kinds) {
        paths.addAll(
            switch (kind) {
              case LOWEST_BARRIER -> search.lowestBarrier(best);
              case FEWEST_STEPS -> search.fewestSteps(best);
              case FASTEST -> search.fastest(temperature.orElseThrow(), best);
            });
      }
    } catch (IllegalArgumentException e) {
      throw QuestionException.failed(QuestionException.reason(e));
    }
    return new PathAnswer(subject.landscape(), from.text(), to.text(), paths);
  }
}
