package dev.tarn.analytics.graph;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Part of a row as a set of edges. */
final class Row extends AbstractSet<Integer> {
  private final int from;
  private final int to;
  private final IntFunction<Integer> edgeAt;

  Row(int from, int to, IntFunction<Integer> edgeAt) {
    this.from = from;
    this.to = to;
    this.edgeAt = edgeAt;
  }

  @Override
  public int size() {
    return to - from;
  }

  @Override
  public Iterator<Integer> iterator() {
    return new Iterator<>() {
      private int at = from;

      @Override
      public boolean hasNext() {
        return at < to;
      }

      @Override
      public Integer next() {
        if (at >= to) {
          throw new NoSuchElementException();
        }
        return edgeAt.apply(at++);
      }
    };
  }
}
