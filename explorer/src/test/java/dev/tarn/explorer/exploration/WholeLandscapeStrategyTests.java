package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explorer.exploration.ExplorationTask.DoubleEnded;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.potentials.DelegatingPotential;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import dev.tarn.potentials.surfaces.MuellerBrown;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WholeLandscapeStrategyTests {
  private static final int MINIMA = 300;

  /** Minima from here on have no transition state. */
  private static final int JOINED = 270;

  private final SplittableRandom random = new SplittableRandom(11);
  private final ExplorationSettings settings =
      ExplorationSettings.of("x", PotentialCatalogue.standard().create("mueller-brown", Map.of()));

  /** A chain of minima in the plane, and 30 apart; where no symmetry is, prints are coordinates. */
  private ExplorationState inPieces() {
    ExplorationState known = new ExplorationState(Symmetry.none(), settings.tolerance(), 1e-6);
    for (int k = 0; k < MINIMA; k++) {
      known.restore(
          new Minimum(k + 1, random.nextDouble(), 0, 1, 1e-10, 3, place(), Observables.NONE));
    }
    for (int k = 1; k < JOINED; k++) {
      known.restore(
          new TransitionState(
              k, k + 1, k, 2 + random.nextDouble(), 0, 1, -1, 1e-10, 3, place(), Observables.NONE));
    }
    return known;
  }

  private double[] place() {
    return new double[] {random.nextDouble(), random.nextDouble()};
  }

  private static double distance(ExplorationState known, int a, int b) {
    double[] x = known.minima().coordinates(a);
    double[] y = known.minima().coordinates(b);
    return Math.hypot(x[0] - y[0], x[1] - y[1]);
  }

  /** All minima are candidates where there are no more than 400, so each bridge can be foretold. */
  @Test
  void piecesAreBridgedFromTheLowestToTheNearestThatWasNotTried() {
    ExplorationState known = inPieces();
    List<Integer> pieces =
        IntStream.range(JOINED, MINIMA)
            .boxed()
            .sorted(Comparator.comparingDouble(known.minima()::energy))
            .toList();
    for (int round = 0; round < 40; round++) {
      List<DoubleEnded> bridges = new ArrayList<>();
      for (ExplorationTask task : new WholeLandscapeStrategy(settings).propose(known, round)) {
        if (task instanceof DoubleEnded pair) {
          bridges.add(pair);
        }
      }
      // An eighth of a round, then other pairs.
      int asked = settings.roundSize() / 8;
      assertThat(bridges).hasSizeGreaterThanOrEqualTo(asked);
      for (int k = 0; k < asked; k++) {
        int from = pieces.get(k);
        OptionalInt nearest =
            IntStream.range(0, JOINED)
                .filter(m -> !known.statistics.tried(from + 1L, m + 1L))
                .boxed()
                .min(Comparator.comparingDouble(m -> distance(known, from, m)))
                .map(OptionalInt::of)
                .orElseThrow();
        assertThat(bridges.get(k).minimum()).isEqualTo(from + 1);
        assertThat(bridges.get(k).otherMinimum()).isEqualTo(nearest.getAsInt() + 1);
      }
      // No pair is searched twice, neither in this round nor later.
      for (DoubleEnded pair : bridges) {
        assertThat(known.statistics.tried(pair.minimum(), pair.otherMinimum())).isFalse();
        known.statistics.remember(pair.minimum(), pair.otherMinimum());
      }
    }
  }

  /**
   * On a sum over data a climb chooses its steps, so that a careful one would be the same again.
   */
  @Test
  void carefulClimbsAreNotForSumsOverData() {
    ExplorationState known = inPieces();
    ExplorationSettings summed =
        ExplorationSettings.of(
            "x", new PotentialSpecification("summed", Map.of(), new Summed(new MuellerBrown())));
    int careful = 0;
    for (int round = 0; round < 20; round++) {
      careful += careful(new WholeLandscapeStrategy(settings).propose(known, round));
      assertThat(careful(new WholeLandscapeStrategy(summed).propose(known, round))).isZero();
    }
    assertThat(careful).isPositive();
  }

  private static int careful(List<ExplorationTask> tasks) {
    int careful = 0;
    for (ExplorationTask task : tasks) {
      if (Approach.of(task.approach()).climb() == Approach.Climb.SHORT_STEPS) {
        careful++;
      }
    }
    return careful;
  }

  /** A surface that says it is a sum over data. */
  private static final class Summed extends DelegatingPotential implements SumOverData {
    Summed(Potential potential) {
      super(potential);
    }

    @Override
    public Potential forOneThread() {
      return new Summed(potential().forOneThread());
    }

    @Override
    public int rows() {
      return 1;
    }

    @Override
    public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
      return energyAndGradient(x, gradient);
    }
  }
}
