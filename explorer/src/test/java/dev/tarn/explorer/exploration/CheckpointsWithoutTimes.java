package dev.tarn.explorer.exploration;

import dev.tarn.landscape.LandscapeStore;
import java.util.OptionalDouble;

/** Checkpoints but for how long the exploration took, which no two runs agree on. */
final class CheckpointsWithoutTimes {
  private CheckpointsWithoutTimes() {}

  /** The state of the landscape's checkpoint as if no time had passed. */
  static byte[] state(LandscapeStore store, String landscape) {
    SearchMemory memory = SearchMemory.decode(store.checkpoint(landscape).orElseThrow().state());
    memory.seconds = 0;
    memory
        .discoveries()
        .replaceAll(
            point ->
                new DiscoveryCurve.Point(
                    point.searches(),
                    point.energyCalls(),
                    OptionalDouble.of(0),
                    point.minima(),
                    point.transitionStates()));
    return memory.encode();
  }
}
