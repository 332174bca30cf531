package dev.tarn.potentials.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KnownPointsTests {

  @Test
  void findsWhatAScanOverAllPointsFinds() {
    SplittableRandom random = new SplittableRandom(17);
    double energyTolerance = 1e-3;
    double distance = 0.01;
    KnownPoints points = new KnownPoints(Symmetry.none(), energyTolerance, distance);
    for (int k = 0; k < 3000; k++) {
      // Few different energies and coordinates, so that near misses are common.
      double energy = random.nextInt(20) * 0.0007;
      double[] x = {random.nextInt(12) * 0.008, random.nextInt(12) * 0.008};
      int scanned = -1;
      for (int at = 0; at < points.size() && scanned < 0; at++) {
        if (Math.abs(points.energy(at) - energy) <= energyTolerance
            && Math.abs(points.coordinates(at)[0] - x[0]) <= distance
            && Math.abs(points.coordinates(at)[1] - x[1]) <= distance) {
          scanned = at;
        }
      }
      assertThat(points.find(energy, x)).isEqualTo(scanned);
      if (scanned < 0) {
        points.add(energy, x);
      }
    }
    assertThat(points.size()).isGreaterThan(50);
  }
}
