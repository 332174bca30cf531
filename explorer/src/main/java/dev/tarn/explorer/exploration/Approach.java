package dev.tarn.explorer.exploration;

import dev.tarn.explorer.exploration.SearchTask.Perturbation;

/**
 * A way to search for what is not known yet.
 *
 * @param from what a search starts at
 * @param perturbation what is perturbed
 * @param size standard deviation of the perturbation, in units of the length scale
 * @param refinements of the direction in which a search for a transition state sets out: many make
 *     it the softest mode, few leave it near a random one
 * @param climb how it goes uphill from there
 */
record Approach(Origin from, Perturbation perturbation, double size, int refinements, Climb climb) {

  /** What a search starts at. */
  enum Origin {
    /** A random point: a chain of quenches. */
    NOWHERE,
    /** A known minimum: a chain of quenches. */
    CHAIN,
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

  Approach(Origin from, Perturbation perturbation, double size, int refinements) {
    this(from, perturbation, size, refinements, Climb.LONG_STEPS);
  }

  private static Approach careful(
      Origin from, Perturbation perturbation, double size, int refinements) {
    return new Approach(from, perturbation, size, refinements, Climb.SHORT_STEPS);
  }

  /** Number of no approach. */
  static final int NONE = -1;

  private static final Approach[] ALL = {
    new Approach(Origin.NOWHERE, Perturbation.EVERYWHERE, 0, 0),
    new Approach(Origin.CHAIN, Perturbation.EVERYWHERE, 0, 0),
    new Approach(Origin.PAIR, Perturbation.EVERYWHERE, 0, 8),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.03, 8),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.06, 8),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 8),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 2),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.25, 8),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.25, 2),
    new Approach(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.4, 8),
    new Approach(Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 8),
    new Approach(Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 2),
    new Approach(Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.4, 8),
    new Approach(Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.25, 2),
    new Approach(Origin.MINIMUM, Perturbation.TWIST, 1, 8),
    new Approach(Origin.MINIMUM, Perturbation.TWIST, 1, 2),
    new Approach(Origin.MINIMUM, Perturbation.TWIST, 0.5, 8),
    new Approach(Origin.MINIMUM, Perturbation.TWIST, 0.25, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.05, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 2),
    new Approach(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.2, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.35, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.NEIGHBOURHOOD, 0.3, 8),
    new Approach(Origin.RARE_SADDLE, Perturbation.TWIST, 0.6, 8),
    new Approach(Origin.SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    new Approach(Origin.SADDLE, Perturbation.EVERYWHERE, 0.2, 8),
    new Approach(Origin.SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    new Approach(Origin.SADDLE, Perturbation.TWIST, 1, 8),
    careful(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.06, 8),
    careful(Origin.MINIMUM, Perturbation.EVERYWHERE, 0.12, 2),
    careful(Origin.MINIMUM, Perturbation.ONE_BLOCK, 0.5, 8),
    careful(Origin.MINIMUM, Perturbation.NEIGHBOURHOOD, 0.4, 8),
    careful(Origin.MINIMUM, Perturbation.TWIST, 0.5, 8),
    careful(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.1, 2),
    careful(Origin.RARE_SADDLE, Perturbation.EVERYWHERE, 0.15, 8),
    careful(Origin.RARE_SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
    careful(Origin.RARE_SADDLE, Perturbation.NEIGHBOURHOOD, 0.3, 8),
    careful(Origin.RARE_SADDLE, Perturbation.TWIST, 0.6, 8),
    careful(Origin.SADDLE, Perturbation.EVERYWHERE, 0.1, 8),
    careful(Origin.SADDLE, Perturbation.ONE_BLOCK, 0.4, 8),
  };

  /** Whether it is a chain of quenches. */
  boolean findsMinimaOnly() {
    return from == Origin.NOWHERE || from == Origin.CHAIN;
  }

  /** Number of approaches. */
  static int count() {
    return ALL.length;
  }

  /** The approach of that number. */
  static Approach of(int number) {
    return ALL[number];
  }
}
