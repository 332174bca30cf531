package dev.tarn.benchmarks.learning;

import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.model.FeedForwardLoss;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Loss with gradient here and by numpy, on the same data and weights, in turn: median of each and
 * the ratio. Ends with an error if the losses or gradients disagree.
 *
 * <p>Arguments: the script {@code benchmarks/peers/loss_numpy.py}, the folder with MNIST (random
 * images where it does not exist), repetitions, and how many threads numpy may use.
 */
public final class LossBesideNumpy {
  private static final int EVALUATIONS = 300;
  private static final double AGREEMENT = 1e-10;

  private LossBesideNumpy() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path script = Path.of(arguments[0]);
    int repetitions = Integer.parseInt(arguments[2]);
    for (LossCase network : LossCase.values()) {
      FeedForwardLoss loss = network.loss(Path.of(arguments[1]));
      double[] x = new double[loss.dimension()];
      double[] gradient = new double[x.length];
      loss.randomStart(new SplittableRandom(2), x);
      Path data = Files.createTempFile("tarn-loss", ".bin");
      write(data, loss, x);
      double value = loss.energyAndGradient(x, gradient);
      double norm = Math.sqrt(Arrays.stream(gradient).map(g -> g * g).sum());
      double[] here = new double[repetitions];
      double[] numpy = new double[repetitions];
      milliseconds(loss, x, gradient, 10 * EVALUATIONS);
      for (int k = 0; k < repetitions; k++) {
        here[k] = milliseconds(loss, x, gradient, EVALUATIONS);
        double[] found = numpy(script, data, network, arguments[3]);
        numpy[k] = found[0];
        if (!(Math.abs(found[1] - value) < AGREEMENT && Math.abs(found[2] - norm) < AGREEMENT)) {
          throw new IllegalStateException(
              "numpy finds a loss of "
                  + found[1]
                  + " and a gradient of length "
                  + found[2]
                  + ", here they are "
                  + value
                  + " and "
                  + norm);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s on %d rows: here %.3f ms (best %.3f), numpy %.3f ms (best %.3f), ratio %.2f%n",
          loss.architecture(),
          network.rows,
          median(here),
          Arrays.stream(here).min().orElseThrow(),
          median(numpy),
          Arrays.stream(numpy).min().orElseThrow(),
          median(here) / median(numpy));
      Files.delete(data);
    }
  }

  /** Median over evaluations. */
  private static double milliseconds(
      FeedForwardLoss loss, double[] x, double[] gradient, int evaluations) {
    double[] times = new double[evaluations];
    for (int k = 0; k < evaluations; k++) {
      long start = System.nanoTime();
      loss.energyAndGradient(x, gradient);
      times[k] = (System.nanoTime() - start) / 1e6;
    }
    return median(times);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void write(Path file, FeedForwardLoss loss, double[] x) throws IOException {
    Dataset training = loss.data().training();
    ByteBuffer bytes =
        ByteBuffer.allocate(8 * (training.inputs().length + training.size() + x.length))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (double input : training.inputs()) {
      bytes.putDouble(input);
    }
    for (int label : training.labels()) {
      bytes.putDouble(label);
    }
    for (double weight : x) {
      bytes.putDouble(weight);
    }
    Files.write(file, bytes.array());
  }

  /** Milliseconds, loss, length of the gradient. */
  private static double[] numpy(Path script, Path data, LossCase network, String threads)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            "python3",
            script.toString(),
            data.toString(),
            String.valueOf(network.rows),
            String.valueOf(network.inputs),
            String.valueOf(network.hidden),
            String.valueOf(network.outputs),
            String.valueOf(EVALUATIONS));
    builder.environment().put("OPENBLAS_NUM_THREADS", threads);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    String line =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Arrays.stream(line.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
