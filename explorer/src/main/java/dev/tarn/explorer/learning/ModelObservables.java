package dev.tarn.explorer.learning;

import dev.tarn.landscape.Observables;
import java.util.List;

/** What is kept with a stationary point of a loss besides its energy. */
final class ModelObservables {
  private static final List<String> ALL =
      List.of("trainingLoss", "testLoss", "trainingAccuracy", "testAccuracy", "testAuc");
  private static final List<String> OF_TRAINING = List.of("trainingLoss", "trainingAccuracy");
  private static final List<String> LOSSES = List.of("trainingLoss", "testLoss");
  private static final List<String> LOSS = List.of("trainingLoss");

  private ModelObservables() {}

  /**
   * Judges answers.
   *
   * @param training answers for the training rows
   * @param test answers for the test rows; empty without any
   */
  static Observables of(LearningData data, double trainingLoss, double[] training, double[] test) {
    boolean tested = data.test().size() > 0;
    if (!data.training().isClassified()) {
      return tested
          ? Observables.of(LOSSES, trainingLoss, meanSquare(data.test().targets(), test))
          : Observables.of(LOSS, trainingLoss);
    }
    double accuracy = score(data.training(), training).accuracy();
    if (!tested) {
      return Observables.of(OF_TRAINING, trainingLoss, accuracy);
    }
    ClassificationScore score = score(data.test(), test);
    return Observables.of(
        ALL, trainingLoss, score.crossEntropy(), accuracy, score.accuracy(), score.area());
  }

  private static ClassificationScore score(Dataset rows, double[] probabilities) {
    return ClassificationScore.of(rows.classNames(), probabilities, rows.labels());
  }

  private static double meanSquare(double[] targets, double[] answers) {
    double sum = 0;
    for (int row = 0; row < targets.length; row++) {
      sum += (answers[row] - targets[row]) * (answers[row] - targets[row]);
    }
    return sum / targets.length;
  }
}
