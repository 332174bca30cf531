package dev.tarn.learning.data;

import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Classes of points in the plane that no straight line separates. */
enum PlanarPattern {
  /** Squares of a board on [-1, 1] x [-1, 1], dark and light in turn; points uniform. */
  CHECKERBOARD(0.05),
  /** Two half circles of radius 1 that interlock. */
  TWO_MOONS(0.1),
  /** Arms that wind from the centre outwards to radius 1. */
  SPIRALS(0.02);

  private final double usualNoise;

  PlanarPattern(double usualNoise) {
    this.usualNoise = usualNoise;
  }

  /** Its name in a specification. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Usual standard deviation of the noise that is added to each coordinate. */
  double usualNoise() {
    return usualNoise;
  }

  /**
   * Makes points.
   *
   * @param points how many; classes come in turn where the pattern allows it
   * @param count cells along an edge of the board, or arms
   * @param turns how often an arm winds around the centre
   * @param noise standard deviation of the noise of each coordinate, added after labelling
   */
  Dataset points(int points, int count, double turns, double noise, RandomGenerator random) {
    double[] xy = new double[2 * points];
    int[] labels = new int[points];
    double[] deviates = new double[2];
    for (int row = 0; row < points; row++) {
      labels[row] = place(row, count, turns, random, xy);
      NormalDeviates.fill(random, deviates);
      xy[2 * row] += noise * deviates[0];
      xy[2 * row + 1] += noise * deviates[1];
    }
    return Dataset.classified(List.of("x", "y"), classNames(count), xy, labels);
  }

  private List<String> classNames(int count) {
    return switch (this) {
      case CHECKERBOARD -> List.of("dark", "light");
      case TWO_MOONS -> List.of("upper", "lower");
      case SPIRALS -> {
        List<String> names = new ArrayList<>();
        for (int arm = 1; arm <= count; arm++) {
          names.add("arm " + arm);
        }
        yield names;
      }
    };
  }

  /** Puts one point without noise and says its class. */
  private int place(int row, int count, double turns, RandomGenerator random, double[] xy) {
    int at = 2 * row;
    switch (this) {
      case CHECKERBOARD -> {
        double u = random.nextDouble();
        double v = random.nextDouble();
        xy[at] = 2 * u - 1;
        xy[at + 1] = 2 * v - 1;
        return ((int) (count * u) + (int) (count * v)) % 2;
      }
      case TWO_MOONS -> {
        double angle = Math.PI * random.nextDouble();
        int moon = row % 2;
        double cosine = StrictMath.cos(angle);
        double sine = StrictMath.sin(angle);
        xy[at] = moon == 0 ? cosine : 1 - cosine;
        xy[at + 1] = moon == 0 ? sine : 0.5 - sine;
        return moon;
      }
      default -> {
        int arm = row % count;
        double along = random.nextDouble();
        double angle = 2 * Math.PI * (turns * along + (double) arm / count);
        xy[at] = along * StrictMath.cos(angle);
        xy[at + 1] = along * StrictMath.sin(angle);
        return arm;
      }
    }
  }
}
