package dev.tarn.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SearchMemoryTests {

  @Test
  void aDecodedMemoryIsTheEncodedOne() {
    SearchMemory memory = new SearchMemory();
    memory.round = 7;
    memory.searches = 448;
    memory.energyCalls = 123456789012L;
    memory.failures.put("quench blew up", 3L);
    memory.countAttempt(200);
    memory.countAttempt(200);
    memory.countAttempt(1);
    memory.remember(5, 3);
    SearchMemory copy = SearchMemory.decode(memory.encode());
    assertThat(copy.encode()).isEqualTo(memory.encode());
    assertThat(copy.round).isEqualTo(7);
    assertThat(copy.attempts(200)).isEqualTo(2);
    assertThat(copy.attempts(199)).isZero();
    assertThat(copy.attempts(1000)).isZero();
    assertThat(copy.tried(3, 5)).isTrue();
    assertThat(copy.tried(3, 6)).isFalse();
    assertThat(copy.failures).containsEntry("quench blew up", 3L);
  }

  @Test
  void aDamagedCheckpointIsRefused() {
    byte[] whole = new SearchMemory().encode();
    assertThatThrownBy(() -> SearchMemory.decode(java.util.Arrays.copyOf(whole, 9)))
        .hasMessageContaining("damaged");
    whole[3] = 99;
    assertThatThrownBy(() -> SearchMemory.decode(whole)).hasMessageContaining("layout");
  }
}
