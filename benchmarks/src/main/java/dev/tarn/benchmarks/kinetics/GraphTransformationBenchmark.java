package dev.tarn.benchmarks.kinetics;

import com.sun.management.ThreadMXBean;
import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.landscape.Network;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Graph transformation on random geometric networks: minima are random points of the unit square,
 * joined where they are closer than the radius that gives a mean degree of 8; rate constants spread
 * evenly over ten orders of magnitude.
 *
 * <p>Prints, for each number of minima, the seconds for preparing (order of elimination and places
 * of fill, once for all temperatures), for one temperature, and for both; the number of pairs and
 * of values after fill; and the memory allocated for both steps together, garbage included. One
 * thread.
 *
 * <p>{@code java ... GraphTransformationBenchmark [minima ...]}, by default 1000 10000 100000.
 */
public final class GraphTransformationBenchmark {
  private static final int REPETITIONS = 5;

  private GraphTransformationBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    int[] sizes =
        arguments.length == 0
            ? new int[] {1_000, 10_000, 100_000}
            : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    run(2_000, false);
    System.out.println(
        "minima     pairs      values   prepare/s  temperature/s  both/s  low T/s  allocated/MB");
    for (int size : sizes) {
      run(size, true);
    }
  }

  private static void run(int size, boolean print) {
    Network network = geometric(size, 8, new Random(size));
    List<Double> prepare = new ArrayList<>();
    List<Double> solve = new ArrayList<>();
    List<Double> low = new ArrayList<>();
    long allocated = 0;
    int pairs = 0;
    long fill = 0;
    for (int k = 0; k < REPETITIONS; k++) {
      long before = allocatedBytes();
      long start = System.nanoTime();
      GraphTransformation transformation =
          GraphTransformation.between(network, new long[] {1}, new long[] {network.nodeCount()});
      long prepared = System.nanoTime();
      Rates rates = transformation.rates(1);
      long solved = System.nanoTime();
      if (!(rates.mfptForward() > 0)) {
        throw new IllegalStateException("expected a passage time, found " + rates);
      }
      allocated = allocatedBytes() - before;
      pairs = transformation.pairCount();
      fill = transformation.fill();
      // Rates over 800 orders of magnitude: numbers with exponents of their own.
      long lowStart = System.nanoTime();
      transformation.rates(1.0 / 80);
      low.add(seconds(lowStart, System.nanoTime()));
      prepare.add(seconds(start, prepared));
      solve.add(seconds(prepared, solved));
    }
    if (print) {
      System.out.printf(
          Locale.ROOT,
          "%6d  %8d  %10d  %10.3f  %13.3f  %6.3f  %7.3f  %12d%n",
          network.nodeCount(),
          pairs,
          fill,
          median(prepare),
          median(solve),
          median(prepare) + median(solve),
          median(low),
          allocated >> 20);
    }
  }

  private static double seconds(long from, long to) {
    return (to - from) * 1e-9;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static long allocatedBytes() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  /** The largest component of a random geometric graph, ids 1 … in the order of the points. */
  static Network geometric(int points, double meanDegree, Random random) {
    double radius = Math.sqrt(meanDegree / (Math.PI * points));
    double[] x = random.doubles(points).toArray();
    double[] y = random.doubles(points).toArray();
    int cells = Math.max(1, (int) (1 / radius));
    List<List<Integer>> grid = new ArrayList<>();
    for (int c = 0; c < cells * cells; c++) {
      grid.add(new ArrayList<>());
    }
    List<int[]> edges = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      int cx = (int) (x[i] * cells);
      int cy = (int) (y[i] * cells);
      for (int gx = Math.max(0, cx - 1); gx <= Math.min(cells - 1, cx + 1); gx++) {
        for (int gy = Math.max(0, cy - 1); gy <= Math.min(cells - 1, cy + 1); gy++) {
          for (int j : grid.get(gx * cells + gy)) {
            if (Math.hypot(x[i] - x[j], y[i] - y[j]) < radius) {
              edges.add(new int[] {i, j});
            }
          }
        }
      }
      grid.get(cx * cells + cy).add(i);
    }
    int[] root = new int[points];
    Arrays.setAll(root, i -> i);
    for (int[] edge : edges) {
      root[find(root, edge[0])] = find(root, edge[1]);
    }
    int[] size = new int[points];
    int largest = 0;
    for (int i = 0; i < points; i++) {
      int r = find(root, i);
      size[r]++;
      largest = size[r] > size[largest] ? r : largest;
    }
    Network.Builder builder = Network.builder("geometric", 0);
    int[] id = new int[points];
    int count = 0;
    for (int i = 0; i < points; i++) {
      if (find(root, i) == largest) {
        id[i] = ++count;
        builder.addMinimum(count, 5 * Math.log(10) * random.nextDouble(), 0, 1);
      }
    }
    int edgeId = 0;
    for (int[] edge : edges) {
      if (id[edge[0]] > 0) {
        // Between 5 and 10 decades above the floor: rate constants span 0 to 10.
        double energy = 5 * Math.log(10) * (1 + random.nextDouble());
        builder.addTransitionState(++edgeId, id[edge[0]], id[edge[1]], energy, 0, 1);
      }
    }
    return builder.build();
  }

  private static int find(int[] root, int i) {
    int at = i;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
