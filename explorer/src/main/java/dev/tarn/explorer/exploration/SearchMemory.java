package dev.tarn.explorer.exploration;

import dev.tarn.explorer.walks.Descents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What an exploration remembers besides the points themselves: how much each minimum has been
 * searched, which pairs were tried, what failed, what each approach yielded, the totals, and what
 * was done of a round in whose midst a run ended. It is the checkpoint from which a killed run goes
 * on.
 */
final class SearchMemory {
  private static final int LAYOUT = 5;

  /** The layout with a word for each pair and without times, which is still read. */
  private static final int LAYOUT_WITHOUT_TIMES = 4;

  private static final int APPROACHES_WITHOUT_TIMES = 30;

  /** The layout before that, without an unfinished round. */
  private static final int LAYOUT_OF_WHOLE_ROUNDS = 3;

  /**
   * Finds after which those before weigh 1/e, in the yields of the approaches. Not rounds: late in
   * a run finds are rare, and it takes many rounds to tell one approach from another.
   */
  private static final double FINDS_IN_MIND = 500;

  long round;
  long searches;
  long energyCalls;
  long hessianCalls;
  long saddleHits;

  /**
   * Seconds of exploration so far, of all runs; NaN if a run before this one did not count them.
   */
  double seconds;

  final Map<String, Long> failures = new TreeMap<>();
  Descents descents = new Descents();
  UnfinishedRound unfinished = new UnfinishedRound();

  /** The settings that decide what is found, as the last run had them. */
  final Map<String, String> settings = new TreeMap<>();

  private final List<DiscoveryCurve.Point> discoveries = new ArrayList<>();
  private int[] attempts = new int[64];
  private int minima;
  private TriedPairs pairs = new TriedPairs();
  private final double[] finds = new double[Approach.count()];
  private final double[] costs = new double[Approach.count()];
  private double findsOfRound;

  /** Single-ended searches on account of minimum {@code id}. */
  int attempts(long id) {
    return id <= minima ? attempts[(int) id - 1] : 0;
  }

  void countAttempt(long id) {
    if (id > minima) {
      if (id > attempts.length) {
        attempts = Arrays.copyOf(attempts, (int) Math.max(id, 2L * attempts.length));
      }
      minima = (int) id;
    }
    attempts[(int) id - 1]++;
  }

  boolean tried(long id, long otherId) {
    return pairs.contains(id, otherId);
  }

  void remember(long id, long otherId) {
    pairs.add(id, otherId);
  }

  /** Credits an approach with new points and charges it with what the search cost. */
  void credit(int approach, double newPoints, double cost) {
    finds[approach] += newPoints;
    costs[approach] += cost;
    findsOfRound += newPoints;
  }

  /** To be called after each round: yields of many finds ago count less and less. */
  void endRound() {
    round++;
    unfinished.clear();
    double kept = Math.exp(-findsOfRound / FINDS_IN_MIND);
    for (int k = 0; k < finds.length; k++) {
      finds[k] *= kept;
      costs[k] *= kept;
    }
    findsOfRound = 0;
  }

  /** Remembers how much is known now, if much was searched since the last time. */
  void noteDiscoveries(long knownMinima, long knownSaddles) {
    long last = discoveries.isEmpty() ? 0 : discoveries.get(discoveries.size() - 1).searches();
    if (searches > DiscoveryCurve.GROWTH * last) {
      discoveries.add(
          new DiscoveryCurve.Point(
              searches, energyCalls, time(seconds), knownMinima, knownSaddles));
    }
  }

  private static OptionalDouble time(double seconds) {
    return Double.isNaN(seconds) ? OptionalDouble.empty() : OptionalDouble.of(seconds);
  }

  List<DiscoveryCurve.Point> discoveries() {
    return discoveries;
  }

  /** New points of late by an approach. */
  double finds(int approach) {
    return finds[approach];
  }

  /** What they cost, in energy calls. */
  double cost(int approach) {
    return costs[approach];
  }

  byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(LAYOUT);
      out.writeLong(round);
      out.writeLong(searches);
      out.writeLong(energyCalls);
      out.writeLong(hessianCalls);
      out.writeLong(saddleHits);
      out.writeDouble(seconds);
      out.writeInt(failures.size());
      for (Map.Entry<String, Long> failure : failures.entrySet()) {
        out.writeUTF(failure.getKey());
        out.writeLong(failure.getValue());
      }
      out.writeInt(settings.size());
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        out.writeUTF(setting.getKey());
        out.writeUTF(setting.getValue());
      }
      out.writeInt(discoveries.size());
      for (DiscoveryCurve.Point point : discoveries) {
        out.writeLong(point.searches());
        out.writeLong(point.energyCalls());
        out.writeDouble(point.seconds().orElse(Double.NaN));
        out.writeLong(point.minima());
        out.writeLong(point.transitionStates());
      }
      out.writeInt(minima);
      for (int k = 0; k < minima; k++) {
        out.writeInt(attempts[k]);
      }
      pairs.write(out);
      out.writeInt(finds.length);
      for (int k = 0; k < finds.length; k++) {
        out.writeDouble(finds[k]);
        out.writeDouble(costs[k]);
      }
      descents.write(out);
      unfinished.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Whether something other than an exploration wrote the state. Explorations begin with a small
   * number, their layout; a census begins with letters.
   */
  static boolean isForeign(byte[] state) {
    return state.length > 0 && state[0] != 0;
  }

  static SearchMemory decode(byte[] state) {
    SearchMemory memory = new SearchMemory();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int layout = in.readInt();
      if (layout < LAYOUT_OF_WHOLE_ROUNDS || layout > LAYOUT) {
        throw new IllegalStateException(
            "checkpoint: expected layout "
                + LAYOUT
                + ", found "
                + layout
                + "; it was written by another version of Tarn");
      }
      memory.round = in.readLong();
      memory.searches = in.readLong();
      memory.energyCalls = in.readLong();
      memory.hessianCalls = in.readLong();
      memory.saddleHits = in.readLong();
      boolean timed = layout > LAYOUT_WITHOUT_TIMES;
      memory.seconds = timed ? in.readDouble() : Double.NaN;
      int failures = in.readInt();
      for (int k = 0; k < failures; k++) {
        String reason = in.readUTF();
        memory.failures.put(reason, in.readLong());
      }
      int settings = in.readInt();
      for (int k = 0; k < settings; k++) {
        String key = in.readUTF();
        memory.settings.put(key, in.readUTF());
      }
      int discoveries = in.readInt();
      for (int k = 0; k < discoveries; k++) {
        memory.discoveries.add(
            new DiscoveryCurve.Point(
                in.readLong(),
                in.readLong(),
                timed ? time(in.readDouble()) : OptionalDouble.empty(),
                in.readLong(),
                in.readLong()));
      }
      memory.minima = in.readInt();
      memory.attempts = new int[Math.max(64, memory.minima)];
      for (int k = 0; k < memory.minima; k++) {
        memory.attempts[k] = in.readInt();
      }
      memory.pairs = timed ? TriedPairs.read(in) : TriedPairs.readWords(in);
      int approaches = timed ? in.readInt() : APPROACHES_WITHOUT_TIMES;
      for (int k = 0; k < approaches; k++) {
        memory.finds[k] = in.readDouble();
        memory.costs[k] = in.readDouble();
      }
      memory.descents = Descents.read(in);
      if (layout > LAYOUT_OF_WHOLE_ROUNDS) {
        memory.unfinished = UnfinishedRound.read(in);
      }
    } catch (IOException e) {
      throw new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
    }
    return memory;
  }
}
