package dev.tarn.explorer.census;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunState;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a census knows besides the points: what each method has yielded and cost, what failed. */
final class CensusStatistics {
  /** Reads "census 1": how checkpoints without named sections began. */
  private static final long FORMER_LAYOUT = 0x63656e7375732031L;

  private static final int VERSION = 1;

  /** Index that relaxation looks for at the top; -1 before the first round. */
  int top = -1;

  /** Searches for the top index since the last one that found it. */
  long topFailures;

  final Map<String, Long> failures = new TreeMap<>();
  final Map<CensusMethod, Tally> tallies = new EnumMap<>(CensusMethod.class);

  CensusStatistics() {
    for (CensusMethod method : CensusMethod.values()) {
      tallies.put(method, new Tally());
    }
  }

  /** Work and yield of one method. */
  static final class Tally {
    long searches;
    long hits;
    long newPoints;
    long gradients;
    long hessians;

    /** In gradients, by {@link CensusMethod#factorisations}. */
    double cost;

    /** New points and cost of late, both forgotten by a tenth from round to round. */
    double recentPoints;

    double recentCost;
  }

  Tally tally(CensusMethod method) {
    return tallies.computeIfAbsent(method, m -> new Tally());
  }

  long gradients() {
    return tallies.values().stream().mapToLong(t -> t.gradients).sum();
  }

  long searches() {
    return tallies.values().stream().mapToLong(t -> t.searches).sum();
  }

  void encode(CensusPoints points, CheckpointSections.Writer sections) {
    sections
        .add("statistics", VERSION, this::write)
        .add(
            "points",
            VERSION,
            out -> {
              out.writeInt(points.size());
              for (int at = 0; at < points.size(); at++) {
                out.writeByte(points.kind(at).code + (points.isRelaxed(at) ? 4 : 0));
                writeCount(out, points.hits(at));
                writeCount(out, points.samples(at));
              }
            });
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeInt(top);
    out.writeLong(topFailures);
    out.writeInt(failures.size());
    for (Map.Entry<String, Long> failure : failures.entrySet()) {
      out.writeUTF(failure.getKey());
      out.writeLong(failure.getValue());
    }
    out.writeInt(tallies.size());
    for (Map.Entry<CensusMethod, Tally> entry : tallies.entrySet()) {
      Tally tally = entry.getValue();
      out.writeUTF(entry.getKey().name());
      out.writeLong(tally.searches);
      out.writeLong(tally.hits);
      out.writeLong(tally.newPoints);
      out.writeLong(tally.gradients);
      out.writeLong(tally.hessians);
      out.writeDouble(tally.cost);
      out.writeDouble(tally.recentPoints);
      out.writeDouble(tally.recentCost);
    }
  }

  private void read(DataInputStream in) throws IOException {
    top = in.readInt();
    topFailures = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      String reason = in.readUTF();
      failures.put(reason, in.readLong());
    }
    for (int left = in.readInt(); left > 0; left--) {
      Tally tally = tally(CensusMethod.valueOf(in.readUTF()));
      tally.searches = in.readLong();
      tally.hits = in.readLong();
      tally.newPoints = in.readLong();
      tally.gradients = in.readLong();
      tally.hessians = in.readLong();
      tally.cost = in.readDouble();
      tally.recentPoints = in.readDouble();
      tally.recentCost = in.readDouble();
    }
  }

  /** Seven bits a byte. */
  private static void writeCount(DataOutputStream out, long count) throws IOException {
    long rest = count;
    while (rest >= 128) {
      out.writeByte((int) (rest & 127) | 128);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long readCount(DataInputStream in) throws IOException {
    long count = 0;
    int shift = 0;
    int next;
    do {
      next = in.readUnsignedByte();
      count |= (long) (next & 127) << shift;
      shift += 7;
    } while (next >= 128);
    return count;
  }

  /** Takes the points of a checkpoint, in order. */
  interface PointReader {
    /** A point of that kind with its hits. */
    void point(CensusPoints.Kind kind, boolean relaxed, long hits, long samples);
  }

  /** The statistics in a checkpoint; its points go to the reader. */
  static CensusStatistics decode(CheckpointSections sections, PointReader reader) {
    CensusStatistics statistics = new CensusStatistics();
    sections.read("statistics", VERSION, (in, version) -> statistics.read(in));
    sections.read(
        "points",
        VERSION,
        (in, version) -> {
          for (int left = in.readInt(); left > 0; left--) {
            int flags = in.readUnsignedByte();
            long hits = readCount(in);
            reader.point(CensusPoints.Kind.of(flags & 3), (flags & 4) != 0, hits, readCount(in));
          }
        });
    return statistics;
  }

  /** The sections of a checkpoint, former ones included; empty if no census wrote it. */
  static Optional<CheckpointSections> sections(byte[] state) {
    if (CheckpointSections.isIn(state)) {
      CheckpointSections sections = CheckpointSections.decode(state);
      return sections.kind().equals(CensusCampaign.KIND) ? Optional.of(sections) : Optional.empty();
    }
    if (state.length < 8 || ByteBuffer.wrap(state).getLong() != FORMER_LAYOUT) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      in.readLong();
      CheckpointSections.Writer sections = new CheckpointSections.Writer(CensusCampaign.KIND);
      new RunState(in.readLong(), Double.NaN, Map.of()).encode(sections);
      CensusStatistics statistics = new CensusStatistics();
      statistics.read(in);
      byte[] points = in.readAllBytes();
      return Optional.of(
          sections
              .add("statistics", VERSION, statistics::write)
              .add("points", VERSION, out -> out.write(points))
              .sections());
    } catch (IOException e) {
      throw new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
    }
  }
}
