package dev.tarn.explorer.walks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes the most weakly bound atoms off a cluster and puts them, one after the other, on free
 * places of low energy.
 *
 * <p>How many atoms and which places is left to chance, in favour of few atoms and low places. A
 * relative of the angular moves of Wales and Doye (1997), who put weakly bound atoms anywhere on a
 * sphere; places that have neighbours to offer are accepted more often.
 */
final class SurfaceMove implements Move {
  /** Of the atoms at the most this fraction moves. */
  private static final double LARGEST_FRACTION = 0.25;

  private final int atoms;
  private final AtomBinding binding;
  private final SurfacePlaces places;

  SurfaceMove(int atoms, double scale) {
    this.atoms = atoms;
    binding = new AtomBinding(scale);
    places = new SurfacePlaces(scale, binding);
  }

  @Override
  public boolean apply(double[] minimum, double size, SplittableRandom random, double[] next) {
    double[] energies = new double[atoms];
    Integer[] order = new Integer[atoms];
    for (int i = 0; i < atoms; i++) {
      order[i] = i;
      // A little noise in the order lets atoms of equal binding take turns.
      energies[i] =
          binding.at(minimum, 3 * i, minimum, atoms, i) * (0.8 + 0.4 * random.nextDouble());
    }
    Arrays.sort(order, (a, b) -> Double.compare(energies[a], energies[b]));
    int most = Math.max(1, (int) (LARGEST_FRACTION * atoms));
    int moved = 1;
    while (moved < most && random.nextDouble() < 0.7) {
      moved++;
    }
    for (int k = 0; k < atoms; k++) {
      System.arraycopy(minimum, 3 * order[k], next, 3 * k, 3);
    }
    for (int k = atoms - moved; k < atoms; k++) {
      places.find(next, k);
      int rank = 0;
      while (rank < places.size() && random.nextDouble() < 0.6) {
        rank++;
      }
      int place = places.ofRank(rank);
      if (place < 0) {
        return false;
      }
      places.copy(place, next, 3 * k);
    }
    return true;
  }
}
