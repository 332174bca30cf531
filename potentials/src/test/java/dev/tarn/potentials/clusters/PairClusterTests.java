package dev.tarn.potentials.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potentials.Potential;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairClusterTests {
  static Potential[] clusters() {
    return new Potential[] {new LennardJones(13, 3), new Morse(13, 6, 3), new Morse(60, 6, 2)};
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void aSharedClusterServesManyThreadsAtATime(Potential cluster) {
    Potential own = cluster.forOneThread();
    assertThat(own).isNotSameAs(cluster);
    SplittableRandom random = new SplittableRandom(4);
    int points = 16;
    double[][] x = new double[points][cluster.dimension()];
    double[][] gradients = new double[points][cluster.dimension()];
    double[] energies = new double[points];
    for (int k = 0; k < points; k++) {
      cluster.randomStart(random, x[k]);
      energies[k] = own.energyAndGradient(x[k], gradients[k]);
    }
    long wrong =
        IntStream.range(0, 4000)
            .parallel()
            .filter(
                call -> {
                  int k = call % points;
                  double[] g = new double[cluster.dimension()];
                  return cluster.energyAndGradient(x[k], g) != energies[k]
                      || !Arrays.equals(g, gradients[k]);
                })
            .count();
    assertThat(wrong).isZero();
  }
}
