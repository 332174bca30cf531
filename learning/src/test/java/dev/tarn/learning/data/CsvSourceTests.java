package dev.tarn.learning.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.ReferenceData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real data as people have it; skipped where it is absent. */
class CsvSourceTests {

  private static int[] counts(Dataset data) {
    int[] counts = new int[data.classNames().size()];
    Arrays.stream(data.labels()).forEach(label -> counts[label]++);
    return counts;
  }

  @Test
  void irisWithoutHeader() {
    Path file = ReferenceData.require("uci/iris.csv");
    LearningData data = DataSpecification.read(file.toString());
    assertThat(data.training().classNames())
        .containsExactly("Iris-setosa", "Iris-versicolor", "Iris-virginica");
    assertThat(counts(data.training())).containsExactly(35, 35, 35);
    assertThat(counts(data.test())).containsExactly(15, 15, 15);
  }

  @Test
  void wineHasItsClassesInTheLastColumn() {
    Path file = ReferenceData.require("uci/wine.csv");
    LearningData data = DataSpecification.read(Map.of("file", file.toString(), "test", 0));
    assertThat(data.training().inputCount()).isEqualTo(13);
    assertThat(counts(data.training())).containsExactly(59, 71, 48);
  }

  @Test
  void breastCancerHasItsClassesInTheSecondColumnAndAnIdentifier() {
    Path file = ReferenceData.require("uci/wdbc.data");
    LearningData data =
        DataSpecification.read(
            Map.of("file", file.toString(), "target", 2, "without", List.of(1), "test", 0));
    assertThat(data.training().inputCount()).isEqualTo(30);
    assertThat(data.training().classNames()).containsExactly("B", "M");
    assertThat(counts(data.training())).containsExactly(357, 212);
  }

  @Test
  void yeastHasBlanksBetweenItsCellsAndNames() {
    Path file = ReferenceData.require("uci/yeast.data");
    LearningData data =
        DataSpecification.read(
            Map.of("file", file.toString(), "without", 1, "standardise", false, "test", 0));
    assertThat(data.training().size()).isEqualTo(1484);
    assertThat(data.training().inputCount()).isEqualTo(8);
    assertThat(data.training().classNames()).hasSize(10).contains("CYT", "MIT", "ERL");
  }

  @Test
  void creditCardsHaveAHeaderWithAnUnnamedIndex() {
    Path file = ReferenceData.require("creditcard/creditcard_all492frauds_1230legit.csv");
    LearningData data =
        DataSpecification.read(
            Map.of("file", file.toString(), "without", List.of(1, "Time"), "test", 0.5));
    assertThat(data.training().inputCount()).isEqualTo(29);
    assertThat(data.training().inputNames()).startsWith("V1").endsWith("Amount");
    assertThat(counts(data.training())).containsExactly(615, 246);
    assertThat(counts(data.test())).containsExactly(615, 246);
  }
}
