package dev.tarn.explorer.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Outcomes of those searches of a round that were done when the run ended within it. They are not
 * part of the landscape yet: the run that resumes proposes the same round, takes these outcomes as
 * they are, does the other searches, and merges all of them in the order of the tasks.
 *
 * <p>An outcome belongs to the task with its seed; seeds within a round differ.
 */
final class UnfinishedRound<O extends SearchOutcome> {
  private static final String SECTION = "unfinished";
  private static final int VERSION = 1;

  /** A checkpoint may come from anywhere: it makes outcomes and what they consist of, no more. */
  private static final ObjectInputFilter OUTCOMES_ONLY =
      ObjectInputFilter.Config.createFilter("dev.tarn.**;java.lang.*;java.util.*;maxdepth=20;!*");

  private final Map<Long, O> bySeed = new TreeMap<>();

  /** Keeps an outcome, unless the potential threw: then the search is to be done again. */
  void keep(SearchTask task, O outcome) {
    if (outcome.potentialFailure().isEmpty()) {
      bySeed.put(task.seed(), outcome);
    }
  }

  /** What the task came to, if it was done. */
  Optional<O> outcome(SearchTask task) {
    return Optional.ofNullable(bySeed.get(task.seed()));
  }

  /** Searches that were done. */
  int size() {
    return bySeed.size();
  }

  /** The round has ended, or will never be as it was. */
  void clear() {
    bySeed.clear();
  }

  /** Writes them as a section, if there are any. */
  void encode(CheckpointSections.Writer sections) {
    if (bySeed.isEmpty()) {
      return;
    }
    sections.add(
        SECTION,
        VERSION,
        out -> {
          ObjectOutputStream objects = new ObjectOutputStream(out);
          objects.writeInt(bySeed.size());
          for (Map.Entry<Long, O> entry : bySeed.entrySet()) {
            objects.writeLong(entry.getKey());
            objects.writeObject(entry.getValue());
          }
          objects.flush();
        });
  }

  /** The outcomes in a checkpoint, all of one class. */
  static <O extends SearchOutcome> UnfinishedRound<O> decode(
      CheckpointSections sections, Class<O> outcomes) {
    UnfinishedRound<O> round = new UnfinishedRound<>();
    sections.read(
        SECTION,
        VERSION,
        (in, version) -> {
          try (ObjectInputStream objects =
              new ObjectInputStream(new ByteArrayInputStream(in.readAllBytes()))) {
            objects.setObjectInputFilter(OUTCOMES_ONLY);
            for (int left = objects.readInt(); left > 0; left--) {
              long seed = objects.readLong();
              round.bySeed.put(seed, outcomes.cast(objects.readObject()));
            }
          } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException("unfinished searches of another version: " + e.getMessage(), e);
          }
        });
    return round;
  }
}
