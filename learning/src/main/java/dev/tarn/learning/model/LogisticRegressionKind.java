package dev.tarn.learning.model;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;

/** Multinomial logistic regression, in the catalogue. */
public final class LogisticRegressionKind extends PotentialKind {

  /** For the catalogue. */
  public LogisticRegressionKind() {
    super(
        Group.LEARNING,
        "logistic-regression",
        "loss of multinomial logistic regression over a data set",
        LossParameters.DATA,
        LossParameters.LAMBDA,
        LossParameters.REGULARISE);
  }

  @Override
  public Potential create(ParameterValues values) {
    return LossParameters.loss(values, new int[0], data -> OutputKind.SOFTMAX);
  }
}
