package dev.tarn.potentials.lattices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The XY ring solved exactly. At a stationary point every bond has the same sine, so each bond is a
 * or pi - a; with k bonds of the second kind (N - 2 k) a = flux - k pi modulo 2 pi.
 */
class XyRingTests {

  private static XyModel ring(int sites, String boundary, double flux, String copies) {
    return (XyModel)
        PotentialCatalogue.standard()
            .create(
                "xy", Map.of("shape", sites, "boundary", boundary, "flux", flux, "copies", copies))
            .potential();
  }

  /** All isolated points, each once: k < N / 2 names every pair (k, a), (N - k, pi - a) once. */
  private static List<double[]> points(int sites, double twist) {
    List<double[]> points = new ArrayList<>();
    for (int flipped = 0; flipped < 1 << sites; flipped++) {
      int k = Integer.bitCount(flipped);
      int straight = sites - 2 * k;
      for (int turn = 0; turn < straight; turn++) {
        double a = (twist - k * Math.PI + 2 * Math.PI * turn) / straight;
        if (Math.abs(Math.cos(a)) < 1e-9) {
          // Here a = pi - a: the point is on the continuous family or singular by itself.
          continue;
        }
        double[] x = new double[sites - 1];
        double angle = 0;
        for (int bond = 0; bond < sites - 1; bond++) {
          angle += (flipped >> bond & 1) != 0 ? Math.PI - a : a;
          x[bond] = angle;
        }
        points.add(x);
      }
    }
    return points;
  }

  private static long binomial(int n, int k) {
    return k == 0 ? 1 : binomial(n, k - 1) * (n - k + 1) / k;
  }

  @ParameterizedTest
  @CsvSource({
    "3, periodic, 0, 6", "3, antiperiodic, 0, 6", "3, periodic, 0.7, 6",
    "4, periodic, 0.7, 12", "4, antiperiodic, 0, 12", "4, periodic, 0, 2",
    "5, periodic, 0, 30", "5, antiperiodic, 0, 30", "5, periodic, -1.1, 30",
    "6, periodic, 0, 60", "6, periodic, 0.7, 60", "6, antiperiodic, 0, 16",
    "7, periodic, 0, 140", "7, antiperiodic, 0, 140", "7, periodic, 0.7, 140",
    "8, periodic, 0, 94", "8, antiperiodic, 0, 280", "8, periodic, 0.7, 280",
  })
  void isolatedPointsAreAsManyAsPublished(int sites, String boundary, double flux, int expected) {
    XyModel all = ring(sites, boundary, flux, "all");
    XyModel one = ring(sites, boundary, flux, "one");
    double twist = flux + (boundary.equals("antiperiodic") ? Math.PI : 0);
    List<double[]> found = new ArrayList<>();
    List<double[]> orbits = new ArrayList<>();
    double[] g = new double[sites - 1];
    int characteristic = 0;
    for (double[] x : points(sites, twist)) {
      all.energyAndGradient(x, g);
      for (double component : g) {
        assertThat(component).isCloseTo(0, within(1e-13));
      }
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(all, x);
      assertThat(analysis.unexpectedZeroEigenvalues()).isZero();
      characteristic += analysis.index() % 2 == 0 ? 1 : -1;
      assertThat(found).noneMatch(y -> all.symmetry().same(x, y, 1e-6));
      found.add(x);
      if (orbits.stream().noneMatch(y -> one.symmetry().same(x, y, 1e-6))) {
        orbits.add(x);
      }
    }
    assertThat(found).hasSize(expected);
    boolean generic = all.notes().isEmpty();
    if (generic) {
      long exact = sites * binomial(sites - 1, (sites - 1) / 2);
      assertThat(found).hasSize((int) exact);
      assertThat(Math.exp(all.logStationaryPoints().orElseThrow()))
          .isCloseTo((double) exact, within(1e-9));
      assertThat(characteristic).isEqualTo(all.eulerCharacteristic().orElseThrow());
    }
    long group = one.symmetry().groupOrder().orElseThrow();
    long copies = 0;
    for (double[] x : orbits) {
      int order = one.symmetry().order(x, 1e-6);
      assertThat(group % order).isZero();
      copies += group / order;
    }
    assertThat(copies).isEqualTo(expected);
  }

  /** Each bond carries 2 pi n / N; the Hessian is positive where its cosine is. */
  @ParameterizedTest
  @CsvSource({"3, 1", "4, 1", "5, 3", "6, 3", "7, 3", "8, 3", "9, 5", "12, 5", "13, 7"})
  void minimaOfThePeriodicRingAreWindingsBelowAQuarter(int sites, int expected) {
    XyModel model = ring(sites, "periodic", 0, "all");
    int minima = 0;
    for (int winding = -(sites / 2); winding <= (sites - 1) / 2; winding++) {
      double[] x = new double[sites - 1];
      for (int i = 0; i < x.length; i++) {
        x[i] = 2 * Math.PI * winding * (i + 1) / sites;
      }
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(model, x);
      if (analysis.index() == 0 && analysis.unexpectedZeroEigenvalues() == 0) {
        minima++;
        assertThat(4 * Math.abs(winding)).isLessThan(sites);
        assertThat(model.energy(x))
            .isCloseTo(sites * (1 - Math.cos(2 * Math.PI * winding / sites)), within(1e-12));
      }
    }
    assertThat(minima).isEqualTo(expected);
  }

  @Test
  void pointsOfAContinuousFamilyHaveAnUnexpectedZeroMode() {
    XyModel model = ring(4, "periodic", 0, "all");
    double[] g = new double[3];
    for (double a = 0.1; a < 1.5; a += 0.2) {
      // Bonds a, pi - a, a, pi - a.
      double[] x = {a, Math.PI, Math.PI + a};
      model.energyAndGradient(x, g);
      assertThat(g).containsExactly(new double[3], within(1e-15));
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(model, x);
      assertThat(analysis.unexpectedZeroEigenvalues()).isEqualTo(1);
      assertThat(analysis.index()).isEqualTo(1);
    }
  }

  /**
   * Every bond a right angle: the whole Hessian vanishes, and slightly off it is pure noise, none
   * of whose eigenvalues is small beside the others. 16 isolated points at antiperiodic N = 6 and
   * 94 at periodic N = 8 leave these two out.
   */
  @ParameterizedTest
  @CsvSource({"4, periodic", "8, periodic", "6, antiperiodic"})
  void pointsWithoutAnyCurvatureAreSingular(int sites, String boundary) {
    XyModel model = ring(sites, boundary, 0, "all");
    for (double off : new double[] {0, 6e-9}) {
      double[] x = new double[sites - 1];
      for (int i = 0; i < x.length; i++) {
        x[i] = Math.PI / 2 * (i + 1) + off * Math.sin(3 * i);
      }
      StationaryPointAnalysis analysis = StationaryPointAnalysis.of(model, x);
      assertThat(analysis.unexpectedZeroEigenvalues()).isEqualTo(sites - 1);
      assertThat(analysis.index()).isZero();
    }
  }
}
