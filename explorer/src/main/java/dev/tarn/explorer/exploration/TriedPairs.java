package dev.tarn.explorer.exploration;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.InvalidRoaringFormat;
import org.roaringbitmap.RoaringBitmap;

/**
 * Pairs of minima between which a search for transition states was made, in either direction.
 *
 * <p>A pair of ids {@code a <= b} has the number {@code b (b - 1) / 2 + a - 1}, so that all pairs
 * of the minima found so far are numbered without gaps; numbers are kept in compressed bitmaps, one
 * for each 2^32 of them (the first ends near minimum 92,681). Where many of a landscape's pairs
 * were tried that takes about a bit for each pair there is, where few were, two bytes for each
 * tried: a third of the 1.1 million pairs of LJ13 take 0.15 MB, written in less than a millisecond.
 *
 * <p>The written form depends on the pairs alone, not on the order in which they were added.
 */
final class TriedPairs {
  private final List<RoaringBitmap> blocks = new ArrayList<>();

  private static long number(long id, long otherId) {
    long a = Math.min(id, otherId);
    long b = Math.max(id, otherId);
    return b * (b - 1) / 2 + a - 1;
  }

  void add(long id, long otherId) {
    long number = number(id, otherId);
    int block = (int) (number >>> Integer.SIZE);
    while (block >= blocks.size()) {
      blocks.add(new RoaringBitmap());
    }
    blocks.get(block).add((int) number);
  }

  boolean contains(long id, long otherId) {
    long number = number(id, otherId);
    int block = (int) (number >>> Integer.SIZE);
    return block < blocks.size() && blocks.get(block).contains((int) number);
  }

  /** How many pairs. */
  long size() {
    return blocks.stream().mapToLong(RoaringBitmap::getLongCardinality).sum();
  }

  /** The number of bitmaps, then each in Roaring's portable format. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(blocks.size());
    for (RoaringBitmap block : blocks) {
      ByteBuffer bytes = ByteBuffer.allocate(block.serializedSizeInBytes());
      block.serialize(bytes);
      out.write(bytes.array());
    }
  }

  static TriedPairs read(DataInputStream in) throws IOException {
    TriedPairs pairs = new TriedPairs();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      RoaringBitmap block = new RoaringBitmap();
      try {
        block.deserialize(in);
      } catch (InvalidRoaringFormat e) {
        throw new IOException("pairs tried: " + e.getMessage(), e);
      }
      pairs.blocks.add(block);
    }
    return pairs;
  }

  /** As layouts before the fifth have them: the smaller id in the upper half of each word. */
  static TriedPairs readWords(DataInputStream in) throws IOException {
    TriedPairs pairs = new TriedPairs();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      long word = in.readLong();
      pairs.add(word >>> Integer.SIZE, word & 0xFFFFFFFFL);
    }
    return pairs;
  }
}
