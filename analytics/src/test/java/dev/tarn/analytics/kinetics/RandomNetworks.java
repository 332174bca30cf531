package dev.tarn.analytics.kinetics;

import dev.tarn.landscape.Network;
import java.util.Random;

/** Connected random networks: a random tree, then further edges, parallel ones and loops. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /**
   * A connected network of {@code n} minima with ids 1 … n and n - 1 + {@code extra} transition
   * states.
   *
   * @param height energies of minima lie in [0, height), barriers above the higher one too
   */
  public static Network connected(Random random, int n, int extra, double height) {
    Network.Builder builder = Network.builder("random", 6);
    double[] energy = new double[n];
    for (int i = 0; i < n; i++) {
      energy[i] = random.nextDouble() * height;
      builder.addMinimum(i + 1, energy[i], 20 + random.nextGaussian(), 1 + random.nextInt(4));
    }
    for (int k = 0; k < n - 1 + extra; k++) {
      int a = k < n - 1 ? k + 1 : random.nextInt(n);
      int b = k < n - 1 ? random.nextInt(k + 1) : random.nextInt(n);
      builder.addTransitionState(
          k + 1,
          a + 1,
          b + 1,
          Math.max(energy[a], energy[b]) + 0.01 + random.nextDouble() * height,
          18 + random.nextGaussian(),
          1 + random.nextInt(2));
    }
    return builder.build();
  }
}
