package dev.tarn.learning.data;

import java.util.List;

/**
 * Rows of inputs, each with a class label or, for regression, with a number. Immutable.
 *
 * <p>Arrays are shared with whoever made the set and must not be modified.
 */
public final class Dataset {
  private final List<String> inputNames;
  private final List<String> classNames;
  private final double[] inputs;
  private final int[] labels;
  private final double[] targets;
  private final int size;

  private Dataset(
      List<String> inputNames,
      List<String> classNames,
      double[] inputs,
      int[] labels,
      double[] targets,
      int size) {
    if (inputs.length != (long) size * inputNames.size()) {
      throw new IllegalArgumentException(
          "expected "
              + size
              + " rows of "
              + inputNames.size()
              + " inputs, found "
              + inputs.length
              + " numbers");
    }
    this.inputNames = List.copyOf(inputNames);
    this.classNames = List.copyOf(classNames);
    this.inputs = inputs;
    this.labels = labels;
    this.targets = targets;
    this.size = size;
  }

  /**
   * Rows with a class each.
   *
   * @param inputNames names of the inputs
   * @param classNames names of the classes
   * @param inputs row-major, one row of inputs after the other
   * @param labels position of the class of each row, from 0
   */
  public static Dataset classified(
      List<String> inputNames, List<String> classNames, double[] inputs, int[] labels) {
    for (int row = 0; row < labels.length; row++) {
      if (labels[row] < 0 || labels[row] >= classNames.size()) {
        throw new IllegalArgumentException(
            "row "
                + (row + 1)
                + ": expected a label from 0 to "
                + (classNames.size() - 1)
                + ", found "
                + labels[row]);
      }
    }
    return new Dataset(inputNames, classNames, inputs, labels, new double[0], labels.length);
  }

  /**
   * Rows with a number each.
   *
   * @param inputNames names of the inputs
   * @param inputs row-major, one row of inputs after the other
   * @param targets the number that belongs to each row
   */
  public static Dataset measured(List<String> inputNames, double[] inputs, double[] targets) {
    return new Dataset(inputNames, List.of(), inputs, new int[0], targets, targets.length);
  }

  /**
   * A copy of some of the rows.
   *
   * @param rows numbers of rows, from 0
   * @param from position in {@code rows} of the first one
   * @param to position after that of the last one
   */
  public Dataset gathered(int[] rows, int from, int to) {
    int width = inputNames.size();
    double[] someInputs = new double[(to - from) * width];
    int[] someLabels = new int[isClassified() ? to - from : 0];
    double[] someTargets = new double[isClassified() ? 0 : to - from];
    for (int k = from; k < to; k++) {
      System.arraycopy(inputs, rows[k] * width, someInputs, (k - from) * width, width);
      if (isClassified()) {
        someLabels[k - from] = labels[rows[k]];
      } else {
        someTargets[k - from] = targets[rows[k]];
      }
    }
    return new Dataset(inputNames, classNames, someInputs, someLabels, someTargets, to - from);
  }

  /** Number of rows. */
  public int size() {
    return size;
  }

  /** Names of the inputs; as many as there are inputs. */
  public List<String> inputNames() {
    return inputNames;
  }

  /** Number of inputs of a row. */
  public int inputCount() {
    return inputNames.size();
  }

  /** Names of the classes; empty for regression. */
  public List<String> classNames() {
    return classNames;
  }

  /** Whether rows have classes; otherwise they have numbers. */
  public boolean isClassified() {
    return !classNames.isEmpty();
  }

  /** Row-major inputs, length size times inputCount; not to be modified. */
  public double[] inputs() {
    return inputs;
  }

  /** Class of each row, from 0; empty for regression; not to be modified. */
  public int[] labels() {
    return labels;
  }

  /** Number of each row; empty for classified rows; not to be modified. */
  public double[] targets() {
    return targets;
  }
}
