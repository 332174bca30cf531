package dev.tarn.benchmarks.network;

import dev.tarn.analytics.network.Clustering;
import dev.tarn.analytics.network.PathLengths;
import dev.tarn.landscape.Network;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * All-pairs path lengths and average clustering of a random graph, ours and igraph's in turn on the
 * same edges.
 *
 * <p>{@code java ... NetworkBenchmark [nodes edges [igraph_network.py]]}, by default 10000 100000
 * benchmarks/peers/igraph_network.py. Prints medians of five repetitions after a warm-up; igraph is
 * left out, with a message, where python3 cannot import it.
 */
public final class NetworkBenchmark {
  private NetworkBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int nodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
    int edges = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    String script = arguments.length > 2 ? arguments[2] : "benchmarks/peers/igraph_network.py";
    Network network = random(nodes, edges);
    double[] paths = new double[5];
    double[] clusterings = new double[5];
    PathLengths lengths = PathLengths.of(network, 1);
    Clustering clustering = Clustering.of(network);
    for (int k = 0; k < 5; k++) {
      long start = System.nanoTime();
      lengths = PathLengths.of(network, 1);
      paths[k] = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      clustering = Clustering.of(network);
      clusterings[k] = (System.nanoTime() - start) / 1e9;
    }
    System.out.printf(
        Locale.ROOT,
        "tarn    mean path %.10f  %.3f s  clustering %.10f  %.4f s%n",
        lengths.mean(),
        median(paths),
        clustering.averageLocal(),
        median(clusterings));
    peer(network, script);
  }

  private static void peer(Network network, String script)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("edges", ".txt");
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (int e = 0; e < network.edgeCount(); e++) {
        out.println(network.higherEnd(e) + " " + network.lowerEnd(e));
      }
    }
    Process process =
        new ProcessBuilder("/usr/bin/python3", script, file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    double[] paths = new double[5];
    double[] clusterings = new double[5];
    String[] cells = new String[0];
    int lines = 0;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null && lines < 5; line = in.readLine()) {
        cells = line.split(" ", -1);
        paths[lines] = Double.parseDouble(cells[1]);
        clusterings[lines++] = Double.parseDouble(cells[3]);
      }
    }
    process.waitFor();
    Files.delete(file);
    if (lines < 5) {
      System.out.println("igraph  skipped: /usr/bin/python3 cannot import igraph");
      return;
    }
    System.out.printf(
        Locale.ROOT,
        "igraph  mean path %.10f  %.3f s  clustering %.10f  %.4f s%n",
        Double.parseDouble(cells[0]),
        median(paths),
        Double.parseDouble(cells[2]),
        median(clusterings));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** A random graph, its minima and transition states at random energies. */
  static Network random(int nodes, int edges) {
    Random random = new Random(1);
    Network.Builder builder = Network.builder("random", 1);
    for (int m = 1; m <= nodes; m++) {
      builder.addMinimum(m, random.nextDouble(), 0, 1);
    }
    Set<Long> taken = new HashSet<>();
    for (int t = 1; t <= edges; ) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      if (a != b && taken.add(Math.min(a, b) * (long) nodes + Math.max(a, b))) {
        builder.addTransitionState(t++, a + 1L, b + 1L, 1 + random.nextDouble(), 0, 1);
      }
    }
    return builder.build();
  }
}
