package dev.tarn.learning.model;

/** What a network makes of the sums at its outputs, and what an answer costs. */
public enum OutputKind {
  /**
   * Probabilities of K classes by softmax, one output for each; cross-entropy -ln p of the class of
   * the row.
   */
  SOFTMAX,

  /** Probability of the second of two classes by the logistic function; binary cross-entropy. */
  SIGMOID,

  /** A number; squared error. */
  LINEAR
}
