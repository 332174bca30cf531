package dev.tarn.learning.score;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a model's class probabilities fit rows whose classes are known.
 *
 * <p>A row is given the class of the highest probability, the first of them at a tie.
 */
public final class ClassificationScore {
  private final List<String> classNames;
  private final double[] probabilities;
  private final int[] labels;

  private ClassificationScore(List<String> classNames, double[] probabilities, int[] labels) {
    this.classNames = classNames;
    this.probabilities = probabilities;
    this.labels = labels;
  }

  /**
   * The score of some probabilities.
   *
   * @param classNames names of the classes
   * @param probabilities row-major, one row of as many probabilities as there are classes after the
   *     other; not to be modified while the score is in use; none NaN
   * @param labels class of each row, from 0; likewise
   */
  public static ClassificationScore of(
      List<String> classNames, double[] probabilities, int[] labels) {
    int classes = classNames.size();
    if (probabilities.length != (long) labels.length * classes) {
      throw new IllegalArgumentException(
          "expected "
              + classes
              + " probabilities for each of "
              + labels.length
              + " rows, found "
              + probabilities.length);
    }
    for (int i = 0; i < probabilities.length; i++) {
      if (Double.isNaN(probabilities[i])) {
        throw new IllegalArgumentException(
            "row " + (i / classes + 1) + ": the probability of a class is not a number");
      }
    }
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classes) {
        throw new IllegalArgumentException(
            "row "
                + (row + 1)
                + ": expected a label from 0 to "
                + (classes - 1)
                + ", found "
                + labels[row]);
      }
    }
    return new ClassificationScore(List.copyOf(classNames), probabilities, labels);
  }

  /** The class a row is given. */
  public int predicted(int row) {
    int classes = classNames.size();
    int best = 0;
    for (int k = 1; k < classes; k++) {
      if (probabilities[row * classes + k] > probabilities[row * classes + best]) {
        best = k;
      }
    }
    return best;
  }

  /** Classes against the classes given. */
  public ConfusionMatrix confusion() {
    int classes = classNames.size();
    int[] counts = new int[classes * classes];
    for (int row = 0; row < labels.length; row++) {
      counts[labels[row] * classes + predicted(row)]++;
    }
    return new ConfusionMatrix(classNames, counts);
  }

  /** Share of the rows that are given their own class; NaN without rows. */
  public double accuracy() {
    int right = 0;
    for (int row = 0; row < labels.length; row++) {
      right += predicted(row) == labels[row] ? 1 : 0;
    }
    return (double) right / labels.length;
  }

  /**
   * Mean over the rows of -ln of the probability of the row's own class; infinite if one of them is
   * 0, NaN without rows.
   */
  public double crossEntropy() {
    double sum = 0;
    for (int row = 0; row < labels.length; row++) {
      sum -= Math.log(probabilities[row * classNames.size() + labels[row]]);
    }
    return sum / labels.length;
  }

  /** The curve of one class against all others. */
  public RocCurve roc(int label) {
    int classes = classNames.size();
    double[] scores = new double[labels.length];
    boolean[] positive = new boolean[labels.length];
    for (int row = 0; row < labels.length; row++) {
      scores[row] = probabilities[row * classes + label];
      positive[row] = labels[row] == label;
    }
    return RocCurve.of(scores, positive);
  }

  /** Area under the curve of each class, in the order of the classes; NaN for an absent class. */
  public double[] areas() {
    double[] areas = new double[classNames.size()];
    for (int k = 0; k < areas.length; k++) {
      areas[k] = roc(k).area();
    }
    return areas;
  }

  /**
   * Mean of {@link #areas()}, each class counting the same (macro average, one against the rest);
   * for two classes that is the area of either, as far as their probabilities add up to 1. NaN if a
   * class has no rows, as {@link #absent} tells: a mean over the others would compare with nothing.
   */
  public double area() {
    double sum = 0;
    for (double area : areas()) {
      sum += area;
    }
    return sum / classNames.size();
  }

  /** Names of the classes that no row has. */
  public List<String> absent() {
    boolean[] present = new boolean[classNames.size()];
    for (int label : labels) {
      present[label] = true;
    }
    List<String> absent = new ArrayList<>();
    for (int k = 0; k < present.length; k++) {
      if (!present[k]) {
        absent.add(classNames.get(k));
      }
    }
    return absent;
  }
}
