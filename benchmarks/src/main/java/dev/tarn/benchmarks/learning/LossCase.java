package dev.tarn.benchmarks.learning;

import dev.tarn.learning.data.DataSpecification;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.data.LearningData;
import dev.tarn.learning.model.FeedForwardLoss;
import dev.tarn.learning.model.OutputKind;
import dev.tarn.learning.model.Penalised;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The networks of the papers, over data of the papers' size and shape. */
enum LossCase {
  /** 1000 images and 7960 weights. */
  MNIST(784, 10, 10, 1000, 0.19),
  /** 5000 rows and 52 weights. */
  TRIATOMIC(3, 6, 4, 5000, 1);

  private static final double LAMBDA = 0.01;

  final int inputs;
  final int hidden;
  final int outputs;
  final int rows;
  private final double density;

  LossCase(int inputs, int hidden, int outputs, int rows, double density) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = outputs;
    this.rows = rows;
    this.density = density;
  }

  /**
   * The loss.
   *
   * @param images folder with MNIST; where it does not exist, random images with as many pixels
   *     that are not zero take its place
   */
  FeedForwardLoss loss(Path images) {
    Dataset training =
        this == MNIST && Files.isDirectory(images)
            ? DataSpecification.read(
                    Map.of("images", images.toString(), "train", rows, "test", 1000))
                .training()
            : random();
    return new FeedForwardLoss(
        new LearningData(training, training),
        List.of(hidden),
        OutputKind.SOFTMAX,
        LAMBDA,
        Penalised.ALL);
  }

  private Dataset random() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[rows * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble() < density ? random.nextDouble() : 0;
    }
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = random.nextInt(outputs);
    }
    return Dataset.classified(names("input ", inputs), names("class ", outputs), values, labels);
  }

  private static List<String> names(String stem, int count) {
    return IntStream.range(0, count).mapToObj(k -> stem + k).toList();
  }
}
