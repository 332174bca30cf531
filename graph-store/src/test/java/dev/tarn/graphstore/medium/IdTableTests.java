package dev.tarn.graphstore.medium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IdTableTests {
  @Test
  void rowsAgreeWithAHashMapOnRandomIds() {
    SplittableRandom random = new SplittableRandom(3);
    IdTable table = new IdTable();
    Map<Long, Integer> model = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      long id = random.nextBoolean() ? random.nextLong() : random.nextInt(2000) * 4096L;
      int expected = model.computeIfAbsent(id, k -> model.size());
      assertThat(table.add(id)).isEqualTo(expected);
    }
    model.forEach((id, row) -> assertThat(table.row(id)).isEqualTo(row));
    assertThat(table.size()).isEqualTo(model.size());
    assertThat(table.row(12345678901L)).isEqualTo(-1);
  }
}
