package dev.tarn.application;

import dev.tarn.landscape.Network;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Minima from the lowest up, as lists of them are shown. */
public final class EnergyOrder {
  private EnergyOrder() {}

  /** Nodes of a network by ascending energy, equal ones by id. */
  public static int[] of(Network network) {
    return IntStream.range(0, network.nodeCount())
        .boxed()
        .sorted(Comparator.<Integer>comparingDouble(network::energy).thenComparingInt(v -> v))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
