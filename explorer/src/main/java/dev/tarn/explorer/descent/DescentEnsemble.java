package dev.tarn.explorer.descent;

import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.FixedStepDescent;
import dev.tarn.potentials.Potential;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * The energies at which gradient descents with a fixed step end, from random starts.
 *
 * <p>A descent that comes within the wanted gradient of a stationary point counts; its energy is
 * above that of the point by about rms^2 n / (2 softest curvature), which is why no point is
 * refined or verified. One that uses up its steps or leaves the numbers counts as unfinished.
 *
 * @param energies where the descents ended, in the order of their seeds, unfinished ones left out
 * @param starts energies from which those came
 * @param unfinished descents that did not end near a stationary point
 * @param energyCalls gradients, all descents together
 */
public record DescentEnsemble(
    double[] energies, double[] starts, int unfinished, long energyCalls) {

  /**
   * Runs the descents.
   *
   * @param done told how many descents have ended; called from the threads that run them
   * @param stop asked before each descent; those not yet begun are then left out
   * @throws InterruptedException if this thread is interrupted
   */
  public static DescentEnsemble of(
      Potential potential, DescentSettings settings, IntConsumer done, BooleanSupplier stop)
      throws InterruptedException {
    int count = settings.descents();
    SplittableRandom seeds = new SplittableRandom(settings.seed());
    long[] seed = seeds.longs(count).toArray();
    double[] ends = new double[count];
    double[] starts = new double[count];
    boolean[] begun = new boolean[count];
    long[] calls = new long[settings.threads()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    try {
      Future<?>[] workers = new Future<?>[settings.threads()];
      for (int t = 0; t < workers.length; t++) {
        int worker = t;
        workers[t] =
            threads.submit(
                () -> {
                  CountingPotential counted = new CountingPotential(potential);
                  FixedStepDescent descent = new FixedStepDescent(counted, settings.step());
                  double[] x = new double[counted.dimension()];
                  for (int k = next.getAndIncrement();
                      k < count && !stop.getAsBoolean();
                      k = next.getAndIncrement()) {
                    begun[k] = true;
                    counted.randomStart(new SplittableRandom(seed[k]), x);
                    starts[k] = counted.energy(x);
                    Ending ending =
                        descent.run(
                            x,
                            new Limits(
                                settings.rmsGradient(),
                                Double.POSITIVE_INFINITY,
                                settings.mostSteps()));
                    counted.retract(x);
                    ends[k] = ending == Ending.CONVERGED ? counted.energy(x) : Double.NaN;
                    done.accept(ended.incrementAndGet());
                  }
                  calls[worker] = counted.energyCalls();
                });
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a descent failed: " + e.getCause(), e);
    } finally {
      threads.shutdownNow();
    }
    return collected(ends, starts, begun, Arrays.stream(calls).sum());
  }

  private static DescentEnsemble collected(
      double[] ends, double[] starts, boolean[] begun, long calls) {
    int finished = 0;
    int all = 0;
    double[] energies = new double[ends.length];
    double[] from = new double[ends.length];
    for (int k = 0; k < ends.length; k++) {
      if (begun[k]) {
        all++;
        if (Double.isFinite(ends[k])) {
          energies[finished] = ends[k];
          from[finished++] = starts[k];
        }
      }
    }
    return new DescentEnsemble(
        Arrays.copyOf(energies, finished), Arrays.copyOf(from, finished), all - finished, calls);
  }
}
