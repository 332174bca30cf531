package dev.tarn.application.runfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.application.QuestionException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeysTests {
  private static final String RUN_FILE =
      """
      landscape: lj8
      potential:
        name: lennard-jones
        atoms: 8
      tolerance: {gradient: 1e-9}
      until: {time: 1m30s, minima: 1e6}
      saddles:
        methods: [single-ended, double-ended]
      """;

  @Test
  void valuesAreReadWithTheirTypes() {
    Keys keys = Keys.of(YamlValue.read(RUN_FILE, "lj8.yaml"));
    assertThat(keys.text("landscape", "a name")).contains("lj8");
    Keys potential = keys.mapping("potential").orElseThrow();
    assertThat(potential.whole("atoms", 2, 1000)).hasValue(8);
    Keys until = keys.mapping("until").orElseThrow();
    assertThat(until.time("time")).contains(Duration.ofSeconds(90));
    assertThat(until.whole("minima", 1, Long.MAX_VALUE)).hasValue(1_000_000);
    assertThat(keys.mapping("tolerance").orElseThrow().number("gradient", 0, 1)).hasValue(1e-9);
    assertThat(
            keys.mapping("saddles")
                .orElseThrow()
                .words("methods", List.of("single-ended", "double-ended")))
        .contains(List.of("single-ended", "double-ended"));
    assertThat(keys.number("seed", 0, 1)).isEmpty();
    keys.finish();
  }

  @Test
  void unknownKeyIsRefusedWithTheNearestKnownOneAndItsLine() {
    refused(
        "landscape: a\nlandscpae: b\n",
        keys -> {
          var unused = keys.text("landscape", "a name");
          keys.finish();
        },
        "run.yaml line 2: unknown key landscpae; did you mean landscape?");
    refused(
        "until:\n  sesame: 3\n",
        keys -> {
          Keys until = keys.mapping("until").orElseThrow();
          var unused = until.time("time");
          until.finish();
        },
        "run.yaml line 2: unknown key until.sesame; known here: time");
  }

  @Test
  void wrongTypesAndAbsurdNumbersNameExpectedFoundAndWhere() {
    refused(
        "atoms: eight",
        keys -> keys.whole("atoms", 2, 1000),
        "run.yaml line 1: atoms: expected a whole number from 2 to 1000, found eight");
    refused(
        "\natoms: 1",
        keys -> keys.whole("atoms", 2, 1000),
        "run.yaml line 2: atoms: expected a whole number from 2 to 1000, found 1");
    refused(
        "atoms: 7.5",
        keys -> keys.whole("atoms", 2, 1000),
        "run.yaml line 1: atoms: expected a whole number from 2 to 1000, found 7.5");
    refused(
        "temperature: .nan",
        keys -> keys.number("temperature", Double.MIN_VALUE, Double.MAX_VALUE),
        "run.yaml line 1: temperature: expected a number above 0, found .nan");
    refused(
        "temperature: -1",
        keys -> keys.number("temperature", Double.MIN_VALUE, Double.MAX_VALUE),
        "run.yaml line 1: temperature: expected a number above 0, found -1");
    refused(
        "temperature: [1]",
        keys -> keys.number("temperature", 0, Double.POSITIVE_INFINITY),
        "run.yaml line 1: temperature: expected a number of at least 0, found a list");
    refused(
        "time: soon",
        keys -> keys.time("time"),
        "run.yaml line 1: time: expected a time such as 90s, 5m or 1h30m, found soon");
    refused(
        "until: 5",
        keys -> keys.mapping("until"),
        "run.yaml line 1: until: expected keys and values, found 5");
    refused(
        "method: basin-hoping",
        keys -> keys.word("method", List.of("basin-hopping", "random")),
        "run.yaml line 1: method: expected one of basin-hopping, random, found basin-hoping;"
            + " did you mean basin-hopping?");
    refused(
        "landscape:",
        keys -> keys.text("landscape", "a name"),
        "run.yaml line 1: landscape: expected a name, found nothing");
    refused(
        "x: 1",
        keys -> keys.required("landscape", "its name in the store"),
        "run.yaml line 1: expected a key landscape (its name in the store), found none");
  }

  @Test
  void documentsThatAreNoRunFileAreRefused() {
    unreadable("", "run.yaml: expected a run file, found an empty file");
    unreadable("  \n", "run.yaml: expected a run file, found an empty file");
    unreadable("# nothing\n", "run.yaml: expected a run file, found nothing but comments");
    unreadable("a\0b", "run.yaml: expected a run file in YAML, found binary data");
    unreadable("a: 1\na: 2\n", "run.yaml line 2: key a stands there twice");
    unreadable("a: 1\n---\nb: 2\n", "run.yaml line 3: expected one document, found a second");
    assertThatThrownBy(() -> YamlValue.read("a: {b: 1\nc: 2\n", "run.yaml"))
        .isInstanceOf(QuestionException.class)
        .hasMessageStartingWith("run.yaml line ")
        .hasMessageContaining("not valid YAML")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> Keys.of(YamlValue.read("- a\n- b\n", "run.yaml")))
        .hasMessage("run.yaml line 1: expected keys and values, found a list");
  }

  private static void unreadable(String text, String message) {
    assertThatThrownBy(() -> YamlValue.read(text, "run.yaml"))
        .isInstanceOf(QuestionException.class)
        .hasMessage(message);
  }

  private static void refused(String text, Consumer<Keys> read, String message) {
    assertThatThrownBy(() -> read.accept(Keys.of(YamlValue.read(text, "run.yaml"))))
        .isInstanceOf(QuestionException.class)
        .hasMessage(message);
  }
}
