package dev.tarn.benchmarks.learning;

import dev.tarn.learning.model.FeedForwardLoss;
import dev.tarn.potentials.HessianProduct;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Loss with gradient, and product with the Hessian, of networks at a random start. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LossBenchmark {
  /** Network and data. */
  @Param({"MNIST", "TRIATOMIC"})
  public String network = "TRIATOMIC";

  /** Folder with MNIST; random images where it does not exist. */
  @Param({"../shared/data/mnist"})
  public String images = "";

  private FeedForwardLoss loss = LossCase.TRIATOMIC.loss(Path.of(""));
  private double[] x = new double[0];
  private double[] gradient = new double[0];
  private HessianProduct product = (vector, image) -> {};

  /** A random start, the same each time. */
  @Setup
  public void prepare() {
    loss = LossCase.valueOf(network).loss(Path.of(images));
    x = new double[loss.dimension()];
    gradient = new double[x.length];
    loss.randomStart(new SplittableRandom(2), x);
    product = loss.hessianAt(x);
  }

  /** One evaluation of loss and gradient. */
  @Benchmark
  public double lossAndGradient() {
    return loss.energyAndGradient(x, gradient);
  }

  /** One product of the Hessian at the same point with a vector. */
  @Benchmark
  public double[] hessianProduct() {
    product.times(x, gradient);
    return gradient;
  }
}
