package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.ExplorationTask.Perturbation;
import java.util.stream.IntStream;

/**
 * A way to search for what is not known yet.
 *
 * @param id stands for it in checkpoints: unique, and never given to another approach
 * @param from what a search starts at
 * @param perturbation what is perturbed
 * @param size standard deviation of the perturbation, in units of the length scale
 * @param refinements of the direction in which a search for a transition state sets out: many make
 *     it the softest mode, few leave it near a random one
 * @param climb how it goes uphill from there
 */
record Approach(
    int id, Origin from, Perturbation perturbation, double size, int refinements, Climb climb) {

  /** What a search starts at. */
  enum Origin {
    /** A random point: a chain of quenches. */
    RANDOM_POINT,
    /** A known minimum: a chain of quenches. */
    KNOWN_MINIMUM,
    /** A pair of minima. */
    PAIR,
    /** The minimum that has had the fewest searches for the transition states it has. */
    MINIMUM,
    /** Of a few transition states the one that was found least often. */
    RARE_SADDLE,
    /** Any transition state. */
    SADDLE
  }

  /**
   * Steps of a search for a transition state. Each finds some with ease that the other hardly ever
   * finds, so both are needed.
   */
  enum Climb {
    /** Long steps along the mode get about. */
    LONG_STEPS,
    /** Short ones, aside as well, keep to the valley in which the search sets out. */
    SHORT_STEPS
  }

  Approach(int id, Origin from, Perturbation perturbation, double size, int refinements) {
    this(id, from, perturbation, size, refinements, Climb.LONG_STEPS);
  }

  private static Approach careful(
      int id, Origin from, Perturbation perturbation, double size, int refinements) {
    return new Approach(id, from, perturbation, size, refinements, Climb.SHORT_STEPS);
  }

  /** Number of no approach; numbers are positions in the table, ids are for good. */
  static final int NONE = -1;

  private static final Approach[] ALL = {
    new Approach(0, Origin.RANDOM_POINT, Perturbation.EVERYWHERE, 0, 0),
    new Approach(1, Origin.KNOWN_MINIMUM, Perturbation.EVERYWHERE, 0, 0),
    new Approach(2, Origin.PAIR, Perturbation.EVERYWHERE, 0, 8),
    new Approach(3, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.03, 8),
    new Approach(4, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.06, 8),
    new Approach(5, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 8),
    new Approach(6, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 2),
    new Approach(7, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.25, 8),
    new Approach(8, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.25, 2),
    new Approach(9, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.4, 8),
    new Approach(10, Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 8),
    new Approach(11, Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 2),
    new Approach(12, Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.4, 8),
    new Approach(13, Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.25, 2),
    new Approach(14, Origin.MINIMUM, Perturbation.TWIST, 1, 8),
    new Approach(15, Origin.MINIMUM, Perturbation.TWIST, 1, 2),
    new Approach(16, Origin.MINIMUM, Perturbation.TWIST, 0.5, 8),
    new Approach(17, Origin.MINIMUM, Perturbation.TWIST, 0.25, 8),
    new Approach(18, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.05, 8),
    new Approach(19, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    new Approach(20, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 2),
    new Approach(21, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.2, 8),
    new Approach(22, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.35, 8),
    new Approach(23, Origin.RARE_SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    new Approach(24, Origin.RARE_SADDLE, Perturbation.NEIGHBOURHOOD, 0.3, 8),
    new Approach(25, Origin.RARE_SADDLE, Perturbation.TWIST, 0.6, 8),
    new Approach(26, Origin.SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    new Approach(27, Origin.SADDLE, Perturbation.EVERYWHERE, 0.2, 8),
    new Approach(28, Origin.SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    new Approach(29, Origin.SADDLE, Perturbation.TWIST, 1, 8),
    careful(30, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.06, 8),
    careful(31, Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 2),
    careful(32, Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 8),
    careful(33, Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.4, 8),
    careful(34, Origin.MINIMUM, Perturbation.TWIST, 0.5, 8),
    careful(35, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 2),
    careful(36, Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.15, 8),
    careful(37, Origin.RARE_SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    careful(38, Origin.RARE_SADDLE, Perturbation.NEIGHBOURHOOD, 0.3, 8),
    careful(39, Origin.RARE_SADDLE, Perturbation.TWIST, 0.6, 8),
    careful(40, Origin.SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    careful(41, Origin.SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
  };

  /** Whether it is a chain of quenches. */
  boolean findsMinimaOnly() {
    return from == Origin.RANDOM_POINT || from == Origin.KNOWN_MINIMUM;
  }

  /** Number of approaches. */
  static int count() {
    return ALL.length;
  }

  /** The approach of that number. */
  static Approach of(int number) {
    return ALL[number];
  }

  /** Number of the approach with that id; {@link #NONE} if there is none. */
  static int number(int id) {
    return IntStream.range(0, ALL.length).filter(k -> ALL[k].id == id).findFirst().orElse(NONE);
  }

  /** Number of the first approach that starts there. */
  static int number(Origin from) {
    return IntStream.range(0, ALL.length).filter(k -> ALL[k].from == from).findFirst().orElse(NONE);
  }
}
