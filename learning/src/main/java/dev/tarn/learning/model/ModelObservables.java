package dev.tarn.learning.model;

import dev.tarn.landscape.Observables;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.data.LearningData;
import dev.tarn.learning.score.ClassificationScore;
import java.util.List;

/** What is kept with a stationary point of a loss besides its energy. */
final class ModelObservables {
  private static final List<String> ALL =
      List.of("trainingLoss", "testLoss", "trainingAccuracy", "testAccuracy", "testAuc");
  private static final List<String> OF_TRAINING = List.of("trainingLoss", "trainingAccuracy");
  private static final List<String> LOSSES = List.of("trainingLoss", "testLoss");
  private static final List<String> LOSS = List.of("trainingLoss");

  private ModelObservables() {}

  /** Judges answers for training rows only. */
  static Observables of(Dataset training, double trainingLoss, double[] answers) {
    return training.isClassified()
        ? Observables.of(OF_TRAINING, trainingLoss, score(training, answers).accuracy())
        : Observables.of(LOSS, trainingLoss);
  }

  /** Judges answers for training rows and for test rows. */
  static Observables of(
      LearningData data,
      double trainingLoss,
      double[] trainingAnswers,
      double testLoss,
      double[] testAnswers) {
    if (!data.training().isClassified()) {
      return Observables.of(LOSSES, trainingLoss, testLoss);
    }
    ClassificationScore score = score(data.test(), testAnswers);
    return Observables.of(
        ALL,
        trainingLoss,
        testLoss,
        score(data.training(), trainingAnswers).accuracy(),
        score.accuracy(),
        score.area());
  }

  private static ClassificationScore score(Dataset rows, double[] probabilities) {
    return ClassificationScore.of(rows.classNames(), probabilities, rows.labels());
  }
}
