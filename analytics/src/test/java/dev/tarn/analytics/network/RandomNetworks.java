package dev.tarn.analytics.network;

import dev.tarn.landscape.Network;
import java.util.SplittableRandom;

/** Random multigraphs with loops, parallel edges and several components. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /** Up to {@code mostNodes} minima and {@code mostEdges} transition states; ids have gaps. */
  public static Network of(long seed, int mostNodes, int mostEdges) {
    SplittableRandom random = new SplittableRandom(seed);
    int nodes = 1 + random.nextInt(mostNodes);
    int edges = random.nextInt(mostEdges + 1);
    Network.Builder builder = Network.builder("random " + seed, 3);
    double[] energies = new double[nodes];
    long[] ids = new long[nodes];
    long id = 0;
    for (int v = 0; v < nodes; v++) {
      // Quarter steps make ties common.
      energies[v] = -random.nextInt(40) / 4.0;
      id += 1 + random.nextInt(3);
      ids[v] = id;
      builder.addMinimum(id, energies[v], 0, 1);
    }
    for (int e = 0; e < edges; e++) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      double height = Math.max(energies[a], energies[b]) + random.nextInt(20) / 4.0;
      builder.addTransitionState(e + 1, ids[a], ids[b], height, 0, 1);
    }
    return builder.build();
  }
}
