package dev.tarn.learning.score;

import java.util.List;

/**
 * How often rows of each class were given each class.
 *
 * @param classNames names of the classes
 * @param counts row-major: rows of class i that were given class j stand at i * classes + j; not to
 *     be modified
 */
public record ConfusionMatrix(List<String> classNames, int[] counts) {

  /** Checks the size. */
  public ConfusionMatrix {
    classNames = List.copyOf(classNames);
    if (counts.length != classNames.size() * classNames.size()) {
      throw new IllegalArgumentException(
          "expected " + classNames.size() + " rows of as many counts, found " + counts.length);
    }
  }

  /** Rows of class {@code actual} that were given class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual * classNames.size() + predicted];
  }

  /** Number of rows in all. */
  public int total() {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    return total;
  }

  /** Share of the rows that were given their own class; NaN without rows. */
  public double accuracy() {
    int right = 0;
    for (int k = 0; k < classNames.size(); k++) {
      right += count(k, k);
    }
    return (double) right / total();
  }

  /** Share of the rows of a class that were given it, its recall; NaN if there are none. */
  public double recall(int label) {
    int rows = 0;
    for (int k = 0; k < classNames.size(); k++) {
      rows += count(label, k);
    }
    return (double) count(label, label) / rows;
  }

  /** Share of the rows given a class that belong to it; NaN if there are none. */
  public double precision(int label) {
    int rows = 0;
    for (int k = 0; k < classNames.size(); k++) {
      rows += count(k, label);
    }
    return (double) count(label, label) / rows;
  }
}
