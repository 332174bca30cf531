package dev.tarn.analytics.graph;

import dev.tarn.landscape.Adjacency;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Canonical integers, ascending: those below a bound, or some of them. */
final class Numbers extends AbstractSet<Integer> {
  /** By value, null where it is not a member. */
  private final Integer[] byValue;

  private final int size;

  private Numbers(Integer[] byValue, int size) {
    this.byValue = byValue;
    this.size = size;
  }

  static Numbers below(int bound) {
    Integer[] byValue = new Integer[bound];
    Arrays.setAll(byValue, Integer::valueOf);
    return new Numbers(byValue, bound);
  }

  /** The edges that stand in the rows. */
  static Numbers ofEdges(Adjacency rows) {
    int bound = 0;
    for (int p = 0; p < rows.entryCount(); p++) {
      bound = Math.max(bound, rows.edge(p) + 1);
    }
    Integer[] byValue = new Integer[bound];
    int size = 0;
    for (int p = 0; p < rows.entryCount(); p++) {
      int edge = rows.edge(p);
      if (byValue[edge] == null) {
        byValue[edge] = edge;
        size++;
      }
    }
    return new Numbers(byValue, size);
  }

  Integer get(int value) {
    if (value < 0 || value >= byValue.length || byValue[value] == null) {
      throw new IllegalArgumentException("no such vertex or edge in graph: " + value);
    }
    return byValue[value];
  }

  @Override
  public boolean contains(@Nullable Object o) {
    return o instanceof Integer value
        && value >= 0
        && value < byValue.length
        && byValue[value] != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      private int at = next(0);

      private int next(int from) {
        int k = from;
        while (k < byValue.length && byValue[k] == null) {
          k++;
        }
        return k;
      }

      @Override
      public boolean hasNext() {
        return at < byValue.length;
      }

      @Override
      public Integer next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        Integer value = byValue[at];
        at = next(at + 1);
        return value;
      }
    };
  }
}
