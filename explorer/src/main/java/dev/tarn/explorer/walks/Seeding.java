package dev.tarn.explorer.walks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Makes a start from a smaller or larger cluster: missing atoms go to free places on its surface,
 * low ones first but not always, and the most weakly bound of too many atoms are left out.
 */
final class Seeding {
  private final AtomBinding binding;
  private final SurfacePlaces places;
  private final double scale;

  Seeding(double scale) {
    this.scale = scale;
    binding = new AtomBinding(scale);
    places = new SurfacePlaces(scale, binding);
  }

  /** Fills {@code x} from the atoms of {@code seed}. */
  void resize(double[] seed, double[] x, SplittableRandom random) {
    double[] kept = seed.clone();
    while (kept.length > x.length) {
      kept = withoutWeakest(kept);
    }
    System.arraycopy(kept, 0, x, 0, kept.length);
    for (int k = kept.length / 3; k < x.length / 3; k++) {
      places.find(x, k);
      int rank = 0;
      while (rank < places.size() && random.nextDouble() < 0.4) {
        rank++;
      }
      int place = places.ofRank(rank);
      if (place >= 0) {
        places.copy(place, x, 3 * k);
      } else {
        // Fewer than three neighbours: beside the last atom, away from the first.
        System.arraycopy(x, 3 * (k - 1), x, 3 * k, 3);
        x[3 * k + k % 3] += scale;
      }
    }
  }

  private double[] withoutWeakest(double[] x) {
    int atoms = x.length / 3;
    int weakest = 0;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < atoms; i++) {
      double energy = binding.at(x, 3 * i, x, atoms, i);
      if (energy > highest) {
        highest = energy;
        weakest = i;
      }
    }
    double[] rest = Arrays.copyOf(x, x.length - 3);
    System.arraycopy(x, 3 * weakest + 3, rest, 3 * weakest, rest.length - 3 * weakest);
    return rest;
  }
}
