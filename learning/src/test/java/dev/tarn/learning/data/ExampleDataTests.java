package dev.tarn.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The data of the examples were made by Tarn. */
class ExampleDataTests {

  private static Path examples() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("examples/data"))) {
        return at.resolve("examples/data");
      }
    }
    throw new AssertionError("no folder examples/data above " + Path.of("").toAbsolutePath());
  }

  /** Set the property tarn.write.docs to write the file anew. */
  @Test
  void checkerboardIsWhatTheGeneratorMakes() throws IOException {
    Dataset board =
        DataSpecification.read(
                Map.of("generator", "checkerboard", "cells", 2, "points", 200, "test", 0))
            .training();
    Path file = examples().resolve("checkerboard.csv");
    if (Boolean.getBoolean("tarn.write.docs")) {
      StringBuilder text = new StringBuilder("x,y,class\n");
      for (int row = 0; row < board.size(); row++) {
        text.append(board.inputs()[2 * row]).append(',').append(board.inputs()[2 * row + 1]);
        text.append(',').append(board.classNames().get(board.labels()[row])).append('\n');
      }
      Files.writeString(file, text);
    }
    Dataset read =
        DataSpecification.read(Map.of("file", file.toString(), "standardise", false, "test", 0))
            .training();
    assertThat(read.inputNames()).isEqualTo(board.inputNames());
    assertThat(read.classNames()).isEqualTo(board.classNames());
    assertThat(read.inputs()).isEqualTo(board.inputs());
    assertThat(read.labels()).isEqualTo(board.labels());
  }
}
