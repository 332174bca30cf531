package dev.tarn.application.learning;

import dev.tarn.application.QuestionException;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.StoredPotential;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.model.FeedForwardLoss;
import dev.tarn.learning.score.ClassificationScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stored landscape whose potential is the loss of a model over data, with its minima.
 *
 * @param loss the loss, made again from the landscape's record
 * @param minima all minima, by id
 */
public record ModelLandscape(FeedForwardLoss loss, List<Minimum> minima) {
  /** A loss that differs by more than this part of itself is a loss over other data. */
  private static final double SAME = 1e-8;

  /**
   * Reads the model and the minima.
   *
   * @throws QuestionException if the landscape is of no model, or if the data have changed since it
   *     was explored
   */
  static ModelLandscape of(StoredLandscape stored) {
    String name = stored.landscape().name();
    if (!(StoredPotential.require(stored.landscape()) instanceof FeedForwardLoss loss)) {
      throw QuestionException.failed(
          "landscape "
              + name
              + " is of "
              + stored.landscape().potential()
              + "; expected one of a model: neural-network or logistic-regression");
    }
    List<Minimum> minima = new ArrayList<>();
    stored.store().forEachMinimum(name, minima::add);
    if (minima.isEmpty()) {
      throw QuestionException.failed("landscape " + name + " has no minima yet");
    }
    Minimum first = minima.get(0);
    if (first.coordinates().length != loss.dimension()) {
      throw QuestionException.failed(
          "landscape "
              + name
              + ": expected "
              + loss.dimension()
              + " weights of minimum "
              + first.id()
              + ", found "
              + first.coordinates().length);
    }
    double now = loss.energy(first.coordinates());
    if (!(Math.abs(now - first.energy()) <= SAME * Math.max(1, Math.abs(now)))) {
      throw QuestionException.failed(
          String.format(
              Locale.ROOT,
              "landscape %s: minimum %d was stored with a loss of %.9g, and has %.9g over the data"
                  + " as they are now: have the files changed?",
              name,
              first.id(),
              first.energy(),
              now));
    }
    return new ModelLandscape(loss, minima);
  }

  /** The lowest minimum, the first of them at a tie. */
  Minimum lowest() {
    Minimum lowest = minima.get(0);
    for (Minimum minimum : minima) {
      lowest = minimum.energy() < lowest.energy() ? minimum : lowest;
    }
    return lowest;
  }

  /** How well a minimum tells the classes of some rows. */
  ClassificationScore score(Minimum minimum, Dataset rows) {
    return ClassificationScore.of(
        rows.classNames(), loss.outputs(minimum.coordinates(), rows), rows.labels());
  }

  /** Root mean square difference of answers and numbers, of a model for regression. */
  double rootMeanSquareError(Minimum minimum, Dataset rows) {
    double[] answers = loss.outputs(minimum.coordinates(), rows);
    double sum = 0;
    for (int row = 0; row < answers.length; row++) {
      double difference = answers[row] - rows.targets()[row];
      sum += difference * difference;
    }
    return Math.sqrt(sum / answers.length);
  }

  /** The observables of a loss that were kept with a minimum, or else are computed now. */
  Observables observables(Minimum minimum) {
    return minimum.observables().names().isEmpty()
        ? loss.observables(minimum.coordinates())
        : minimum.observables();
  }
}
