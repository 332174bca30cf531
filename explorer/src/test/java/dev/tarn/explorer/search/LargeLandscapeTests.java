package dev.tarn.explorer.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.linear.Lanczos;
import dev.tarn.explorer.search.linear.NewtonKrylov;
import dev.tarn.explorer.search.linear.Tridiagonal;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.saddle.TransitionStateSearch;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.clusters.LennardJones;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Searches that know the Hessian by its products only, against those that form it. */
class LargeLandscapeTests {

  private static TanhNetwork network(int inputs, int hidden, double lambda) {
    SplittableRandom random = new SplittableRandom(3);
    double[][] rows = new double[80][inputs];
    int[] labels = new int[rows.length];
    double[] centre = new double[3 * inputs];
    NormalDeviates.fill(random, centre);
    for (int r = 0; r < rows.length; r++) {
      NormalDeviates.fill(random, rows[r]);
      labels[r] = r % 3;
      for (int i = 0; i < inputs; i++) {
        // A third of the inputs never matters.
        rows[r][i] = i % 3 == 0 ? 0 : 0.6 * rows[r][i] + 0.4 * centre[3 * i + labels[r]];
      }
    }
    return new TanhNetwork(rows, labels, hidden, 3, lambda);
  }

  /** 18 x 18 sites whose wells lie at -1 and 1. */
  private static Potential phiFour(double coupling) {
    return PotentialCatalogue.standard()
        .create(
            "phi4",
            Map.of(
                "shape",
                List.of(18, 18),
                "J",
                coupling,
                "lambda",
                6.0,
                "mu2",
                1.0,
                "boundary",
                "periodic",
                "copies",
                "all"))
        .potential();
  }

  private static HessianProduct diagonal(double... values) {
    return (vector, product) -> {
      for (int i = 0; i < vector.length; i++) {
        product[i] = values[i] * vector[i];
      }
    };
  }

  @Test
  void lanczosFindsTheWholeSpectrumOfASmallMatrix() {
    double[] values = {-2, -0.5, 0.1, 1, 3, 70};
    double[] start = {1, 1, 1, 1, 1, 1};
    Lanczos lanczos = new Lanczos(6);
    lanczos.begin(diagonal(values), start, new double[0], 0);
    boolean more = true;
    while (more) {
      more = lanczos.extend();
    }
    Tridiagonal ritz = lanczos.ritzVectors();
    assertThat(ritz.values()).containsExactly(values, within(1e-12));
    double[] vector = new double[6];
    lanczos.ritzVector(ritz, 1, vector);
    assertThat(Math.abs(vector[1])).isCloseTo(1, within(1e-12));
  }

  @Test
  void newtonStepsSolveIndefiniteSystemsAndCountNegativeEigenvalues() {
    double[] values = {-1, 0.5, 1, 1, 1, 40};
    double[] gradient = {1, -2, 3, 1, 1, 5};
    double[] step = new double[6];
    NewtonKrylov newton = new NewtonKrylov(6);
    assertThat(newton.solve(diagonal(values), gradient, new double[0], 0, 1e-12, 1, step)).isTrue();
    assertThat(newton.negative()).isEqualTo(1);
    for (int i = 0; i < 6; i++) {
      assertThat(step[i]).isCloseTo(gradient[i] / values[i], within(1e-11));
    }
    assertThat(newton.solve(diagonal(values), gradient, new double[0], 0, 1e-12, 0, step))
        .isFalse();
    newton.lowestDirection(step);
    double curvature = 0;
    for (int i = 0; i < 6; i++) {
      curvature += values[i] * step[i] * step[i];
    }
    assertThat(curvature).isNegative();
  }

  /** Equal eigenvalues show once in a Lanczos process; all of them must be counted. */
  @Test
  void analysisCountsEqualNegativeEigenvalues() {
    // Without coupling every site is -a, 0 or a on its own; those at 0 have curvature -mu^2.
    Potential lattice = phiFour(0.0);
    double[] x = new double[324];
    Arrays.fill(x, 1);
    x[7] = 0;
    x[100] = 0;
    x[311] = 0;
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(lattice, x, HessianUse.PRODUCTS);
    assertThat(analysis.index()).isEqualTo(3);
    assertThat(analysis.unexpectedZeroEigenvalues()).isZero();
    assertThat(analysis.logDetHessian()).isCloseTo(321 * Math.log(2), within(1e-8));
  }

  @Test
  void analysisAgreesWithTheExactOneOnANetwork() {
    TanhNetwork network = network(60, 8, 0.005);
    assertThat(network.dimension()).isGreaterThan(500);
    double[] x = new double[network.dimension()];
    network.randomStart(new SplittableRandom(1), x);
    Quench quench = new Quench(network);
    assertThat(quench.run(x, Limits.of(1e-9, 1))).isEqualTo(Ending.CONVERGED);
    assertThat(quench.rmsGradient()).isLessThan(1e-9);
    agree(network, x, 0);

    TransitionStateSearch following = TransitionStateSearch.of(network);
    double[] noise = new double[x.length];
    SplittableRandom random = new SplittableRandom(2);
    int found = 0;
    for (int trial = 0; trial < 4; trial++) {
      double[] y = x.clone();
      NormalDeviates.fill(random, noise);
      Vectors.add(y, 0.1, noise);
      NormalDeviates.fill(random, noise);
      if (following.run(y, noise, TransitionStateSearch.Limits.of(1e-9, 1)) == Ending.CONVERGED) {
        assertThat(following.rmsGradient()).isLessThan(1e-9);
        found += StationaryPointAnalysis.of(network, y, HessianUse.PRODUCTS).index() == 1 ? 1 : 0;
        agree(network, y, StationaryPointAnalysis.of(network, y, HessianUse.PRODUCTS).index());
      }
    }
    assertThat(found).isGreaterThanOrEqualTo(2);
  }

  private static void agree(Potential potential, double[] x, int index) {
    StationaryPointAnalysis exact = StationaryPointAnalysis.of(potential, x, HessianUse.FORMED);
    StationaryPointAnalysis estimate =
        StationaryPointAnalysis.of(potential, x, HessianUse.PRODUCTS);
    assertThat(estimate.index()).isEqualTo(exact.index()).isEqualTo(index);
    assertThat(estimate.unexpectedZeroEigenvalues()).isEqualTo(exact.unexpectedZeroEigenvalues());
    assertThat(estimate.lowestEigenvalue())
        .isCloseTo(exact.lowestEigenvalue(), within(1e-3 * Math.abs(exact.lowestEigenvalue())));
    assertThat(Math.abs(estimate.logDetHessian() - exact.logDetHessian()))
        .isLessThan(4 * estimate.logDetError() + 0.01);
    assertThat(estimate.logDetError()).isLessThan(0.01 * x.length);
    if (index == 1) {
      double overlap = Vectors.dot(exact.lowestMode(), estimate.lowestMode());
      assertThat(Math.abs(overlap)).isGreaterThan(0.999);
    }
  }

  /** LJ38 with products where the Hessian would usually be formed. */
  @Test
  void zeroModesStayOutOfKrylovSpaces() {
    LennardJones potential = new LennardJones(38, 3);
    Quench quench = new Quench(potential, HessianUse.PRODUCTS);
    TransitionStateSearch following = TransitionStateSearch.of(potential, HessianUse.PRODUCTS);
    Limits limits = Limits.of(1e-9, potential.lengthScale());
    SplittableRandom random = new SplittableRandom(12);
    double[] x = new double[114];
    double[] noise = new double[114];
    int minima = 0;
    int saddles = 0;
    for (int trial = 0; trial < 10; trial++) {
      potential.randomStart(random, x);
      if (quench.run(x, limits) != Ending.CONVERGED) {
        continue;
      }
      assertThat(quench.rmsGradient()).isLessThan(1e-9);
      agreeOnIndex(potential, x);
      minima++;
      NormalDeviates.fill(random, noise);
      Vectors.add(x, 0.1, noise);
      NormalDeviates.fill(random, noise);
      if (following.run(x, noise, TransitionStateSearch.Limits.of(1e-9, potential.lengthScale()))
          == Ending.CONVERGED) {
        assertThat(following.rmsGradient()).isLessThan(1e-9);
        agreeOnIndex(potential, x);
        saddles += StationaryPointAnalysis.of(potential, x, HessianUse.FORMED).index() == 1 ? 1 : 0;
      }
    }
    assertThat(minima).isGreaterThanOrEqualTo(6);
    assertThat(saddles).isGreaterThanOrEqualTo(4);
  }

  private static void agreeOnIndex(Potential potential, double[] x) {
    StationaryPointAnalysis exact = StationaryPointAnalysis.of(potential, x, HessianUse.FORMED);
    StationaryPointAnalysis estimate =
        StationaryPointAnalysis.of(potential, x, HessianUse.PRODUCTS);
    assertThat(estimate.index()).isEqualTo(exact.index());
    assertThat(estimate.unexpectedZeroEigenvalues()).isZero();
    assertThat(Math.abs(estimate.logDetHessian() - exact.logDetHessian()))
        .isLessThan(4 * estimate.logDetError() + 0.01);
  }

  @Test
  void aQuenchThatStartsNearASaddleLeavesIt() {
    Potential lattice = phiFour(0.1);
    double[] x = new double[324];
    Quench quench = new Quench(lattice);
    assertThat(quench.run(x, Limits.of(1e-9, 1))).isNotEqualTo(Ending.BLEW_UP);
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1e-12 * random.nextDouble();
    }
    assertThat(quench.run(x, Limits.of(1e-9, 1))).isEqualTo(Ending.CONVERGED);
    assertThat(StationaryPointAnalysis.of(lattice, x, HessianUse.FORMED).index()).isZero();
  }

  @Test
  void productsAreCountedAsEnergyCalls() {
    CountingPotential counted = new CountingPotential(network(20, 4, 0.01));
    double[] x = new double[counted.dimension()];
    HessianProduct product = counted.hessianAt(x);
    product.times(x, new double[x.length]);
    product.times(x, new double[x.length]);
    assertThat(counted.energyCalls()).isEqualTo(2);
    assertThat(counted.hessianCalls()).isZero();
  }
}
