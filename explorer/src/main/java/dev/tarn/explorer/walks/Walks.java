package dev.tarn.explorer.walks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The walks of an exploration, and the minima at which earlier ones ended. */
public final class Walks {
  private final List<Walk> walks = new ArrayList<>();
  private final Map<Integer, Long> ends = new TreeMap<>();

  /** As many walks as the settings say, made when they are first asked for. */
  public List<Walk> walks(HoppingSettings settings) {
    for (int number = 0; number < settings.walks(); number++) {
      if (number == walks.size()) {
        walks.add(Walk.fresh(settings.replicas()));
      } else if (walks.get(number).size() != settings.replicas()) {
        walks.set(number, Walk.fresh(settings.replicas()));
      }
    }
    return walks.subList(0, settings.walks());
  }

  /** The walk of that number. */
  public Walk walk(int number) {
    return walks.get(number);
  }

  /** Counts a walk that has come to an end, and starts it again. */
  public void end(Walk walk) {
    if (walk.lowest() >= 0) {
      ends.merge(walk.lowest(), 1L, Long::sum);
    }
    walk.restart();
  }

  /** Walks, finished or not, of which a minimum is the lowest. */
  public long arrivals(int minimum) {
    long running = walks.stream().filter(walk -> walk.lowest() == minimum).count();
    return running + ends.getOrDefault(minimum, 0L);
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(walks.size());
    for (Walk walk : walks) {
      walk.write(out);
    }
    out.writeInt(ends.size());
    for (Map.Entry<Integer, Long> end : ends.entrySet()) {
      out.writeInt(end.getKey());
      out.writeLong(end.getValue());
    }
  }

  /** Reads what {@link #write} wrote. */
  public static Walks read(DataInput in) throws IOException {
    Walks all = new Walks();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      all.walks.add(Walk.read(in));
    }
    int ends = in.readInt();
    for (int k = 0; k < ends; k++) {
      int minimum = in.readInt();
      all.ends.put(minimum, in.readLong());
    }
    return all;
  }
}
