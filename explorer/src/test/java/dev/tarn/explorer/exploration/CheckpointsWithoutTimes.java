package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunState;
import dev.tarn.landscape.LandscapeStore;
import java.util.OptionalDouble;

/** Checkpoints but for how long the exploration took, which no two runs agree on. */
final class CheckpointsWithoutTimes {
  private CheckpointsWithoutTimes() {}

  /** The statistics in the landscape's checkpoint. */
  static SearchStatistics statistics(LandscapeStore store, String landscape) {
    return SearchStatistics.decode(sections(store, landscape));
  }

  private static CheckpointSections sections(LandscapeStore store, String landscape) {
    return CheckpointSections.decode(store.checkpoint(landscape).orElseThrow().state());
  }

  /** The state of the landscape's checkpoint as if no time had passed. */
  static byte[] state(LandscapeStore store, String landscape) {
    return state(sections(store, landscape));
  }

  /** The same of a checkpoint's sections. */
  static byte[] state(CheckpointSections sections) {
    SearchStatistics statistics = SearchStatistics.decode(sections);
    statistics
        .discoveries()
        .replaceAll(
            point ->
                new DiscoveryCurve.Point(
                    point.searches(),
                    point.energyCalls(),
                    OptionalDouble.of(0),
                    point.minima(),
                    point.transitionStates()));
    CheckpointSections.Writer writer = new CheckpointSections.Writer(sections.kind());
    RunState run = RunState.decode(sections);
    new RunState(run.round(), 0, run.settings()).encode(writer);
    statistics.encode(writer);
    return writer.sections().encode();
  }
}
