package dev.tarn.benchmarks.explorer;

import dev.tarn.explorer.exploration.Exploration;
import dev.tarn.explorer.exploration.ExplorationProgress;
import dev.tarn.explorer.exploration.ExplorationReport;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Whole explorations of a Lennard-Jones cluster to a given round, in turn on one thread, on two,
 * and on two with the Neo4j store: what a second core and the store make of it.
 *
 * <p>Arguments: number of atoms, rounds, repetitions. The first repetition warms up and does not
 * count.
 */
public final class ExplorationBenchmark {
  private final int atoms;
  private final int rounds;

  private ExplorationBenchmark(int atoms, int rounds) {
    this.atoms = atoms;
    this.rounds = rounds;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    ExplorationBenchmark benchmark =
        new ExplorationBenchmark(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    int repetitions = Integer.parseInt(arguments[2]);
    double[] one = new double[repetitions];
    double[] two = new double[repetitions];
    double[] stored = new double[repetitions];
    for (int k = -1; k < repetitions; k++) {
      double seconds = benchmark.seconds(1, new InMemoryLandscapeStore());
      double secondsOfTwo = benchmark.seconds(2, new InMemoryLandscapeStore());
      double secondsOfStore = benchmark.secondsWithStore();
      if (k >= 0) {
        one[k] = seconds;
        two[k] = secondsOfTwo;
        stored[k] = secondsOfStore;
      }
    }
    print("one thread, in memory", one);
    print("two threads, in memory", two);
    print("two threads, Neo4j store", stored);
    System.out.printf(
        Locale.ROOT,
        "efficiency of two threads %.2f, cost of the store %.1f %%%n",
        median(one) / median(two),
        100 * (median(stored) / median(two) - 1));
  }

  private double secondsWithStore() throws IOException {
    Path folder = Files.createTempDirectory("tarn-benchmark");
    try (Neo4jLandscapeStore store = Neo4jLandscapeStore.open(folder, StoreOptions.CREATE)) {
      return seconds(2, store);
    }
  }

  private double seconds(int threads, LandscapeStore store) {
    ExplorationSettings settings =
        ExplorationSettings.of(
                "x", PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", atoms)))
            .withThreads(threads)
            .withUntil(StoppingRule.ofRounds(rounds));
    long start = System.nanoTime();
    ExplorationReport report =
        new Exploration(store, settings, new RunRecord("", "benchmark"), Clock.systemUTC())
            .run(progress -> {}, () -> false);
    double seconds = (System.nanoTime() - start) / 1e9;
    ExplorationProgress p = report.progress();
    System.out.printf(
        Locale.ROOT,
        "  %d threads, %s: %.2f s, %d minima, %d transition states, %d searches, %.0f calls a search,"
            + " %.0f a transition state%n",
        threads,
        store.getClass().getSimpleName(),
        seconds,
        p.minima(),
        p.transitionStates(),
        p.searches(),
        (double) p.energyCalls() / p.searches(),
        (double) p.energyCalls() / p.transitionStates());
    return seconds;
  }

  private static void print(String what, double[] seconds) {
    System.out.printf(Locale.ROOT, "%s: median %.2f s%n", what, median(seconds));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
