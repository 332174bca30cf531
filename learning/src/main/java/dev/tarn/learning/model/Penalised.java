package dev.tarn.learning.model;

/** Which coordinates the penalty lambda sum w^2 runs over. */
public enum Penalised {
  /** Weights and biases. */
  ALL,

  /** Weights without biases. */
  WEIGHTS
}
