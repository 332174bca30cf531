package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process that writes update after update until somebody kills it. */
final class KilledWriter {
  static final int POINTS = 20;

  private KilledWriter() {}

  /** Update number k: 20 minima, a transition state to each, checkpoint k. */
  static LandscapeUpdate update(long k) {
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> edges = new ArrayList<>();
    for (int i = 1; i <= POINTS; i++) {
      long id = k * POINTS + i;
      Minimum m = Minimum.of(id, (double) -id, 0, 1);
      minima.add(m);
      edges.add(TransitionState.of(id, m, Minimum.of(Math.max(1, id - 1), 0, 0, 1), 5, 0, 1));
    }
    return new LandscapeUpdate(
        minima,
        edges,
        List.of(),
        LandscapeUpdate.HitCounts.NONE,
        LandscapeUpdate.HitCounts.NONE,
        Optional.empty(),
        Optional.of(new Checkpoint(k, new byte[] {(byte) k})));
  }

  public static void main(String[] arguments) {
    try (Neo4jLandscapeStore store =
        Neo4jLandscapeStore.open(Path.of(arguments[0]), StoreOptions.CREATE)) {
      if (store.landscape("l").isEmpty()) {
        store.create(new Landscape("l", "x", Map.of(), 0, 0, "", "", 1, Instant.EPOCH));
      }
      long next = store.checkpoint("l").map(c -> c.round() + 1).orElse(0L);
      try (LandscapeSink sink = store.openSink("l")) {
        for (long k = next; k < next + 1_000_000; k++) {
          sink.commit(update(k));
          if (k % 50 == 0) {
            sink.flush();
            System.out.println("durable " + k);
          }
        }
      }
    }
  }
}
