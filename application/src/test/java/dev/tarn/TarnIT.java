package dev.tarn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.application.MinimaSet;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.application.kinetics.RatesQuestion;
import dev.tarn.application.runfile.RunFile;
import dev.tarn.application.runs.ExplorationAnswer;
import dev.tarn.application.runs.ExplorationRequest;
import dev.tarn.application.tree.TreeQuestion;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.landscape.Landscape;
import dev.tarn.potentials.FunctionOnBox;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarnIT {
  private static final StoppingRule FEW_ROUNDS = StoppingRule.ofRounds(3);

  @TempDir static Path folder = Path.of("");
  private static Tarn tarn;

  @BeforeAll
  static void open() {
    tarn = Tarn.open(folder.resolve("store"));
  }

  @AfterAll
  static void close() {
    tarn.close();
  }

  /** V = (x^2 - 1)^2 + y^2: minima at (-1, 0) and (1, 0), a saddle of height 1 between them. */
  private static double doubleWell(double[] x, double[] gradient) {
    double q = x[0] * x[0] - 1;
    gradient[0] = 4 * x[0] * q;
    gradient[1] = 2 * x[1];
    return q * q + x[1] * x[1];
  }

  private static Potential box() {
    return new FunctionOnBox(new double[] {-2, -2}, new double[] {2, 2}, TarnIT::doubleWell);
  }

  @Test
  void aMethodReferenceIsExploredAndAsked() {
    ExplorationAnswer found =
        tarn.explore("double-well", box(), run -> run.withUntil(FEW_ROUNDS).withThreads(2));
    assertThat(found.values().asMap())
        .containsEntry("minima", 2)
        .containsEntry("transitionStates", 1);
    Subject wells = tarn.landscape("double-well");
    double rate =
        wells
            .ask(RatesQuestion.between(MinimaSet.of(1), MinimaSet.of(2), 0.2))
            .rates()
            .get(0)
            .forward()
            .meanFirstPassageTime();
    // Curvatures 8, 2 in a well and -4, 2 at the top: k = sqrt(8 / 1) / 2 pi exp(-1 / T).
    assertThat(1 / rate).isCloseTo(Math.sqrt(8) / (2 * Math.PI) * Math.exp(-5), within(1e-8));
    Path picture = folder.resolve("wells.svg");
    wells.ask(TreeQuestion.ofAllMinima()).writeTo(picture);
    assertThat(picture).content().contains("double-well");
  }

  @Test
  void anExplorationResumesAndRefusesOtherSettings() {
    ExplorationAnswer first = tarn.explore("wells", box(), run -> run.withUntil(FEW_ROUNDS));
    ExplorationAnswer second =
        tarn.explore("wells", box(), run -> run.withUntil(StoppingRule.ofRounds(5)));
    assertThat(first.report().progress().round()).isEqualTo(3);
    assertThat(second.report().progress().round()).isEqualTo(5);
    assertThatThrownBy(
            () -> tarn.explore("wells", box(), run -> run.withUntil(FEW_ROUNDS).withSeed(7)))
        .isInstanceOf(ChangedSettingsException.class)
        .hasMessageEndingWith("seed was 1 and is now 7");
    ExplorationSettings changed = first.settings().withUntil(StoppingRule.ofRounds(6)).withSeed(7);
    ExplorationAnswer accepted =
        tarn.explore(new ExplorationRequest(changed, "", OtherSettings.ACCEPT));
    assertThat(accepted.report().progress().round()).isEqualTo(6);
  }

  @Test
  void parametersAreKeptCompleteAndTyped() {
    ExplorationAnswer unused =
        tarn.explore("lj4", "lennard-jones", Map.of("atoms", 4), run -> run.withUntil(FEW_ROUNDS));
    Landscape landscape = tarn.landscape("lj4").landscape();
    assertThat(landscape.potential()).isEqualTo("lennard-jones");
    assertThat(landscape.parameters()).containsEntry("atoms", 4L).containsEntry("dimension", 3L);
    assertThat(tarn.landscapes()).extracting(Landscape::name).contains("lj4");
  }

  @Test
  void aRunFileAndACensusGoThroughTheSameDoor() {
    RunFile file =
        RunFile.of(
            "{landscape: camel, potential: six-hump-camel, until: {rounds: 2}}",
            "text",
            folder,
            TarnIT.class.getClassLoader());
    assertThat(tarn.explore(file).values().asMap()).containsEntry("minima", 6);
    assertThat(tarn.census("ring", "xy", Map.of("shape", List.of(4)), run -> run).summary().total())
        .isPositive();
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    assertThatThrownBy(() -> tarn.explore("l", "lennard-jones", Map.of("atom", 4), run -> run))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("did you mean atoms?");
    ExplorationAnswer unused =
        tarn.explore("one-well", box(), run -> run.withUntil(StoppingRule.ofRounds(1)));
    assertThatThrownBy(() -> tarn.landscape("one-wel"))
        .isInstanceOf(QuestionException.class)
        .hasMessage("no landscape one-wel; did you mean one-well?");
    MinimaSet predicate = new MinimaSet("m.energy < 1");
    assertThatThrownBy(
            () ->
                tarn.landscape("one-well")
                    .ask(RatesQuestion.between(predicate, MinimaSet.lowest(1), 1)))
        .isInstanceOf(QuestionException.class)
        .hasMessageContaining("a predicate in Cypher needs tarn-cypher on the class path");
  }

  @Test
  void anAnonymousClassIsAPotential() {
    Potential bowl =
        new Potential() {
          @Override
          public int dimension() {
            return 1;
          }

          @Override
          public double energyAndGradient(double[] x, double[] gradient) {
            gradient[0] = 2 * x[0];
            return x[0] * x[0];
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {
            x[0] = random.nextGaussian();
          }
        };
    ExplorationAnswer found = tarn.explore("bowl", bowl, run -> run.withUntil(FEW_ROUNDS));
    assertThat(found.report().globalMinimumEnergy()).isCloseTo(0, within(1e-12));
    assertThat(tarn.landscape("bowl").landscape().potential()).isEqualTo("anonymous");
  }
}
