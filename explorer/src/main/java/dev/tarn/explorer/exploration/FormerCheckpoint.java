package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunState;
import dev.tarn.explorer.walks.Walks;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Checkpoints of explorations as versions of Tarn without named sections wrote them: layouts 3 to
 * 5, which begin with the number of the layout. Searches of an unfinished round are left out and
 * done again.
 */
final class FormerCheckpoint {
  private static final int OLDEST_LAYOUT = 3;
  private static final int NEWEST_LAYOUT = 5;

  /** Layouts before this one have no times, and a word for each pair that was tried. */
  private static final int FIRST_LAYOUT_WITH_TIMES = 5;

  /** Their approaches; position is what is an id today. */
  private static final int APPROACHES_WITHOUT_TIMES = 30;

  private FormerCheckpoint() {}

  /** The same in sections; empty if the state was not written by an exploration. */
  static Optional<CheckpointSections> sections(byte[] state) {
    if (state.length == 0 || state[0] != 0) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int layout = in.readInt();
      if (layout < OLDEST_LAYOUT || layout > NEWEST_LAYOUT) {
        throw new IllegalStateException(
            "checkpoint: expected layout "
                + NEWEST_LAYOUT
                + ", found "
                + layout
                + "; it was written by another version of Tarn");
      }
      return Optional.of(read(in, layout >= FIRST_LAYOUT_WITH_TIMES));
    } catch (IOException e) {
      throw new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
    }
  }

  private static CheckpointSections read(DataInputStream in, boolean timed) throws IOException {
    long round = in.readLong();
    long[] totals = {in.readLong(), in.readLong(), in.readLong(), in.readLong()};
    double seconds = timed ? in.readDouble() : Double.NaN;
    Map<String, Long> failures = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String reason = in.readUTF();
      failures.put(reason, in.readLong());
    }
    Map<String, String> settings = new TreeMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      String key = in.readUTF();
      settings.put(key, in.readUTF());
    }
    List<DiscoveryCurve.Point> discoveries = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      discoveries.add(
          new DiscoveryCurve.Point(
              in.readLong(),
              in.readLong(),
              timed ? DiscoveryCurve.time(in.readDouble()) : OptionalDouble.empty(),
              in.readLong(),
              in.readLong()));
    }
    int[] attempts = new int[in.readInt()];
    for (int k = 0; k < attempts.length; k++) {
      attempts[k] = in.readInt();
    }
    TriedPairs pairs = timed ? TriedPairs.read(in) : TriedPairs.readWords(in);
    double[] yields = new double[2 * (timed ? in.readInt() : APPROACHES_WITHOUT_TIMES)];
    for (int k = 0; k < yields.length; k++) {
      yields[k] = in.readDouble();
    }
    Walks walks = Walks.read(in);
    CheckpointSections.Writer sections = new CheckpointSections.Writer(ExplorationCampaign.KIND);
    new RunState(round, seconds, settings).encode(sections);
    SearchStatistics statistics =
        new SearchStatistics(totals, failures, discoveries, attempts, pairs, walks);
    statistics.setYields(yields);
    statistics.encode(sections);
    return sections.sections();
  }
}
