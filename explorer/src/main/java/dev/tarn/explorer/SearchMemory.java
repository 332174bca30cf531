package dev.tarn.explorer;

import dev.tarn.explorer.hopping.Descents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an exploration remembers besides the points themselves: how much each minimum has been
 * searched, which pairs were tried, what failed, and the totals. It is the checkpoint from which a
 * killed run goes on.
 */
final class SearchMemory {
  private static final int LAYOUT = 2;

  long round;
  long searches;
  long energyCalls;
  long hessianCalls;
  long saddleHits;
  final Map<String, Long> failures = new TreeMap<>();
  Descents descents = new Descents();
  private int[] attempts = new int[64];
  private int minima;
  private final Set<Long> pairs = new HashSet<>();

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

  private static long pair(long id, long otherId) {
    return Math.min(id, otherId) << 32 | Math.max(id, otherId);
  }

  boolean tried(long id, long otherId) {
    return pairs.contains(pair(id, otherId));
  }

  void remember(long id, long otherId) {
    pairs.add(pair(id, otherId));
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
      out.writeInt(failures.size());
      for (Map.Entry<String, Long> failure : failures.entrySet()) {
        out.writeUTF(failure.getKey());
        out.writeLong(failure.getValue());
      }
      out.writeInt(minima);
      for (int k = 0; k < minima; k++) {
        out.writeInt(attempts[k]);
      }
      out.writeInt(pairs.size());
      long[] sorted = pairs.stream().mapToLong(Long::longValue).sorted().toArray();
      for (long pair : sorted) {
        out.writeLong(pair);
      }
      descents.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static SearchMemory decode(byte[] state) {
    SearchMemory memory = new SearchMemory();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(state))) {
      int layout = in.readInt();
      if (layout != LAYOUT) {
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
      int failures = in.readInt();
      for (int k = 0; k < failures; k++) {
        String reason = in.readUTF();
        memory.failures.put(reason, in.readLong());
      }
      memory.minima = in.readInt();
      memory.attempts = new int[Math.max(64, memory.minima)];
      for (int k = 0; k < memory.minima; k++) {
        memory.attempts[k] = in.readInt();
      }
      int pairs = in.readInt();
      for (int k = 0; k < pairs; k++) {
        memory.pairs.add(in.readLong());
      }
      memory.descents = Descents.read(in);
    } catch (IOException e) {
      throw new IllegalStateException("checkpoint is damaged: " + e.getMessage(), e);
    }
    return memory;
  }
}
