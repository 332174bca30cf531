package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.explorer.ExplorationSettings;
import dev.tarn.explorer.ExplorationSettings.MinimaSearch.MinimaMethod;
import dev.tarn.explorer.ExplorationSettings.SaddleSearch.SaddleMethod;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFileTests {

  private static RunFile read(String text) {
    return RunFile.of(text, "run.yaml", Path.of(""), RunFileTests.class.getClassLoader());
  }

  @Test
  void twoKeysAreEnough() {
    ExplorationSettings settings =
        read("landscape: lj8\npotential: {name: lennard-jones, atoms: 8}\n").settings();
    ExplorationSettings defaults = ExplorationSettings.of("lj8", settings.potential());
    assertThat(settings).isEqualTo(defaults);
    assertThat(settings.potential().potential().dimension()).isEqualTo(24);
  }

  @Test
  void everyKeyIsUnderstood() {
    ExplorationSettings settings =
        read("""
                landscape: m7
                potential:
                  name: morse
                  atoms: 7
                  rho: 6
                seed: 42
                threads: 2
                round: 10
                until: {coverage: 0.99, time: 60s, rounds: 5, energyCalls: 1e6, minima: 3,
                        transitionStates: 4}
                minima: {method: random-starts, temperature: 1.5, step: 0.4, hops: 3}
                saddles: {methods: [single-ended], images: 9, spring: 5, bandIterations: 30}
                tolerance: {gradient: 1e-8, energy: 1e-6, distance: 1e-3}
                """)
            .settings();
    assertThat(settings.landscape()).isEqualTo("m7");
    assertThat(settings.potential().parameters()).containsEntry("rho", 6.0);
    assertThat(settings.seed()).isEqualTo(42);
    assertThat(settings.threads()).isEqualTo(2);
    assertThat(settings.roundSize()).isEqualTo(10);
    assertThat(settings.until().coverage()).hasValue(0.99);
    assertThat(settings.until().time()).contains(Duration.ofSeconds(60));
    assertThat(settings.until().rounds()).hasValue(5);
    assertThat(settings.until().energyCalls()).hasValue(1_000_000);
    assertThat(settings.until().minima()).hasValue(3);
    assertThat(settings.until().transitionStates()).hasValue(4);
    assertThat(settings.minima().method()).isEqualTo(MinimaMethod.RANDOM_STARTS);
    assertThat(settings.minima().temperature()).isEqualTo(1.5);
    assertThat(settings.minima().step()).isEqualTo(0.4);
    assertThat(settings.minima().hops()).isEqualTo(3);
    assertThat(settings.saddles().methods()).containsExactly(SaddleMethod.SINGLE_ENDED);
    assertThat(settings.saddles().images()).isEqualTo(9);
    assertThat(settings.saddles().spring()).isEqualTo(5);
    assertThat(settings.saddles().bandIterations()).isEqualTo(30);
    assertThat(settings.tolerance().gradient()).isEqualTo(1e-8);
    assertThat(settings.tolerance().energy()).isEqualTo(1e-6);
    assertThat(settings.tolerance().distance()).isEqualTo(1e-3);
  }

  @Test
  void onlyTheStoppingRulesThatAreWrittenHold() {
    ExplorationSettings settings =
        read("landscape: a\npotential: mueller-brown\nuntil: {time: 5m}\n").settings();
    assertThat(settings.until().coverage()).isEmpty();
    assertThat(settings.until().time()).contains(Duration.ofMinutes(5));
  }

  @Test
  void theCommandLineChangesAnyKeyAndNamesTheLandscapeItself() {
    RunFile file =
        RunFile.ofPotential("lennard-jones", RunFileTests.class.getClassLoader())
            .with("atoms", "8")
            .with("until.rounds", "3")
            .withOption("seed", "7");
    ExplorationSettings settings = file.settings();
    assertThat(settings.landscape()).isEqualTo("lennard-jones-8-3");
    assertThat(settings.seed()).isEqualTo(7);
    assertThat(settings.until().rounds()).hasValue(3);
    assertThat(file.text())
        .isEqualTo("potential: {name: lennard-jones, atoms: 8}\nuntil: {rounds: 3}\nseed: 7\n");
    assertThat(read(file.text()).settings().potential().parameters())
        .isEqualTo(settings.potential().parameters());
    assertThat(file.withOption("landscape", "x").settings().landscape()).isEqualTo("x");
    assertThatThrownBy(() -> file.with("atoms", "many").settings())
        .hasMessage(
            "--set atoms: potential lennard-jones: expected a whole number for atoms, found many");
    assertThatThrownBy(() -> file.withOption("seed", "x").settings())
        .hasMessageStartingWith("--seed: seed: expected a whole number");
  }

  /** Each: the run file, with {@code /} for line feeds, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "potential: {name: lennard-jones}"
            + "| line 1: potential lennard-jones: expected atoms (number of atoms), found nothing",
        "landscape: a/potential: {name: lennard-jones, atoms: 1}"
            + "| line 2: potential lennard-jones: expected atoms from 2 to 10000, found 1",
        "landscape: a/potential:/  name: lennard-jones/  atoms: eight"
            + "| line 4: potential lennard-jones: expected a whole number for atoms, found eight",
        "landscape: a/potential:/  name: lennard-jones/  atoms: -3"
            + "| line 4: potential lennard-jones: expected atoms from 2 to 10000, found -3",
        "landscape: a/potential:/  name: morse/  atoms: 7/  rho: .nan"
            + "| line 5: potential morse: expected rho from 0.1 to 100, found NaN",
        "landscape: a/potential: {name: lenard-jones, atoms: 8}"
            + "| line 2: unknown potential lenard-jones; did you mean lennard-jones?"
            + "; `tarn systems` lists them",
        "landscape: a/potential: {name: lennard-jones, atom: 8}"
            + "| line 2: potential lennard-jones: unknown parameter atom; did you mean atoms?"
            + "; it has atoms, dimension",
        "landscape: a"
            + "| line 1: expected a key potential (such as {name: lennard-jones, atoms: 8};"
            + " tarn systems lists them), found none",
        "landscape: a/potentail: {name: lennard-jones}"
            + "| line 2: unknown key potentail; did you mean potential?",
        "landscape: a/potential: {atoms: 8}"
            + "| line 2: potential: expected either a name or a class, found neither",
        "landscape: a b/potential: mueller-brown"
            + "| line 1: landscape: expected a name of letters, digits, '.', '_' and '-', found a b",
        "landscape: a/potential: mueller-brown/untill: {time: 5s}"
            + "| line 3: unknown key untill; did you mean until?",
        "landscape: a/potential: mueller-brown/until: {coverage: 1.5}"
            + "| line 3: until.coverage: expected a number above 0 and below 1, found 1.5",
        "landscape: a/potential: mueller-brown/minima: {temperature: -1}"
            + "| line 3: minima.temperature: expected a number from 0 to 1000000000, found -1",
        "landscape: a/potential: mueller-brown/threads: 0"
            + "| line 3: threads: expected a whole number from 1 to 4096, found 0",
        "landscape: a/potential: {class: no.such.Potential}"
            + "| line 2: potential.class: no class no.such.Potential found;"
            + " name its jar with --classpath",
        "just words"
            + "| line 1: expected keys and values (landscape, potential, ...), found just words",
      })
  void whatIsWrongIsSaidInOneLine(String text, String message) {
    assertThatThrownBy(() -> read(text.replace('/', '\n')).settings())
        .isInstanceOf(CommandException.class)
        .hasMessage("run.yaml " + message);
  }
}
