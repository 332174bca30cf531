package dev.tarn.learning.model;

import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.data.LearningData;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small random data sets. */
final class RandomData {
  private RandomData() {}

  /** Rows of normal inputs, that share of them not zero, with a class each; no test rows. */
  static LearningData classified(int rows, int inputs, int classes, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = inputs(rows * inputs, density, random);
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = row < classes ? row : random.nextInt(classes);
    }
    List<String> names = names("x", inputs);
    List<String> classNames = names("class ", classes);
    return new LearningData(
        Dataset.classified(names, classNames, values, labels),
        Dataset.classified(names, classNames, new double[0], new int[0]));
  }

  /** Rows of normal inputs with a number each; no test rows. */
  static LearningData measured(int rows, int inputs, double density, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = inputs(rows * inputs, density, random);
    double[] targets = inputs(rows, 1, random);
    List<String> names = names("x", inputs);
    return new LearningData(
        Dataset.measured(names, values, targets),
        Dataset.measured(names, new double[0], new double[0]));
  }

  static LearningData of(OutputKind kind, int rows, int inputs, double density, long seed) {
    return switch (kind) {
      case SOFTMAX -> classified(rows, inputs, 4, density, seed);
      case SIGMOID -> classified(rows, inputs, 2, density, seed);
      case LINEAR -> measured(rows, inputs, density, seed);
    };
  }

  private static double[] inputs(int length, double density, SplittableRandom random) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      if (random.nextDouble() < density) {
        values[i] = random.nextGaussian();
      }
    }
    return values;
  }

  private static List<String> names(String stem, int count) {
    return IntStream.range(0, count).mapToObj(k -> stem + k).toList();
  }
}
