package dev.tarn.application.paths;

import dev.tarn.application.OptionName;
import dev.tarn.application.Progress;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.StoredPotential;
import dev.tarn.application.Subject;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.line.StraightLine;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.symmetry.KnownPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * The energy along straight lines from random starts to the minima that quenches from there reach.
 *
 * @param starts how many, from 1
 * @param seed seed of the starts
 * @param points points of each line
 */
public record StartLinesQuestion(int starts, long seed, int points)
    implements Question<StartLinesAnswer> {
  private static final int MOST_LINES = 10_000;

  /** Refuses numbers that are out of range. */
  public StartLinesQuestion {
    LineQuestion.checkPoints(points);
    if (starts < 1 || starts > MOST_LINES) {
      throw QuestionException.misuse(
          new OptionName("starts"), ": expected up to ", MOST_LINES, ", found ", starts);
    }
  }

  @Override
  public StartLinesAnswer answer(Subject subject) {
    return answer(subject, Progress.NONE);
  }

  /** The same, watched start by start. */
  public StartLinesAnswer answer(Subject subject, Progress progress) {
    Potential potential = StoredPotential.require(subject.landscape());
    double scale = potential.lengthScale();
    KnownPoints known =
        new KnownPoints(
            potential.symmetry(), Tolerance.DEFAULT.energy(), Tolerance.DEFAULT.distance() * scale);
    List<Long> ids = new ArrayList<>();
    subject
        .stored()
        .store()
        .forEachMinimum(
            subject.name(),
            m -> {
              if (m.coordinates().length == potential.dimension()) {
                known.add(m.energy(), m.coordinates());
                ids.add(m.id());
              }
            });
    Quench quench = new Quench(potential);
    Limits limits = Limits.of(Tolerance.DEFAULT.gradient(), scale);
    List<StartLinesAnswer.Line> lines = new ArrayList<>();
    for (int k = 1; k <= starts && progress.goesOn(k - 1, starts); k++) {
      double[] start = new double[potential.dimension()];
      potential.randomStart(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + k), start);
      double[] end = start.clone();
      if (quench.run(end, limits) == Ending.CONVERGED) {
        int at = known.find(quench.energy(), end);
        lines.add(
            new StartLinesAnswer.Line(
                k,
                at < 0 ? OptionalLong.empty() : OptionalLong.of(ids.get(at)),
                StraightLine.between(potential, start, end, points)));
      }
    }
    if (lines.isEmpty()) {
      throw QuestionException.failed("no quench from ", starts, " random starts converged");
    }
    return new StartLinesAnswer(subject.landscape(), points, starts, seed, lines);
  }
}
