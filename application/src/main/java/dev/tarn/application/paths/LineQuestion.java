package dev.tarn.application.paths;

import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.StoredPotential;
import dev.tarn.application.Subject;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.potentials.Potential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The energy along straight lines between minima, beside the lowest path over transition states.
 *
 * @param from where lines begin
 * @param to where they end; every minimum of one set with every other one of the other
 * @param points points of each line
 */
public record LineQuestion(MinimaSet from, MinimaSet to, int points)
    implements Question<LineAnswer> {
  private static final int MOST_LINES = 10_000;
  private static final int MOST_POINTS = 100_000;

  /** Refuses a number of points that is out of range. */
  public LineQuestion {
    checkPoints(points);
  }

  static void checkPoints(int points) {
    if (points < 2 || points > MOST_POINTS) {
      throw QuestionException.misuse(
          new OptionName("points"), ": expected 2 to ", MOST_POINTS, ", found ", points);
    }
  }

  @Override
  public LineAnswer answer(Subject subject) {
    Potential potential = StoredPotential.require(subject.landscape());
    long[] fromIds = from.ids(OptionName.FROM, subject);
    long[] toIds = to.ids(OptionName.TO, subject);
    if ((long) fromIds.length * toIds.length > MOST_LINES) {
      throw QuestionException.misuse(
          "expected at most " + MOST_LINES + " lines, found " + fromIds.length + " minima in ",
          OptionName.FROM,
          " and " + toIds.length + " in ",
          OptionName.TO);
    }
    Map<Long, Minimum> minima = minima(subject.stored(), fromIds, toIds);
    List<LineAnswer.Line> lines = new ArrayList<>();
    for (long one : fromIds) {
      for (long other : toIds) {
        if (one != other) {
          lines.add(line(subject, potential, minima.get(one), minima.get(other)));
        }
      }
    }
    if (lines.isEmpty()) {
      throw QuestionException.failed(
          OptionName.FROM, " and ", OptionName.TO, " hold the same minimum, and no other");
    }
    return new LineAnswer(subject.landscape(), points, lines);
  }

  private static Map<Long, Minimum> minima(StoredLandscape landscape, long[] one, long[] other) {
    Set<Long> wanted =
        LongStream.concat(LongStream.of(one), LongStream.of(other))
            .boxed()
            .collect(Collectors.toSet());
    Map<Long, Minimum> minima = new HashMap<>();
    landscape
        .store()
        .forEachMinimum(
            landscape.landscape().name(),
            m -> {
              if (wanted.contains(m.id())) {
                minima.put(m.id(), m);
              }
            });
    return minima;
  }

  private LineAnswer.Line line(
      Subject subject, Potential potential, @Nullable Minimum one, @Nullable Minimum other) {
    if (one == null || other == null || one.coordinates().length != potential.dimension()) {
      throw QuestionException.failed(subject.name(), " has no coordinates to draw a line between");
    }
    double[] copy = potential.symmetry().align(one.coordinates(), other.coordinates());
    return new LineAnswer.Line(
        one,
        other,
        StraightLine.between(potential, one.coordinates(), copy, points),
        StraightLine.between(potential, one.coordinates(), other.coordinates(), points),
        highestOfLowestPath(subject.network(), one.id(), other.id()));
  }

  private static OptionalDouble highestOfLowestPath(Network network, long one, long other) {
    try {
      return PathSearch.between(network, new long[] {one}, new long[] {other})
          .lowestBarrier(1)
          .stream()
          .mapToDouble(Pathway::highest)
          .findFirst();
    } catch (IllegalArgumentException e) {
      // No path joins them.
      return OptionalDouble.empty();
    }
  }
}
