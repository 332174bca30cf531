package dev.tarn.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.ReferenceData;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve images of 2 x 3 pixels for training and four for testing. */
class ImageSourceTests {
  @TempDir Path folder;

  @BeforeEach
  void fourFiles() throws IOException {
    write("train-images-idx3-ubyte.gz", images(12), true);
    write("train-labels-idx1-ubyte", labels(12), false);
    write("t10k-images-idx3-ubyte", images(4), false);
    write("t10k-labels-idx1-ubyte.gz", labels(4), true);
  }

  private void write(String name, byte[] bytes, boolean zipped) throws IOException {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name));
        OutputStream to = zipped ? new GZIPOutputStream(out) : out) {
      to.write(bytes);
    }
  }

  /** Pixel k of image i is 10 i + k. */
  private static byte[] images(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x00000803);
    out.writeInt(count);
    out.writeInt(2);
    out.writeInt(3);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < 6; k++) {
        out.writeByte(10 * i + k);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] labels(int count) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(0x00000801);
    out.writeInt(count);
    for (int i = 0; i < count; i++) {
      out.writeByte(i % 10);
    }
    return bytes.toByteArray();
  }

  private Map<String, Object> with(Object... more) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("images", folder.toString());
    map.put("train", "rest");
    map.put("test", "rest");
    for (int k = 0; k < more.length; k += 2) {
      map.put((String) more[k], more[k + 1]);
    }
    return map;
  }

  private String message(Object... more) {
    try {
      DataSpecification.read(with(more));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).doesNotContain("\n").contains(folder.toString());
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("accepted");
  }

  @Test
  void fourFilesAreReadPlainOrZipped() {
    LearningData data = DataSpecification.read(with());
    Dataset training = data.training();
    assertThat(training.size()).isEqualTo(12);
    assertThat(training.inputCount()).isEqualTo(6);
    assertThat(training.inputNames()).startsWith("pixel 1 1", "pixel 1 2").endsWith("pixel 2 3");
    assertThat(training.inputs()[6 * 3 + 2]).isEqualTo(32 / 255.0);
    assertThat(training.labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1);
    assertThat(data.test().labels()).containsExactly(0, 1, 2, 3);
    assertThat(data.test().classNames()).hasSize(10).startsWith("0");
  }

  @Test
  void firstRowsAreTaken() {
    LearningData data = DataSpecification.read(with("train", 11, "test", 0.5));
    assertThat(data.training().size()).isEqualTo(11);
    assertThat(data.test().size()).isEqualTo(2);
  }

  @Test
  void filesMayBeNamed() {
    Map<String, Object> named =
        Map.of(
            "images", folder.resolve("train-images-idx3-ubyte.gz").toString(),
            "labels", folder.resolve("train-labels-idx1-ubyte").toString(),
            "testImages", folder.resolve("t10k-images-idx3-ubyte").toString(),
            "testLabels", folder.resolve("t10k-labels-idx1-ubyte.gz").toString(),
            "train", 12,
            "test", 4);
    DataSpecification specification = DataSpecification.of(named);
    assertThat(specification.learningData().test().size()).isEqualTo(4);
    assertThat(DataSpecification.read(specification.parameters()).training().inputs())
        .isEqualTo(specification.learningData().training().inputs());
  }

  @Test
  void completeSpecificationOfAFolderMakesTheSameData() {
    DataSpecification specification = DataSpecification.of(with());
    assertThat(specification.parameters().keySet())
        .containsExactly(
            "images", "labels", "testImages", "testLabels", "classes", "train", "test", "checksum");
    assertThat(DataSpecification.of(specification.parameters()).parameters())
        .isEqualTo(specification.parameters());
    assertThat(DataSpecification.read(specification.parameters()).training().size()).isEqualTo(12);
  }

  @Test
  void missingFileIsSaidWithItsPlace() throws IOException {
    Files.delete(folder.resolve("t10k-labels-idx1-ubyte.gz"));
    assertThat(message())
        .contains("data: no file")
        .contains("t10k-labels-idx1-ubyte.gz; it should hold the labels")
        .contains("MNIST comes from https://");
  }

  @Test
  void changedFileIsNoticed() throws IOException {
    Map<String, Object> complete = DataSpecification.of(with()).parameters();
    byte[] changed = labels(4);
    changed[9] = 7;
    write("t10k-labels-idx1-ubyte.gz", changed, true);
    assertThatThrownBy(() -> DataSpecification.read(complete))
        .hasMessageContaining("or a file beside it has changed: expected the checksum");
  }

  @Test
  void truncatedFileIsSaid() throws IOException {
    byte[] whole = images(12);
    write("train-images-idx3-ubyte.gz", Arrays.copyOf(whole, whole.length - 1), true);
    assertThat(message()).contains("truncated (found 71 of 72 values); get it again");
    write("train-images-idx3-ubyte.gz", Arrays.copyOf(whole, 9), true);
    assertThat(message()).contains("truncated; get it again");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(whole);
    }
    write("train-images-idx3-ubyte.gz", Arrays.copyOf(bytes.toByteArray(), 20), false);
    assertThat(message()).contains("truncated").contains("get it again");
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    write("train-images-idx3-ubyte.gz", labels(12), true);
    assertThat(message()).contains("in 3 dimensions, which begins with 00000803, found 00000801");
    write(
        "train-images-idx3-ubyte.gz",
        "<html>not here</html>".getBytes(StandardCharsets.UTF_8),
        false);
    assertThat(message()).contains("expected an IDX file").contains("found 3c68746d");
  }

  @Test
  void numbersOfImagesAndLabelsMustAgree() throws IOException {
    write("train-labels-idx1-ubyte", labels(11), false);
    assertThat(message()).contains("has 12 images").contains("has 11 labels; expected as many");
  }

  @Test
  void labelsOutOfRangeAreNamed() {
    assertThat(message("classes", 7)).contains("label 8: expected 0 to 6, found 7");
  }

  @Test
  void tooManyAndTooFewRowsAreRefused() {
    assertThat(message("train", 13)).contains("up to the 12 images there are, found 13");
    assertThat(message("train", 5)).contains("train from the 10 classes").contains("found 5");
  }

  @Test
  void sizesOfTestImagesMustAgree() throws IOException {
    byte[] other = images(4);
    other[11] = 3;
    other[15] = 2;
    write("t10k-images-idx3-ubyte", other, false);
    assertThat(DataSpecification.read(with()).test().inputCount()).isEqualTo(6);
    other[15] = 1;
    write("t10k-images-idx3-ubyte", other, false);
    assertThat(message()).contains("expected images of 6 pixels").contains("found 3");
  }

  @Test
  void oneClassAloneIsRefused() throws IOException {
    byte[] same = labels(12);
    Arrays.fill(same, 8, 20, (byte) 4);
    write("train-labels-idx1-ubyte", same, false);
    assertThat(message()).contains("at least two classes in the first 12 labels, found 1");
  }

  @Test
  void mnistHasItsCounts() {
    Path mnist = ReferenceData.require("mnist");
    LearningData data = DataSpecification.read(mnist.toString());
    assertThat(data.training().size()).isEqualTo(1000);
    assertThat(data.training().inputCount()).isEqualTo(784);
    assertThat(data.training().labels()).startsWith(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
    int[] counts = new int[10];
    Arrays.stream(data.test().labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsExactly(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009);
  }
}
