package dev.tarn.explorer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointSectionsTests {

  private static byte[] encoded() {
    return new CheckpointSections.Writer("census")
        .add("first", 1, out -> out.writeInt(7))
        .add("second", 3, out -> out.writeUTF("seven"))
        .sections()
        .encode();
  }

  @Test
  void sectionsAreFoundByNameInWhateverOrder() {
    CheckpointSections sections = CheckpointSections.decode(encoded());
    assertThat(sections.kind()).isEqualTo("census");
    List<Object> read = new ArrayList<>();
    sections.read("second", 3, (in, version) -> read.add(in.readUTF() + " " + version));
    sections.read("first", 1, (in, version) -> read.add(in.readInt()));
    sections.read("third", 1, (in, version) -> read.add("never"));
    assertThat(read).containsExactly("seven 3", 7);
    assertThat(sections.encode()).isEqualTo(encoded());
  }

  @Test
  void aNewerSectionIsRefusedByName() {
    assertThatThrownBy(
            () -> CheckpointSections.decode(encoded()).read("second", 2, (in, version) -> {}))
        .hasMessage(
            "checkpoint: expected section second of version 2 at most, found 3; it was written by"
                + " a newer version of Tarn");
  }

  @Test
  void everyCutIsNoticed() {
    byte[] whole = encoded();
    assertThat(CheckpointSections.isIn(whole)).isTrue();
    assertThat(CheckpointSections.isIn(new byte[] {0, 0, 0, 5})).isFalse();
    for (int length = 8; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> CheckpointSections.decode(cut))
          .as("%d bytes", length)
          .hasMessageContaining("checkpoint is damaged");
    }
  }
}
