package dev.tarn.analytics.network;

/** Which pairs of nodes are joined: a bit for each pair of few nodes, a hash set of many. */
final class EdgeSet {
  /** 8 MB of bits. */
  private static final int BITS_UP_TO = 8192;

  private final int nodes;
  private final long[] bits;
  private final LongSet hashed;

  EdgeSet(int nodes, int expected) {
    this.nodes = nodes;
    boolean few = nodes <= BITS_UP_TO;
    bits = new long[few ? (int) (((long) nodes * nodes + 63) / 64) : 0];
    hashed = new LongSet(few ? 0 : expected);
  }

  private long key(int a, int b) {
    return (long) Math.min(a, b) * nodes + Math.max(a, b);
  }

  boolean contains(int a, int b) {
    long key = key(a, b);
    return bits.length > 0 ? (bits[(int) (key >>> 6)] & 1L << key) != 0 : hashed.contains(key);
  }

  void add(int a, int b) {
    long key = key(a, b);
    if (bits.length > 0) {
      bits[(int) (key >>> 6)] |= 1L << key;
    } else {
      hashed.add(key);
    }
  }

  void remove(int a, int b) {
    long key = key(a, b);
    if (bits.length > 0) {
      bits[(int) (key >>> 6)] &= ~(1L << key);
    } else {
      hashed.remove(key);
    }
  }
}
