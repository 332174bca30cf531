package dev.tarn.application.runfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.application.QuestionException;
import dev.tarn.explorer.batches.BatchSettings;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.exploration.ExplorationSettings.MinimaSearch.MinimaMethod;
import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch.SaddleMethod;
import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.MoveKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        .isInstanceOf(QuestionException.class)
        .hasMessage("run.yaml " + message);
  }

  @Test
  void chainsAreUnderstood(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pair.xyz"),
        """
        2
        a pair
        LA 0 0 0
        LA 0 0 1.1
        """);
    ExplorationSettings settings =
        RunFile.of(
                """
                potential: {name: lennard-jones, atoms: 6}
                until: {energy: -12.7, arrivals: 3}
                minima: {temperature: 0.6, step: 0.3, chains: 4, replicas: 3, hottest: 2.4,
                         moves: [displacement, surface], acceptance: 0.4, patience: 70,
                         roughGradient: 1e-3, start: pair.xyz}
                saddles: {methods: []}
                """,
                "run.yaml",
                folder,
                RunFileTests.class.getClassLoader())
            .settings();
    HoppingSettings chains = settings.minima().chains();
    assertThat(settings.hopsOnly()).isTrue();
    assertThat(settings.until().energy()).hasValue(-12.7);
    assertThat(settings.until().arrivals()).hasValue(3);
    assertThat(chains.walks()).isEqualTo(4);
    assertThat(chains.replicas()).isEqualTo(3);
    assertThat(chains.temperature(0)).isEqualTo(0.6);
    assertThat(chains.temperature(2)).isEqualTo(2.4);
    assertThat(chains.step()).isEqualTo(0.3);
    assertThat(chains.moves()).containsExactlyInAnyOrder(MoveKind.DISPLACEMENT, MoveKind.SURFACE);
    assertThat(chains.acceptance()).isEqualTo(0.4);
    assertThat(chains.patience()).isEqualTo(70);
    assertThat(chains.roughGradient()).isEqualTo(1e-3);
    assertThat(chains.startStructure()).containsExactly(0, 0, 0, 0, 0, 1.1);
  }

  @Test
  void chainsAloneEndWhenFiveDescentsAgree() {
    String chains =
        """
        potential: {name: lennard-jones, atoms: 9}
        minima: {chains: 2, moves: symmetrisation}
        """;
    ExplorationSettings besides = read(chains).settings();
    assertThat(besides.until()).isEqualTo(ExplorationSettings.StoppingRule.DEFAULT);
    assertThat(besides.minima().chains().patience())
        .isEqualTo(HoppingSettings.PATIENCE_WITH_SYMMETRISATION);
    assertThat(read(chains + "saddles: {methods: []}\n").settings().until().arrivals()).hasValue(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: mueller-brown}/minima: {chains: 1, moves: surface}"
            + "| line 1: minima: the move surface is for clusters of like atoms in three"
            + " dimensions, which this potential is not (mueller-brown)",
        "{name: binary-lennard-jones, atoms: 8}/minima: {chains: 1, moves: [symmetrisation]}"
            + "| line 1: minima: the move symmetrisation is for clusters of like atoms in three"
            + " dimensions, which this potential is not (binary-lennard-jones)",
        "{name: lennard-jones, atoms: 8}/minima: {chains: 1, moves: [shake]}"
            + "| line 2: minima.moves: expected one of displacement, surface, symmetrisation, found"
            + " shake",
        "{name: lennard-jones, atoms: 8}/minima: {chains: -1}"
            + "| line 2: minima.chains: expected a whole number from 0 to 10000, found -1",
      })
  void chainsThatCannotBeAreOneLine(String text, String message) {
    assertThatThrownBy(() -> read("potential: " + text.replace("/", "\n") + "\n").settings())
        .hasMessage("run.yaml " + message);
  }

  private static final String NETWORK =
      "potential: {name: neural-network, data: {generator: two-moons, points: 60, test: 0}}\n";

  @Test
  void miniBatchesAreUnderstood() {
    assertThat(read(NETWORK).settings().minima().batches()).isEqualTo(BatchSettings.NONE);
    assertThat(read(NETWORK + "minima: {batch: 20}\n").settings().minima().batches())
        .isEqualTo(BatchSettings.of(20));
    assertThat(
            read(NETWORK + "minima: {batch: 60, epochs: 3, rate: 0.01}\n")
                .settings()
                .minima()
                .batches())
        .isEqualTo(new BatchSettings(60, 3, 0.01));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{batch: 61}" + "| line 2: minima.batch: expected at most the 60 training rows, found 61",
        "{batch: -1}| line 2: minima.batch: expected a whole number from 0 to 2147483647, found -1",
        "{batch: 10, epochs: 0}"
            + "| line 2: minima.epochs: expected a whole number from 1 to 1000000, found 0",
        "{batch: 10, rate: 0}"
            + "| line 2: minima.rate: expected a number above 0 and at most 1000000000, found 0",
        "{epochs: 5}"
            + "| line 2: minima.epochs: expected minima.batch as well, the rows of a mini-batch",
        "{batch: 0, rate: 0.1}"
            + "| line 2: minima.rate: expected minima.batch as well, the rows of a mini-batch",
      })
  void miniBatchesThatCannotBeAreOneLine(String keys, String message) {
    assertThatThrownBy(() -> read(NETWORK + "minima: " + keys + "\n").settings())
        .isInstanceOf(QuestionException.class)
        .hasMessage("run.yaml " + message);
    assertThatThrownBy(() -> read("potential: mueller-brown\nminima: {batch: 10}\n").settings())
        .hasMessage(
            "run.yaml line 2: minima.batch: expected a potential that is a mean over rows of data,"
                + " such as neural-network");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''| seed.xyz line 1: expected the number of atoms, found \"\"",
        "two//A 0 0 0| seed.xyz line 1: expected the number of atoms, found \"two\"",
        "2/c/A 0 0 0| seed.xyz: expected 2 atoms after two lines, found 1",
        "1/c/A 0 x 0| seed.xyz line 3: expected a name and three coordinates, found \"A 0 x 0\"",
        "1/c/A 0 0| seed.xyz line 3: expected a name and three coordinates, found \"A 0 0\"",
      })
  void structuresThatAreNoneAreOneLine(String text, String message, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("seed.xyz"), text.replace('/', '\n'));
    assertThatThrownBy(() -> XyzFile.read(file)).hasMessageEndingWith(message);
  }
}
