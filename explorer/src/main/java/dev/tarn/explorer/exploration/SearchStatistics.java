package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.walks.Walks;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an exploration knows besides the points themselves: how much each minimum has been searched,
 * which pairs were tried, what failed, what each approach yielded, the totals.
 */
final class SearchStatistics {
  private static final int VERSION = 1;

  /**
   * Finds after which those before weigh 1/e, in the yields of the approaches. Not rounds: late in
   * a run finds are rare, and it takes many rounds to tell one approach from another.
   */
  private static final double FINDS_IN_MIND = 500;

  long searches;
  long energyCalls;
  long hessianCalls;
  long saddleHits;

  final Map<String, Long> failures = new TreeMap<>();
  Walks walks = new Walks();

  private final List<DiscoveryCurve.Point> discoveries = new ArrayList<>();
  private int[] attempts = new int[64];
  private int minima;
  private TriedPairs pairs = new TriedPairs();
  private final double[] finds = new double[Approach.count()];
  private final double[] costs = new double[Approach.count()];
  private double findsOfRound;

  /** None so far. */
  SearchStatistics() {}

  /**
   * Statistics that a former version of Tarn wrote.
   *
   * @param totals searches, energy calls, Hessian calls and hits of transition states
   */
  SearchStatistics(
      long[] totals,
      Map<String, Long> failures,
      List<DiscoveryCurve.Point> discoveries,
      int[] attempts,
      TriedPairs pairs,
      Walks walks) {
    searches = totals[0];
    energyCalls = totals[1];
    hessianCalls = totals[2];
    saddleHits = totals[3];
    this.failures.putAll(failures);
    this.discoveries.addAll(discoveries);
    this.attempts = Arrays.copyOf(attempts, Math.max(64, attempts.length));
    minima = attempts.length;
    this.pairs = pairs;
    this.walks = walks;
  }

  /** Finds and cost of each approach, by id. */
  void setYields(double[] yields) {
    for (int id = 0; id < yields.length / 2; id++) {
      int number = Approach.number(id);
      if (number != Approach.NONE) {
        finds[number] = yields[2 * id];
        costs[number] = yields[2 * id + 1];
      }
    }
  }

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
    double kept = Math.exp(-findsOfRound / FINDS_IN_MIND);
    for (int k = 0; k < finds.length; k++) {
      finds[k] *= kept;
      costs[k] *= kept;
    }
    findsOfRound = 0;
  }

  /**
   * Remembers how much is known now, if much was searched since the last time.
   *
   * @param seconds of searching so far; NaN if unknown
   */
  void noteDiscoveries(double seconds, long knownMinima, long knownSaddles) {
    long last = discoveries.isEmpty() ? 0 : discoveries.get(discoveries.size() - 1).searches();
    if (searches > DiscoveryCurve.GROWTH * last) {
      discoveries.add(
          new DiscoveryCurve.Point(
              searches, energyCalls, DiscoveryCurve.time(seconds), knownMinima, knownSaddles));
    }
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

  void encode(CheckpointSections.Writer sections) {
    sections
        .add(
            "totals",
            VERSION,
            out -> {
              out.writeLong(searches);
              out.writeLong(energyCalls);
              out.writeLong(hessianCalls);
              out.writeLong(saddleHits);
            })
        .add("failures", VERSION, this::writeFailures)
        .add(DiscoveryCurve.SECTION, VERSION, out -> DiscoveryCurve.write(discoveries, out))
        .add(
            "attempts",
            VERSION,
            out -> {
              out.writeInt(minima);
              for (int k = 0; k < minima; k++) {
                out.writeInt(attempts[k]);
              }
            })
        .add("pairs", VERSION, pairs::write)
        .add("approaches", VERSION, this::writeApproaches)
        .add("walks", VERSION, walks::write);
  }

  private void writeFailures(DataOutputStream out) throws IOException {
    out.writeInt(failures.size());
    for (Map.Entry<String, Long> failure : failures.entrySet()) {
      out.writeUTF(failure.getKey());
      out.writeLong(failure.getValue());
    }
  }

  private void writeApproaches(DataOutputStream out) throws IOException {
    out.writeInt(finds.length);
    for (int k = 0; k < finds.length; k++) {
      out.writeInt(Approach.of(k).id());
      out.writeDouble(finds[k]);
      out.writeDouble(costs[k]);
    }
  }

  static SearchStatistics decode(CheckpointSections sections) {
    SearchStatistics statistics = new SearchStatistics();
    sections.read(
        "totals",
        VERSION,
        (in, version) -> {
          statistics.searches = in.readLong();
          statistics.energyCalls = in.readLong();
          statistics.hessianCalls = in.readLong();
          statistics.saddleHits = in.readLong();
        });
    sections.read("failures", VERSION, (in, version) -> statistics.readFailures(in));
    statistics.discoveries.addAll(DiscoveryCurve.of(sections).points());
    sections.read("attempts", VERSION, (in, version) -> statistics.readAttempts(in));
    sections.read("pairs", VERSION, (in, version) -> statistics.pairs = TriedPairs.read(in));
    sections.read("approaches", VERSION, (in, version) -> statistics.readApproaches(in));
    sections.read("walks", VERSION, (in, version) -> statistics.walks = Walks.read(in));
    return statistics;
  }

  private void readFailures(DataInputStream in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      String reason = in.readUTF();
      failures.put(reason, in.readLong());
    }
  }

  private void readAttempts(DataInputStream in) throws IOException {
    minima = in.readInt();
    attempts = new int[Math.max(64, minima)];
    for (int k = 0; k < minima; k++) {
      attempts[k] = in.readInt();
    }
  }

  /** Figures of an approach that there is no more are left out. */
  private void readApproaches(DataInputStream in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      int number = Approach.number(in.readInt());
      double found = in.readDouble();
      double cost = in.readDouble();
      if (number != Approach.NONE) {
        finds[number] = found;
        costs[number] = cost;
      }
    }
  }
}
