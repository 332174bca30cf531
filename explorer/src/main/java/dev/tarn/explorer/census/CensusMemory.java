package dev.tarn.explorer.census;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a census remembers besides the points themselves: their order and hits, what each method has
 * yielded and cost, what failed. It is the checkpoint from which a killed census goes on.
 */
final class CensusMemory {
  /** Reads "census 1"; an exploration's checkpoint begins otherwise. */
  private static final long LAYOUT = 0x63656e7375732031L;

  long round;

  /** Index that relaxation looks for at the top; -1 before the first round. */
  int top = -1;

  /** Searches for the top index since the last one that found it. */
  long topFailures;

  final Map<String, Long> failures = new TreeMap<>();
  final Map<CensusMethod, Tally> tallies = new EnumMap<>(CensusMethod.class);

  CensusMemory() {
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

  byte[] encode(CensusPoints points) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 4 * points.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(LAYOUT);
      out.writeLong(round);
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
      out.writeInt(points.size());
      for (int at = 0; at < points.size(); at++) {
        out.writeByte(points.kind(at).code + (points.isRelaxed(at) ? 4 : 0));
        writeCount(out, points.hits(at));
        writeCount(out, points.samples(at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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

  /** Whether the state of a checkpoint was written by a census. */
  static boolean isCensus(byte[] state) {
    return state.length >= 8 && ByteBuffer.wrap(state).getLong() == LAYOUT;
  }

  static CensusMemory decode(byte[] state, PointReader reader) {
    CensusMemory memory = new CensusMemory();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      long layout = in.readLong();
      if (layout != LAYOUT) {
        throw new IllegalStateException("the checkpoint is not that of a census");
      }
      memory.round = in.readLong();
      memory.top = in.readInt();
      memory.topFailures = in.readLong();
      int failures = in.readInt();
      for (int k = 0; k < failures; k++) {
        String reason = in.readUTF();
        memory.failures.put(reason, in.readLong());
      }
      int tallies = in.readInt();
      for (int k = 0; k < tallies; k++) {
        Tally tally = memory.tally(CensusMethod.valueOf(in.readUTF()));
        tally.searches = in.readLong();
        tally.hits = in.readLong();
        tally.newPoints = in.readLong();
        tally.gradients = in.readLong();
        tally.hessians = in.readLong();
        tally.cost = in.readDouble();
        tally.recentPoints = in.readDouble();
        tally.recentCost = in.readDouble();
      }
      int points = in.readInt();
      for (int at = 0; at < points; at++) {
        int flags = in.readUnsignedByte();
        long hits = readCount(in);
        reader.point(CensusPoints.Kind.of(flags & 3), (flags & 4) != 0, hits, readCount(in));
      }
    } catch (IOException e) {
      throw new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
    }
    return memory;
  }
}
