package dev.tarn.explorer.walks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The ladders of an exploration and where their finished descents ended: what it remembers of its
 * chains from round to round.
 */
public final class Descents {
  private final List<Ladder> ladders = new ArrayList<>();
  private final Map<Integer, Long> ends = new TreeMap<>();

  /** As many ladders as are wanted, made when they are first asked for. */
  public List<Ladder> ladders(HoppingSettings settings) {
    for (int number = 0; number < settings.ladders(); number++) {
      if (number == ladders.size()) {
        ladders.add(Ladder.fresh(settings.replicas()));
      } else if (ladders.get(number).size() != settings.replicas()) {
        ladders.set(number, Ladder.fresh(settings.replicas()));
      }
    }
    return ladders.subList(0, settings.ladders());
  }

  /** The ladder of that number. */
  public Ladder ladder(int number) {
    return ladders.get(number);
  }

  /** Counts a descent that has come to an end, and begins another. */
  public void end(Ladder ladder) {
    if (ladder.lowest() >= 0) {
      ends.merge(ladder.lowest(), 1L, Long::sum);
    }
    ladder.restart();
  }

  /** Descents, finished or not, of which a minimum is the lowest. */
  public long arrivals(int minimum) {
    long running = ladders.stream().filter(ladder -> ladder.lowest() == minimum).count();
    return running + ends.getOrDefault(minimum, 0L);
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(ladders.size());
    for (Ladder ladder : ladders) {
      ladder.write(out);
    }
    out.writeInt(ends.size());
    for (Map.Entry<Integer, Long> end : ends.entrySet()) {
      out.writeInt(end.getKey());
      out.writeLong(end.getValue());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Descents read(DataInput in) throws IOException {
    Descents descents = new Descents();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      descents.ladders.add(Ladder.read(in));
    }
    int ends = in.readInt();
    for (int k = 0; k < ends; k++) {
      int minimum = in.readInt();
      descents.ends.put(minimum, in.readLong());
    }
    return descents;
  }
}
