package dev.tarn.learning.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSpecificationTests {
  @TempDir Path folder;

  private String file(String text) throws IOException {
    Path path = folder.resolve("data.csv");
    Files.writeString(path, text);
    return path.toString();
  }

  private Map<String, Object> with(String text, Object... more) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("file", file(text));
    for (int k = 0; k < more.length; k += 2) {
      map.put((String) more[k], more[k + 1]);
    }
    return map;
  }

  private static String message(Object specification) {
    try {
      DataSpecification.read(specification);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      return String.valueOf(e.getMessage());
    }
    throw new AssertionError("accepted " + specification);
  }

  private static final String PLAIN = "1,10,b\n2,30,a\n3,50,b\n4,10,a\n5,30,b\n6,50,a\n";

  @Test
  void lastColumnIsTheTargetAndClassesAreSorted() throws IOException {
    LearningData data = DataSpecification.read(with(PLAIN, "test", 0, "standardise", false));
    Dataset training = data.training();
    assertThat(training.classNames()).containsExactly("a", "b");
    assertThat(training.labels()).containsExactly(1, 0, 1, 0, 1, 0);
    assertThat(training.inputs()).startsWith(1, 10, 2, 30).hasSize(12);
    assertThat(training.inputNames()).containsExactly("column 1", "column 2");
    assertThat(data.test().size()).isZero();
    assertThat(data.test().isClassified()).isTrue();
  }

  @Test
  void textAloneIsAFileWithDefaults() throws IOException {
    LearningData data = DataSpecification.read(file(PLAIN));
    assertThat(data.training().size()).isEqualTo(4);
    assertThat(data.test().size()).isEqualTo(2);
  }

  @Test
  void headerQuotesSeparatorCommentsAndByteOrderMarkAreUnderstood() throws IOException {
    String text =
        "\ufeff# made by hand\n\"kind; of it\";x;\"y \"\"up\"\"\"\n\nb;1;2\na;3;4\n\"b\";5;6\na;7;8\n";
    LearningData data =
        DataSpecification.read(
            with(text, "target", "kind; of it", "test", 0, "standardise", false));
    assertThat(data.training().inputNames()).containsExactly("x", "y \"up\"");
    assertThat(data.training().labels()).containsExactly(1, 0, 1, 0);
    assertThat(data.training().inputs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void inputsAreTakenByNameAndNumberAndInTheirOrder() throws IOException {
    String text = "id,u,v,w,kind\n1,1,2,3,x\n2,4,5,6,y\n3,7,8,9,x\n4,1,1,1,y\n";
    Dataset picked =
        DataSpecification.read(
                with(text, "inputs", List.of("w", 2), "test", 0, "standardise", false))
            .training();
    assertThat(picked.inputNames()).containsExactly("w", "u");
    assertThat(picked.inputs()).startsWith(3, 1, 6, 4);
    Dataset left =
        DataSpecification.read(with(text, "without", "id", "test", 0, "standardise", false))
            .training();
    assertThat(left.inputNames()).containsExactly("u", "v", "w");
  }

  @Test
  void numbersAreTargetsOfRegressionUnlessFewAndWhole() throws IOException {
    String text = "x,y\n1,0.5\n2,1.5\n3,2.5\n4,3\n";
    assertThat(DataSpecification.read(with(text, "test", 0)).training().targets())
        .containsExactly(0.5, 1.5, 2.5, 3);
    String whole = "x,y\n1,10\n2,9\n3,10\n4,9\n";
    assertThat(DataSpecification.read(with(whole, "test", 0)).training().classNames())
        .containsExactly("9", "10");
    assertThat(
            DataSpecification.read(with(whole, "test", 0, "task", "regression"))
                .training()
                .isClassified())
        .isFalse();
  }

  @Test
  void standardisationIsFittedOnTheTrainingPartOnly() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 40; row++) {
      text.append(row * row).append(',').append(row % 2 == 0 ? "a" : "b").append('\n');
    }
    LearningData data = DataSpecification.read(with(text.toString(), "test", 0.25));
    double[] z = data.training().inputs();
    assertThat(Arrays.stream(z).sum()).isCloseTo(0, within(1e-12));
    assertThat(Arrays.stream(z).map(t -> t * t).sum() / z.length).isCloseTo(1, within(1e-12));
    assertThat(Arrays.stream(data.test().inputs()).sum()).isNotCloseTo(0, within(1e-3));
  }

  @Test
  void splitIsStratifiedDisjointAndDecidedByItsSeed() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < 100; row++) {
      text.append(row).append(',').append(row % 10 == 0 ? "rare" : "usual").append('\n');
    }
    Map<String, Object> map = with(text.toString(), "test", 0.3, "standardise", false);
    LearningData data = DataSpecification.read(map);
    assertThat(Arrays.stream(data.test().labels()).filter(k -> k == 0).count()).isEqualTo(3);
    assertThat(Arrays.stream(data.training().labels()).filter(k -> k == 0).count()).isEqualTo(7);
    List<Double> rows = new ArrayList<>();
    Arrays.stream(data.training().inputs()).forEach(rows::add);
    Arrays.stream(data.test().inputs()).forEach(rows::add);
    assertThat(rows).doesNotHaveDuplicates().hasSize(100);
    assertThat(DataSpecification.read(map).test().inputs()).isEqualTo(data.test().inputs());
    map.put("seed", 2);
    assertThat(DataSpecification.read(map).test().inputs()).isNotEqualTo(data.test().inputs());
    map.put("train", 20);
    map.put("test", "rest");
    assertThat(DataSpecification.read(map).training().size()).isEqualTo(20);
    assertThat(DataSpecification.read(map).test().size()).isEqualTo(80);
  }

  @Test
  void largestRemaindersShareOutAndKeepTheLeast() {
    assertThat(Split.proportional(new int[] {10, 20, 70}, 10, 0)).containsExactly(1, 2, 7);
    assertThat(Split.proportional(new int[] {1, 99}, 5, 1)).containsExactly(1, 4);
    assertThat(Split.proportional(new int[] {3, 3, 3}, 4, 0)).containsExactly(2, 1, 1);
    assertThat(Split.proportional(new int[] {0, 2}, 2, 0)).containsExactly(0, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkerboard", "two-moons", "spirals", "triatomic"})
  void completeSpecificationMakesTheSameDataAgain(String name) {
    DataSpecification specification = DataSpecification.of(name);
    Map<String, Object> complete = specification.parameters();
    assertThat(complete.keySet().iterator().next()).isEqualTo("generator");
    DataSpecification again = DataSpecification.of(new HashMap<>(complete));
    assertThat(again.parameters().toString()).isEqualTo(complete.toString());
    assertThat(again.learningData().training().inputs())
        .isEqualTo(specification.learningData().training().inputs());
    assertThat(again.learningData().test().labels())
        .isEqualTo(specification.learningData().test().labels());
  }

  @Test
  void completeSpecificationOfAFileHasEveryKeyInOrder() throws IOException {
    String name = file(PLAIN);
    assertThat(DataSpecification.of(name).parameters().toString())
        .isEqualTo(
            "{file="
                + name
                + ", separator=detected, header=detected, target=last, inputs=[], without=[],"
                + " task=detected, standardise=true, test=0.3, train=rest, seed=1, checksum=6b7e94bd}");
  }

  @Test
  void changedFileIsNoticed() throws IOException {
    Map<String, Object> complete = DataSpecification.of(file(PLAIN)).parameters();
    assertThat(DataSpecification.read(complete).training().size()).isEqualTo(4);
    assertThat(DataSpecification.of(complete).parameters()).isEqualTo(complete);
    file(PLAIN.replace("6,50", "6,51"));
    assertThat(message(complete)).contains("data.csv has changed: expected the checksum");
    assertThat(DataSpecification.of(file(PLAIN)).parameters()).isEqualTo(complete);
  }

  @Test
  void blanksSeparateCellsWhereNothingElseDoes() throws IOException {
    String text = "# two inputs\n  1   2.5  a\n 3\t4 b\n5 6 a\n7 8 b\n";
    Dataset rows = DataSpecification.read(with(text, "test", 0, "standardise", false)).training();
    assertThat(rows.inputs()).containsExactly(1, 2.5, 3, 4, 5, 6, 7, 8);
    assertThat(message(with("1 2 a\n3 4 b\n5 x a\n7 8 b\n"))).contains("line 3, column 2");
    assertThat(message(with(text, "separator", "tab"))).contains("expected one character, blanks");
  }

  @Test
  void checkerboardWithoutNoiseAlternates() {
    Dataset board =
        DataSpecification.read(
                Map.of("generator", "checkerboard", "cells", 3, "noise", 0, "test", 0))
            .training();
    assertThat(board.size()).isEqualTo(1000);
    for (int row = 0; row < board.size(); row++) {
      int i = (int) Math.floor((board.inputs()[2 * row] + 1) * 1.5);
      int j = (int) Math.floor((board.inputs()[2 * row + 1] + 1) * 1.5);
      assertThat(board.labels()[row]).isEqualTo((i + j) % 2);
    }
  }

  @Test
  void moonsAndSpiralsLieOnTheirCurves() {
    Dataset moons =
        DataSpecification.read(Map.of("generator", "two-moons", "noise", 0, "test", 0)).training();
    for (int row = 0; row < moons.size(); row++) {
      int moon = moons.labels()[row];
      double x = moons.inputs()[2 * row] - moon;
      double y = moons.inputs()[2 * row + 1] - 0.5 * moon;
      assertThat(Math.hypot(x, y)).isCloseTo(1, within(1e-12));
    }
    Dataset arms =
        DataSpecification.read(
                Map.of("generator", "spirals", "arms", 3, "noise", 0, "test", 0, "points", 90))
            .training();
    assertThat(arms.classNames()).containsExactly("arm 1", "arm 2", "arm 3");
    for (int row = 0; row < arms.size(); row++) {
      double x = arms.inputs()[2 * row];
      double y = arms.inputs()[2 * row + 1];
      double turned = Math.atan2(y, x) / (2 * Math.PI) - 1.5 * Math.hypot(x, y);
      double arm = turned - arms.labels()[row] / 3.0;
      assertThat(arm - Math.rint(arm)).isCloseTo(0, within(1e-9));
    }
  }

  /** Made once by this code; a change of these numbers changes everybody's data. */
  @Test
  void generatorsStayWhatTheyAre() {
    assertThat(DataSpecification.read("checkerboard").training().inputs())
        .startsWith(FIRST_OF_BOARD);
  }

  private static final double[] FIRST_OF_BOARD = {
    0.15594591072400416, 0.4888674023545279, -0.05869440314144092, 0.5290149723047993
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "checkerbord | `expected a CSV file, a folder of images or one of`",
        "checkerbord | did you mean checkerboard?",
        "no/such.csv | no file no/such.csv in",
        "creditcard.csv | comes from Kaggle",
        "no/mnist | comes from https://ossci",
        "mnist | comes from https://ossci",
      })
  void whatIsNotThereIsSaid(String text, String expected) {
    assertThat(message(text)).contains(expected);
  }

  @Test
  void unknownKeysAndWrongValuesAreNamed() {
    assertThat(message(Map.of("generator", "checkerboard", "cell", 4)))
        .contains("unknown key cell; did you mean cells?");
    assertThat(message(Map.of("generator", "checkerboard", "cells", 1)))
        .contains("expected cells from 2 to 1000, found 1");
    assertThat(message(Map.of("generator", "checkerboard", "noise", "much")))
        .contains("expected a number for noise, found much");
    assertThat(message(Map.of("fiel", "x.csv"))).contains("did you mean file?");
    assertThat(message(Map.of("file", "x.csv", "images", "y"))).contains("found [file, images]");
    assertThat(message(Map.of("generator", "two-moon"))).contains("did you mean two-moons?");
    assertThat(message(Map.of("generator", "spirals", "test", -0.1))).contains("test, found -0.1");
    assertThat(message(Map.of("generator", "spirals", "test", 5000)))
        .contains("no more than the 1000 rows there are");
    assertThatThrownBy(() -> DataSpecification.of(7)).hasMessageContaining("found 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1,2,a/3,,b/5,6,a | `data.csv line 2, column 2: missing value; fill it in`",
        "1,2,a/3,?,b/5,6,a | `line 2, column 2: missing value (?)`",
        "u,v,k/1,2,a/3,NA,b | `line 3, column 2 (v): missing value (NA); fill it in, take the row`",
        "1,2,a/3,4,/5,6,a | `line 2, column 3: missing value`",
        "1,2,a/3,four,b/5,6,a | `line 2, column 2: expected a number, found \"four\"`",
        "1,2,a/3,1f,b/5,6,a | `line 2, column 2: expected a number, found \"1f\"`",
        "1,2,a/3,1e999,b/5,6,a | `expected a number, found \"1e999\"`",
        "1,2,a/3,4,b,9/5,6,a | `line 2: expected 3 cells as on line 1, found 4`",
        "1,2,a/3,4,b/5,6 | `line 3: expected 3 cells as on line 1, found 2`",
        "1,2,a/3,4,a/5,6,a | `at least two classes in the target, column 3, found only a`",
        "1,2,a/3,4,b/5,6,c | `found 3 rows and 3 classes; is column 3 the target?`",
        "1,2,a/3,2,b/5,2,a/4,2,b | `column 2 is constant: all`",
        "u,v,k/1,2,a/3,2,b/5,2,a/4,2,b | `leave it out with without: [v]`",
        "u,u,k/1,2,a/3,2,b | `line 1: columns 1 and 2 are both named u`",
        "u,v,k | `expected rows of data, found none`",
        "a/b/a/b | `expected at least one input beside the target`",
        "1,\"2,a/3,4,b | `not a CSV file`",
      })
  void badCellsAreFoundByFileLineAndColumn(String text, String expected) throws IOException {
    assertThat(message(with(text.replace('/', '\n')))).contains(expected).contains("data.csv");
  }

  @Test
  void badColumnsAreNamed() throws IOException {
    String text = "u,v,kind\n1,2,a\n3,4,b\n5,6,a\n7,9,b\n";
    assertThat(message(with(text, "target", "kinds")))
        .contains("no column kinds for target; it has 3: u, v, kind; did you mean kind?");
    assertThat(message(with(text, "target", 4))).contains("no column number 4 for target");
    assertThat(message(with(text, "inputs", List.of("u", "kind"))))
        .contains("column 3 (kind) is the target and cannot be an input as well");
    assertThat(message(with(text, "inputs", List.of("u", 1)))).contains("twice");
    assertThat(message(with(text, "target", 0))).contains("its number from 1 for target, found 0");
    assertThat(message(with(text, "train", 1, "test", 0)))
        .contains("at least a row for each of the 2 classes");
    assertThat(message(with(text, "task", "clasification")))
        .contains("did you mean classification?");
    assertThat(message(with(text, "header", "yes"))).contains("true, false or detected for header");
  }
}
