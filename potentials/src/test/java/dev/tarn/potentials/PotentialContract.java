package dev.tarn.potentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every potential must satisfy, at seeded random points. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class PotentialContract {
  private static final int POINTS = 20;

  /** The potentials that are tested. */
  protected abstract Stream<Potential> potentials();

  /** A potential of the catalogue. */
  protected static Potential made(String name, Map<String, Object> parameters) {
    return PotentialCatalogue.standard().create(name, parameters).potential();
  }

  /** A random start spread out so that no pair of atoms is on the steepest part of its wall. */
  private static double[] point(Potential potential, SplittableRandom random) {
    double[] x = new double[potential.dimension()];
    double[] g = new double[x.length];
    for (int tries = 0; tries < 10_000; tries++) {
      potential.randomStart(random, x);
      if (potential.energyAndGradient(x, g) < 100) {
        return x;
      }
    }
    throw new AssertionError("no start of moderate energy for " + potential);
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void gradientIsTheDerivativeOfTheEnergy(Potential potential) {
    SplittableRandom random = new SplittableRandom(11);
    int n = potential.dimension();
    double[] g = new double[n];
    for (int k = 0; k < POINTS; k++) {
      double[] x = point(potential, random);
      potential.energyAndGradient(x, g);
      double size = 1;
      for (double t : g) {
        size = Math.max(size, Math.abs(t));
      }
      for (int i = 0; i < n; i++) {
        double[] up = x.clone();
        double[] down = x.clone();
        double h = 1e-5;
        up[i] += h;
        down[i] -= h;
        double first = (potential.energy(up) - potential.energy(down)) / (up[i] - down[i]);
        up[i] = x[i] + 2 * h;
        down[i] = x[i] - 2 * h;
        double second = (potential.energy(up) - potential.energy(down)) / (up[i] - down[i]);
        assertThat((4 * first - second) / 3)
            .as("%s component %d", potential.getClass().getSimpleName(), i)
            .isCloseTo(g[i], within(2e-7 * size));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void hessianIsTheDerivativeOfTheGradient(Potential potential) {
    SplittableRandom random = new SplittableRandom(12);
    int n = potential.dimension();
    double[] exact = new double[n * n];
    double[] differences = new double[n * n];
    for (int k = 0; k < POINTS; k++) {
      double[] x = point(potential, random);
      potential.hessian(x, exact);
      CentralDifferences.hessian(potential, x, differences);
      double size = 1;
      for (double t : exact) {
        size = Math.max(size, Math.abs(t));
      }
      for (int i = 0; i < n * n; i++) {
        assertThat(exact[i])
            .as("%s element %d", potential.getClass().getSimpleName(), i)
            .isCloseTo(differences[i], within(1e-6 * size));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void energyAloneIsTheEnergyWithTheGradient(Potential potential) {
    SplittableRandom random = new SplittableRandom(13);
    double[] x = point(potential, random);
    assertThat(potential.energy(x)).isEqualTo(potential.energyAndGradient(x, new double[x.length]));
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void energyDoesNotChangeAlongZeroModes(Potential potential) {
    SplittableRandom random = new SplittableRandom(14);
    int n = potential.dimension();
    double[] basis = new double[potential.symmetry().zeroModes() * n];
    double[] g = new double[n];
    for (int k = 0; k < POINTS; k++) {
      double[] x = point(potential, random);
      potential.energyAndGradient(x, g);
      int rows = potential.symmetry().zeroModeBasis(x, basis);
      assertThat(rows).isEqualTo(potential.symmetry().zeroModes());
      for (int a = 0; a < rows; a++) {
        double along = 0;
        for (int i = 0; i < n; i++) {
          along += basis[a * n + i] * g[i];
        }
        assertThat(along).isCloseTo(0, within(1e-9 * (1 + Math.sqrt(norm(g)))));
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int i = 0; i < n; i++) {
            dot += basis[a * n + i] * basis[b * n + i];
          }
          assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-13));
        }
      }
    }
  }

  private static double norm(double[] g) {
    double sum = 0;
    for (double t : g) {
      sum += t * t;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void alignedCopiesHaveTheSameEnergyAndFingerprint(Potential potential) {
    SplittableRandom random = new SplittableRandom(15);
    for (int k = 0; k < 5; k++) {
      double[] x = point(potential, random);
      double[] y = point(potential, random);
      double[] copy = potential.symmetry().align(y, x);
      double energy = potential.energy(x);
      assertThat(potential.energy(copy)).isCloseTo(energy, within(1e-9 * (1 + Math.abs(energy))));
      assertThat(potential.symmetry().same(x, copy, 1e-6)).isTrue();
      double[] print = potential.symmetry().fingerprint(x);
      double[] other = potential.symmetry().fingerprint(copy);
      for (int i = 0; i < print.length; i++) {
        assertThat(other[i]).isCloseTo(print[i], within(1e-9));
      }
      // The aligned copy is not farther from the reference than the original was.
      assertThat(squaredDistance(y, copy)).isLessThanOrEqualTo(squaredDistance(y, x) + 1e-9);
    }
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("potentials")
  void keptFormOfAPointIsTheSamePoint(Potential potential) {
    SplittableRandom random = new SplittableRandom(16);
    int n = potential.dimension();
    for (int k = 0; k < 5; k++) {
      double[] x = point(potential, random);
      if (potential.symmetry().zeroModes() == 0) {
        for (int i = 0; i < n; i++) {
          x[i] *= 5;
        }
      }
      double[] kept = x.clone();
      potential.retract(kept);
      double energy = potential.energy(x);
      assertThat(potential.energy(kept)).isCloseTo(energy, within(1e-12 * (1 + Math.abs(energy))));
      assertThat(potential.symmetry().same(x, kept, 1e-9)).isTrue();
      double[] again = kept.clone();
      potential.retract(again);
      for (int i = 0; i < n; i++) {
        assertThat(again[i]).isCloseTo(kept[i], within(1e-14 * (1 + Math.abs(kept[i]))));
      }
    }
  }

  /** What a class computes itself it says by its type, and what it only inherits it does not. */
  @ParameterizedTest
  @MethodSource("potentials")
  void capabilitiesAreDeclaredWhereMethodsAreImplemented(Potential potential) {
    assertThat(potential.capability(ExactHessian.class).isPresent())
        .isEqualTo(implementsIts(potential, "hessian", double[].class, double[].class));
    assertThat(potential.capability(HessianProducts.class).isPresent())
        .isEqualTo(implementsIts(potential, "hessianAt", double[].class));
    assertThat(potential.capability(Bounded.class).isPresent())
        .isEqualTo(implementsIts(potential, "objection", double[].class));
  }

  private static boolean implementsIts(Potential potential, String name, Class<?>... parameters) {
    try {
      return potential.getClass().getMethod(name, parameters).getDeclaringClass()
          != Potential.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** A product is a column of the Hessian, exact or not. */
  @ParameterizedTest
  @MethodSource("potentials")
  void productsAreThoseOfTheHessian(Potential potential) {
    SplittableRandom random = new SplittableRandom(18);
    int n = potential.dimension();
    double[] hessian = new double[n * n];
    double[] vector = new double[n];
    double[] product = new double[n];
    double[] x = point(potential, random);
    potential.hessian(x, hessian);
    for (int i = 0; i < n; i++) {
      vector[i] = random.nextDouble() - 0.5;
    }
    potential.hessianAt(x).times(vector, product);
    double size = 1;
    for (double t : hessian) {
      size = Math.max(size, Math.abs(t));
    }
    for (int i = 0; i < n; i++) {
      double expected = 0;
      for (int j = 0; j < n; j++) {
        expected += hessian[i * n + j] * vector[j];
      }
      assertThat(product[i]).isCloseTo(expected, within(1e-6 * size));
    }
  }

  /** Finite differences of the Hessian never exceed the bound that a census relies on. */
  @ParameterizedTest
  @MethodSource("potentials")
  void hessianChangesNoFasterThanItsBound(Potential potential) {
    SplittableRandom random = new SplittableRandom(17);
    int n = potential.dimension();
    double[] here = new double[n * n];
    double[] there = new double[n * n];
    double radius = 0.3;
    for (int k = 0; k < POINTS; k++) {
      double[] x = point(potential, random);
      java.util.OptionalDouble bound = potential.hessianLipschitz(x, radius);
      if (bound.isEmpty()) {
        return;
      }
      double[] y = x.clone();
      double[] step = new double[n];
      double squared = 0;
      for (int i = 0; i < n; i++) {
        step[i] = random.nextDouble() - 0.5;
        squared += step[i] * step[i];
      }
      double length = radius * random.nextDouble();
      for (int i = 0; i < n; i++) {
        y[i] += length * step[i] / Math.sqrt(squared);
      }
      potential.hessian(x, here);
      potential.hessian(y, there);
      for (int i = 0; i < n * n; i++) {
        here[i] -= there[i];
      }
      assertThat(spectralNorm(here, n)).isLessThanOrEqualTo(bound.getAsDouble() * length);
    }
  }

  /** By the power method on the square: a lower bound that comes near. */
  private static double spectralNorm(double[] matrix, int n) {
    double[] v = new double[n];
    java.util.Arrays.fill(v, 1 / Math.sqrt(n));
    double norm = 0;
    for (int pass = 0; pass < 60; pass++) {
      double[] image = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          image[i] += matrix[i * n + j] * v[j];
        }
      }
      norm = Math.sqrt(norm(image));
      for (int i = 0; i < n; i++) {
        v[i] = norm == 0 ? 0 : image[i] / norm;
      }
    }
    return norm;
  }
}
