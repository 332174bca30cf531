package dev.tarn.analytics.connectivity;

import dev.tarn.analytics.graph.NetworkGraph;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jgrapht.alg.scoring.Coreness;

/**
 * The k-cores of a network: what is left when minima of fewer than k neighbours are taken out until
 * there are none (Seidman 1983; Matula and Beck 1983, by JGraphT). The coreness of a minimum is the
 * largest k whose core holds it; 0 for an isolated one. Cost: O(n + m).
 *
 * @param coreness coreness by node of the network; the array belongs to the record: do not modify
 * @param sizes number of minima in each core, by k; that of k = 0 is the whole network
 */
public record Cores(int[] coreness, List<Integer> sizes) {

  /** The cores of the network; an empty one has the empty core of k = 0. */
  public static Cores of(Network network) {
    Coreness<Integer, Integer> algorithm = new Coreness<>(NetworkGraph.of(network));
    int[] coreness = new int[network.nodeCount()];
    algorithm.getScores().forEach((node, core) -> coreness[node] = core);
    return new Cores(
        coreness,
        IntStream.rangeClosed(0, algorithm.getDegeneracy())
            .mapToObj(k -> (int) Arrays.stream(coreness).filter(core -> core >= k).count())
            .toList());
  }

  /** Degeneracy: the k of the innermost core. */
  public int degeneracy() {
    return sizes.size() - 1;
  }
}
