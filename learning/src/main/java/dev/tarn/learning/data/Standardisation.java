package dev.tarn.learning.data;

import java.util.Arrays;

/**
 * The map z = (x - mean) / deviation of every input, with means and standard deviations (divisor n)
 * of one data set, so that test rows have no part in it. Inputs without spread are only centred.
 */
final class Standardisation {
  private final double[] mean;
  private final double[] deviation;

  private Standardisation(double[] mean, double[] deviation) {
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Fits means and deviations. */
  static Standardisation of(Dataset data) {
    int width = data.inputCount();
    int rows = data.size();
    double[] x = data.inputs();
    double[] mean = new double[width];
    double[] deviation = new double[width];
    for (int i = 0; i < rows * width; i++) {
      mean[i % width] += x[i] / rows;
    }
    for (int i = 0; i < rows * width; i++) {
      double t = x[i] - mean[i % width];
      deviation[i % width] += t * t / rows;
    }
    for (int k = 0; k < width; k++) {
      deviation[k] = deviation[k] > 0 ? Math.sqrt(deviation[k]) : 1;
    }
    return new Standardisation(mean, deviation);
  }

  LearningData applyTo(LearningData parts) {
    return new LearningData(applied(parts.training()), applied(parts.test()));
  }

  private Dataset applied(Dataset data) {
    int width = data.inputCount();
    double[] z = Arrays.copyOf(data.inputs(), data.size() * width);
    for (int i = 0; i < z.length; i++) {
      z[i] = (z[i] - mean[i % width]) / deviation[i % width];
    }
    return data.isClassified()
        ? Dataset.classified(data.inputNames(), data.classNames(), z, data.labels())
        : Dataset.measured(data.inputNames(), z, data.targets());
  }
}
