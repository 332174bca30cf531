package dev.tarn.cypher.procedures;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Landscapes small enough to check by other means. */
final class SmallLandscapes {
  private SmallLandscapes() {}

  /**
   * A connected random landscape: a tree of transition states over all minima, and as many more at
   * random, parallel ones and loops among them. 33 vibrational modes; everything was found between
   * one and nine times.
   */
  static void store(LandscapeStore store, String name, int minima, long seed) {
    Random random = new Random(seed);
    List<Minimum> nodes = new ArrayList<>();
    for (int i = 1; i <= minima; i++) {
      nodes.add(
          Minimum.of(
                  i,
                  -10 + 5 * random.nextDouble(),
                  100 + random.nextDouble(),
                  1 + random.nextInt(2))
              .withHits(1 + random.nextInt(9)));
    }
    List<TransitionState> edges = new ArrayList<>();
    for (int i = 1; i < 2 * minima; i++) {
      Minimum a = nodes.get(i < minima ? i : random.nextInt(minima));
      Minimum b = nodes.get(random.nextInt(i < minima ? i : minima));
      double energy = Math.max(a.energy(), b.energy()) + 0.1 + 2 * random.nextDouble();
      edges.add(
          TransitionState.of(i, a, b, energy, 99 + random.nextDouble(), 1)
              .withHits(1 + random.nextInt(9)));
    }
    write(store, name, nodes, edges);
  }

  /** Any landscape with 33 vibrational modes. */
  static void write(
      LandscapeStore store, String name, List<Minimum> minima, List<TransitionState> edges) {
    store.create(new Landscape(name, "made up", Map.of(), 39, 6, "epsilon", "", 1, Instant.EPOCH));
    try (LandscapeSink sink = store.openSink(name)) {
      sink.commit(LandscapeUpdate.of(minima, edges));
    }
  }
}
