package dev.tarn.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CoverageTests {

  @Test
  void estimatesFollowFromTheCountsOfCounts() {
    // Six members with hits 1 1 1 2 5 10: n = 20, f1 = 3, f2 = 1; the zero was imported.
    Coverage coverage = Coverage.ofHits(new long[] {1, 1, 1, 2, 5, 10, 0, 99}, 7);
    assertThat(coverage.species()).isEqualTo(6);
    assertThat(coverage.hits()).isEqualTo(20);
    assertThat(coverage.goodTuring()).isEqualTo(1 - 3.0 / 20);
    assertThat(coverage.unseenLowerBound()).isEqualTo(3 * 2 / (2 * 2.0));
    double spread = Math.sqrt(3 * (1 - 3 / 20.0) + 2);
    assertThat(coverage.lowerLimit()).isCloseTo(1 - (3 + 1.645 * spread + 3) / 20, within(1e-15));
  }

  @Test
  void withoutHitsNothingIsCovered() {
    Coverage none = Coverage.ofHits(new long[0], 0);
    assertThat(none.goodTuring()).isNaN();
    assertThat(none.lowerLimit()).isZero();
    assertThat(none.unseenLowerBound()).isZero();
  }

  @Test
  void theLowerLimitHoldsInMostSamplesOfAKnownPopulation() {
    // 40 members with probabilities falling off as 1 / k; the coverage of a sample is the sum of
    // the
    // probabilities of the members in it. The limit claims 95 %.
    java.util.SplittableRandom random = new java.util.SplittableRandom(3);
    double[] cumulative = new double[40];
    double sum = 0;
    for (int k = 0; k < 40; k++) {
      sum += 1.0 / (k + 1);
      cumulative[k] = sum;
    }
    int held = 0;
    for (int trial = 0; trial < 400; trial++) {
      long[] hits = new long[40];
      for (int draw = 0; draw < 300; draw++) {
        double u = random.nextDouble() * sum;
        int k = 0;
        while (cumulative[k] < u) {
          k++;
        }
        hits[k]++;
      }
      double covered = 0;
      for (int k = 0; k < 40; k++) {
        covered += hits[k] > 0 ? 1.0 / (k + 1) / sum : 0;
      }
      held += Coverage.ofHits(hits, 40).lowerLimit() <= covered ? 1 : 0;
    }
    assertThat(held).isGreaterThan(380);
  }

  @Test
  void theIntervalOfTheUnseenIsThatOfTheLiterature() {
    // f1 = 20, f2 = 10: bound 20 * 19 / 22; variance 10 (0.25 * 16 + 8 + 0.5 * 4) = 140.
    Coverage coverage = new Coverage(80, 1000, 20, 10);
    double bound = 380.0 / 22;
    double factor = Math.exp(1.96 * Math.sqrt(Math.log(1 + 140 / (bound * bound))));
    assertThat(coverage.unseenInterval()[0]).isCloseTo(bound / factor, within(1e-12));
    assertThat(coverage.unseenInterval()[1]).isCloseTo(bound * factor, within(1e-12));
    assertThat(new Coverage(80, 1000, 0, 10).unseenInterval()).containsExactly(0, 0);
    double[] withoutPairs = new Coverage(80, 1000, 5, 0).unseenInterval();
    assertThat(withoutPairs[0]).isBetween(0.1, 10.0);
    assertThat(withoutPairs[1]).isGreaterThan(10);
  }
}
