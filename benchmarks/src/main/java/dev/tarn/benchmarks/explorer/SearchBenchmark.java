package dev.tarn.benchmarks.explorer;

import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.saddle.TransitionStateSearch;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.clusters.LennardJones;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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

/** A quench from a random start, and a transition-state search from a perturbed minimum. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class SearchBenchmark {
  /** Number of atoms. */
  @Param({"13", "38"})
  public int atoms;

  private CountingPotential potential = new CountingPotential(new LennardJones(2, 3));
  private Quench quench = new Quench(potential);
  private TransitionStateSearch following = TransitionStateSearch.of(potential);
  private final SplittableRandom random = new SplittableRandom(1);
  private double[] minimum = new double[0];
  private double[] x = new double[0];
  private double[] mode = new double[0];

  /** What the searches cost and how many succeed, in units of one search. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Counters {
    /** Searches. */
    public long searches;

    /** Searches that converged. */
    public long converged;

    /** Evaluations of energy and gradient. */
    public long gradients;

    /** Evaluations of the Hessian. */
    public long hessians;
  }

  /** A minimum to search from. */
  @Setup
  public void prepare() {
    potential = new CountingPotential(new LennardJones(atoms, 3));
    quench = new Quench(potential);
    following = TransitionStateSearch.of(potential);
    int n = potential.dimension();
    x = new double[n];
    mode = new double[n];
    do {
      potential.randomStart(random, x);
    } while (quench.run(x, Limits.of(1e-9, potential.lengthScale())) != Ending.CONVERGED);
    minimum = x.clone();
  }

  /** One quench to a verified minimum, rms gradient below 1e-9. */
  @Benchmark
  public double quenchFromRandomStart(Counters counters) {
    long gradients = potential.energyCalls();
    long hessians = potential.hessianCalls();
    potential.randomStart(random, x);
    Ending ending = quench.run(x, Limits.of(1e-9, potential.lengthScale()));
    count(counters, ending == Ending.CONVERGED, gradients, hessians);
    return quench.energy();
  }

  /** One search to a certified transition state, rms gradient below 1e-9. */
  @Benchmark
  public double transitionStateSearch(Counters counters) {
    long gradients = potential.energyCalls();
    long hessians = potential.hessianCalls();
    NormalDeviates.fill(random, mode);
    for (int i = 0; i < x.length; i++) {
      x[i] = minimum[i] + 0.15 * mode[i];
    }
    NormalDeviates.fill(random, mode);
    Ending ending =
        following.run(x, mode, TransitionStateSearch.Limits.of(1e-9, potential.lengthScale()));
    count(counters, ending == Ending.CONVERGED, gradients, hessians);
    return following.energy();
  }

  private void count(Counters counters, boolean converged, long gradients, long hessians) {
    counters.searches++;
    counters.converged += converged ? 1 : 0;
    counters.gradients += potential.energyCalls() - gradients;
    counters.hessians += potential.hessianCalls() - hessians;
  }
}
