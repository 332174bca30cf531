package dev.tarn.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.minimise.EnergyFunction;
import dev.tarn.explorer.search.minimise.Lbfgs;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.minimise.SteepestDescent;
import dev.tarn.explorer.search.saddle.DoublyNudgedElasticBand;
import dev.tarn.explorer.search.saddle.TransitionStateSearch;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.clusters.Morse;
import dev.tarn.potentials.surfaces.MuellerBrown;
import dev.tarn.potentials.surfaces.SixHumpCamel;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LocalSearchTests {

  @Test
  void lbfgsSolvesTheRosenbrockFunction() {
    EnergyFunction rosenbrock =
        (x, g) -> {
          double a = 1 - x[0];
          double b = x[1] - x[0] * x[0];
          g[0] = -2 * a - 400 * x[0] * b;
          g[1] = 200 * b;
          return a * a + 100 * b * b;
        };
    double[] x = {-1.2, 1};
    Lbfgs lbfgs = new Lbfgs(2, rosenbrock, 0);
    assertThat(lbfgs.run(x, new Limits(1e-10, 0.3, 1000))).isEqualTo(Ending.CONVERGED);
    assertThat(x[0]).isCloseTo(1, within(1e-8));
    assertThat(x[1]).isCloseTo(1, within(1e-8));
    assertThat(lbfgs.steps()).isLessThan(120);
  }

  @Test
  void lbfgsReportsWhatBlewUp() {
    double[] x = {1};
    assertThat(new Lbfgs(1, (at, g) -> Double.NaN, 0).run(x, new Limits(1e-6, 0.1, 10)))
        .isEqualTo(Ending.BLEW_UP);
  }

  @Test
  void quenchFindsTheTwoMinimaOfLj6AndNothingElse() {
    LennardJones potential = new LennardJones(6, 3);
    Quench quench = new Quench(potential);
    SplittableRandom random = new SplittableRandom(4);
    double[] x = new double[18];
    for (int trial = 0; trial < 300; trial++) {
      potential.randomStart(random, x);
      Ending ending = quench.run(x, Limits.of(1e-9, potential.lengthScale()));
      if (ending != Ending.CONVERGED) {
        continue;
      }
      assertThat(quench.rmsGradient()).isLessThan(1e-9);
      double energy = quench.energy();
      assertThat(Math.min(Math.abs(energy + 12.71206226), Math.abs(energy + 12.30292753)))
          .isLessThan(1e-8);
    }
  }

  @Test
  void aQuenchThatStartsOnASaddleLeavesIt() {
    double[] x = {0, 0};
    Quench quench = new Quench(new SixHumpCamel());
    assertThat(quench.run(x, Limits.of(1e-10, 0.5))).isEqualTo(Ending.CONVERGED);
    assertThat(quench.energy()).isCloseTo(-1.0316284535, within(1e-9));
  }

  @Test
  void evaporationIsAFailureWithItsReason() {
    Potential morse = new Morse(3, 14, 3);
    double[] x = {0, 0, 0, 1, 0, 0, 9, 0, 0};
    Quench quench = new Quench(morse);
    assertThat(quench.run(x, Limits.of(1e-9, 1))).isEqualTo(Ending.OUT_OF_BOUNDS);
    assertThat(quench.objection()).isEqualTo("evaporated: 1 of 3 atoms came off");
  }

  @Test
  void notANumberEndsASearchNotTheProgram() {
    Potential broken =
        new Potential() {
          @Override
          public int dimension() {
            return 12;
          }

          @Override
          public double energyAndGradient(double[] x, double[] g) {
            java.util.Arrays.fill(g, Double.NaN);
            return Double.NaN;
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {}
        };
    assertThat(new Quench(broken).run(new double[12], Limits.of(1e-9, 1)))
        .isEqualTo(Ending.BLEW_UP);
    double[] mode = new double[12];
    mode[3] = 1;
    assertThat(
            TransitionStateSearch.of(broken)
                .run(new double[12], mode, TransitionStateSearch.Limits.of(1e-9, 1)))
        .isEqualTo(Ending.BLEW_UP);
  }

  @Test
  void convergedSaddleSearchesStandOnIndexOne() {
    LennardJones potential = new LennardJones(8, 3);
    TransitionStateSearch following = TransitionStateSearch.of(potential);
    Quench quench = new Quench(potential);
    SplittableRandom random = new SplittableRandom(6);
    double[] x = new double[24];
    double[] mode = new double[24];
    int converged = 0;
    for (int trial = 0; trial < 100; trial++) {
      potential.randomStart(random, x);
      if (quench.run(x, Limits.of(1e-6, 1.12)) != Ending.CONVERGED) {
        continue;
      }
      NormalDeviates.fill(random, mode);
      for (int i = 0; i < 24; i++) {
        x[i] += 0.15 * mode[i];
      }
      NormalDeviates.fill(random, mode);
      if (following.run(x, mode, TransitionStateSearch.Limits.of(1e-9, 1.12)) == Ending.CONVERGED) {
        converged++;
        StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
        assertThat(analysis.index()).isEqualTo(1);
        assertThat(analysis.lowestEigenvalue()).isNegative();
        assertThat(following.rmsGradient()).isLessThan(1e-9);
      }
    }
    assertThat(converged).isGreaterThan(80);
  }

  @Test
  void elasticBandLeadsToBothSaddlesOfMuellerBrown() {
    MuellerBrown potential = new MuellerBrown();
    DoublyNudgedElasticBand band = new DoublyNudgedElasticBand(potential);
    List<DoublyNudgedElasticBand.Guess> guesses =
        band.run(
            new double[] {-0.558224, 1.441726},
            new double[] {0.623499, 0.028038},
            new DoublyNudgedElasticBand.Limits(20, 10, 0.03, 200, 0.01));
    assertThat(guesses).hasSize(2);
    TransitionStateSearch following = TransitionStateSearch.of(potential);
    double[] expected = {-40.664844, -72.248940};
    for (int k = 0; k < 2; k++) {
      double[] x = guesses.get(k).coordinates();
      assertThat(
              following.run(
                  x, guesses.get(k).tangent(), TransitionStateSearch.Limits.of(1e-9, 0.3)))
          .isEqualTo(Ending.CONVERGED);
      assertThat(following.energy()).isCloseTo(expected[k], within(1e-6));
    }
  }

  /** Basins of attraction, against steps so small that nothing can go wrong. */
  @Test
  void steepestDescentEndsWhereTinyStepsEnd() {
    MuellerBrown potential = new MuellerBrown();
    SteepestDescent descent = SteepestDescent.of(potential);
    Quench quench = new Quench(potential);
    SplittableRandom random = new SplittableRandom(8);
    double[] g = new double[2];
    int leapt = 0;
    for (int trial = 0; trial < 200; trial++) {
      double[] x = {-1.5 + 2.4 * random.nextDouble(), -0.2 + 2 * random.nextDouble()};
      double[] y = x.clone();
      double[] leaping = x.clone();
      for (int k = 0; k < 20_000; k++) {
        potential.energyAndGradient(y, g);
        double h = Math.min(1e-4, 1e-3 / Math.hypot(g[0], g[1]));
        y[0] -= h * g[0];
        y[1] -= h * g[1];
      }
      Limits limits = Limits.of(1e-9, 0.3);
      quench.run(y, limits);
      double expected = quench.energy();
      assertThat(descent.run(x, 3e-4, 2000)).as("trial %d", trial).isTrue();
      quench.run(x, limits);
      assertThat(quench.energy()).as("trial %d", trial).isCloseTo(expected, within(1e-6));
      quench.run(leaping, limits);
      leapt += Math.abs(quench.energy() - expected) > 1e-6 ? 1 : 0;
    }
    // The minimiser alone does leap into other basins, which is why there is another method.
    assertThat(leapt).isGreaterThan(5);
  }

  @Test
  void analysisCountsZeroModesInsteadOfSkippingThem() {
    // A pair: one vibration, three translations, two rotations. v'' = 72 / 2^(1/3) at the minimum,
    // and the vibration along (r1 - r2) / sqrt 2 has twice that.
    double r = Math.pow(2, 1.0 / 6);
    StationaryPointAnalysis analysis =
        StationaryPointAnalysis.of(new LennardJones(2, 3), new double[] {0, 0, 0, 0, 0, r});
    assertThat(analysis.index()).isZero();
    assertThat(analysis.unexpectedZeroEigenvalues()).isZero();
    assertThat(analysis.logDetHessian()).isCloseTo(Math.log(2 * 72 / Math.cbrt(2)), within(1e-12));
  }

  @Test
  void aFlatDirectionIsReportedNotHidden() {
    // V = x^4 + y^2 at the origin: y vibrates, x is flat.
    Potential quartic =
        new Potential() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          public double energyAndGradient(double[] x, double[] g) {
            g[0] = 4 * x[0] * x[0] * x[0];
            g[1] = 2 * x[1];
            return x[0] * x[0] * x[0] * x[0] + x[1] * x[1];
          }

          @Override
          public void hessian(double[] x, double[] h) {
            h[0] = 12 * x[0] * x[0];
            h[1] = 0;
            h[2] = 0;
            h[3] = 2;
          }

          @Override
          public void randomStart(RandomGenerator random, double[] x) {}
        };
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(quartic, new double[2]);
    assertThat(analysis.index()).isZero();
    assertThat(analysis.unexpectedZeroEigenvalues()).isEqualTo(1);
    assertThat(analysis.logDetHessian()).isCloseTo(Math.log(2), within(1e-15));
  }
}
