package dev.tarn.benchmarks.explorer;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.clusters.Morse;
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

/** Energy, gradient and Hessian of clusters at a minimum. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GradientBenchmark {
  /** Potential. */
  @Param({"lennard-jones", "morse"})
  public String potential = "lennard-jones";

  /** Number of atoms. */
  @Param({"13", "38", "75"})
  public int atoms;

  private Potential function = new LennardJones(2, 3);
  private double[] x = new double[0];
  private double[] gradient = new double[0];
  private double[] hessian = new double[0];

  /** A quenched random cluster, the same each time. */
  @Setup
  public void quench() {
    Potential shared =
        potential.equals("morse") ? new Morse(atoms, 6, 3) : new LennardJones(atoms, 3);
    function = shared.forOneThread();
    int n = function.dimension();
    x = new double[n];
    gradient = new double[n];
    hessian = new double[n * n];
    SplittableRandom random = new SplittableRandom(1);
    Quench quench = new Quench(function);
    do {
      function.randomStart(random, x);
    } while (quench.run(x, Limits.of(1e-6, function.lengthScale())) != Ending.CONVERGED);
  }

  /** One evaluation of energy and gradient. */
  @Benchmark
  public double energyAndGradient() {
    return function.energyAndGradient(x, gradient);
  }

  /** One evaluation of the Hessian. */
  @Benchmark
  public double[] hessian() {
    function.hessian(x, hessian);
    return hessian;
  }
}
