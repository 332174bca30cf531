package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriedPairsTests {

  private static byte[] written(TriedPairs pairs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    pairs.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static TriedPairs read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    TriedPairs pairs = TriedPairs.read(in);
    assertThat(in.read()).isEqualTo(-1);
    return pairs;
  }

  /** Few minima and so many pairs of each, and beyond the 92,681 whose pairs fill 32 bits. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 40, 1500, 92_682, 200_000, 2_000_000})
  void aPairIsKnownIfAndOnlyIfItWasAdded(int minima) throws IOException {
    Random random = new Random(minima);
    Set<List<Integer>> expected = new HashSet<>();
    TriedPairs pairs = new TriedPairs();
    for (int k = 0; k < 3000; k++) {
      int a = 1 + random.nextInt(minima);
      int b = 1 + random.nextInt(minima);
      pairs.add(a, b);
      expected.add(List.of(Math.min(a, b), Math.max(a, b)));
    }
    pairs.add(minima, minima);
    expected.add(List.of(minima, minima));
    TriedPairs copy = read(written(pairs));
    assertThat(pairs.size()).isEqualTo(expected.size());
    assertThat(copy.size()).isEqualTo(expected.size());
    for (List<Integer> pair : expected) {
      for (TriedPairs either : List.of(pairs, copy)) {
        assertThat(either.contains(pair.get(0), pair.get(1))).isTrue();
        assertThat(either.contains(pair.get(1), pair.get(0))).isTrue();
      }
    }
    for (int k = 0; k < 3000; k++) {
      int a = 1 + random.nextInt(minima + 3);
      int b = 1 + random.nextInt(minima + 3);
      boolean tried = expected.contains(List.of(Math.min(a, b), Math.max(a, b)));
      assertThat(pairs.contains(a, b)).isEqualTo(tried);
      assertThat(copy.contains(a, b)).isEqualTo(tried);
    }
  }

  /** Numbers 1 and 2^32 + 1 of the triangle: 92,682 x 92,681 / 2 + 37,077 - 1. */
  @Test
  void pairsWhoseNumbersDifferInTheUpperHalfOnlyAreTwo() throws IOException {
    assertThat(92_682L * 92_681 / 2 + 37_077 - 1).isEqualTo((1L << 32) + 1);
    TriedPairs pairs = new TriedPairs();
    pairs.add(37_077, 92_682);
    assertThat(pairs.contains(1, 2)).isFalse();
    assertThat(read(written(pairs)).contains(1, 2)).isFalse();
    pairs.add(2, 1);
    assertThat(pairs.contains(1, 2)).isTrue();
    assertThat(read(written(pairs)).size()).isEqualTo(2);
  }

  /** As many as an exploration of LJ13 tries. */
  @Test
  void theWrittenFormIsSmallAndDependsOnThePairsAlone() throws IOException {
    int minima = 1508;
    List<int[]> all = new ArrayList<>();
    for (int b = 2; b <= minima; b++) {
      for (int a = 1; a < b; a++) {
        all.add(new int[] {a, b});
      }
    }
    Collections.shuffle(all, new Random(1));
    List<int[]> tried = all.subList(0, 400_000);
    TriedPairs pairs = new TriedPairs();
    tried.forEach(pair -> pairs.add(pair[0], pair[1]));
    byte[] written = written(pairs);
    assertThat(written).hasSizeLessThan(150_000);

    Collections.shuffle(tried, new Random(2));
    TriedPairs again = new TriedPairs();
    for (int k = 0; k < tried.size(); k++) {
      if (k == tried.size() / 2) {
        again = read(written(again));
      }
      again.add(tried.get(k)[1], tried.get(k)[0]);
    }
    assertThat(written(again)).isEqualTo(written);
  }

  @Test
  void noPairsAreWrittenAndRead() throws IOException {
    TriedPairs none = read(written(new TriedPairs()));
    assertThat(none.size()).isZero();
    assertThat(none.contains(1, 2)).isFalse();
    assertThat(none.contains(100_000, 200_000)).isFalse();
  }

  @Test
  void whatIsNoBitmapIsRefused() throws IOException {
    TriedPairs pairs = new TriedPairs();
    pairs.add(1, 2);
    byte[] written = written(pairs);
    written[Integer.BYTES] ^= 0x55;
    assertThatThrownBy(() -> read(written)).isInstanceOf(IOException.class);
  }
}
