package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TarnTests {

  @Test
  void withoutArgumentsItListsItsVerbs() {
    CommandLineRun run = CommandLineRun.of();
    assertThat(run.exitCode()).isZero();
    for (Verbs.Entry entry : Verbs.ALL) {
      assertThat(run.out()).contains("  " + entry.name());
    }
    assertThat(run.err()).isEmpty();
  }

  static List<String> verbs() {
    return Verbs.names();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbExplainsItself(String verb) {
    CommandLineRun run = CommandLineRun.of("help", verb);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: tarn " + verb).contains("--json").contains("--store");
    assertThat(run.err()).isEmpty();
    assertThat(CommandLineRun.of(verb, "--help")).isEqualTo(run);
  }

  @Test
  void unknownVerbAndOptionAreNamedWithTheNearestKnownOne() {
    refused("tarn: unknown verb versoin; did you mean version? (tarn help lists all)", "versoin");
    refused("tarn: unknown verb xylophone (tarn help lists all)", "help", "xylophone");
    refused(
        "tarn version: unknown option --jsno; did you mean --json?"
            + " (tarn help version shows all options)",
        "version",
        "--jsno");
    refused(
        "tarn version: unexpected argument lj13 (tarn help version shows all options)",
        "version",
        "lj13");
  }

  @Test
  void commonOptionsMayStandBeforeTheVerb() {
    CommandLineRun run = CommandLineRun.of("--store", "x", "--json", "version");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("{\"version\":");
  }

  private static void refused(String line, String... args) {
    CommandLineRun run = CommandLineRun.of(args);
    assertThat(run.err()).isEqualTo(line + System.lineSeparator());
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
