package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.SearchTask;
import dev.tarn.explorer.walks.ReplicaState;

/** One independent search for minima or transition states. */
public sealed interface ExplorationTask extends SearchTask {

  /**
   * Number of the approach that it belongs to, which is credited with what it finds; negative if it
   * belongs to none.
   */
  int approach();

  /**
   * A chain of quenches.
   *
   * @param seed see {@link #seed}
   * @param approach see {@link #approach}
   * @param start where it starts; empty for a random point
   * @param hops quenches
   */
  record MinimaChain(long seed, int approach, double[] start, int hops) implements ExplorationTask {
    @Override
    public String described() {
      return start.length == 0
          ? "a chain of quenches from a random start"
          : "a chain of quenches from a known minimum";
    }
  }

  /**
   * Some quenches of a walk of basin-hopping, from where the last ones ended.
   *
   * @param seed see {@link #seed}
   * @param walk number of the walk
   * @param replica number of the replica in it
   * @param state where the replica stands
   * @param temperature temperature of the replica
   * @param quenches how far to go
   */
  record Hopping(
      long seed, int walk, int replica, ReplicaState state, double temperature, int quenches)
      implements ExplorationTask {
    @Override
    public int approach() {
      return Approach.NONE;
    }

    @Override
    public String described() {
      return "basin-hopping, walk " + (walk + 1) + " replica " + (replica + 1);
    }
  }

  /**
   * A search for transition states that starts near a known point.
   *
   * @param seed see {@link #seed}
   * @param approach see {@link #approach}
   * @param minimum id of the minimum that the search is on account of
   * @param besideSaddle whether it starts at a transition state instead of the minimum; known ones
   *     that it finds are then no hits
   * @param start coordinates to perturb
   * @param perturbation what is perturbed
   * @param size standard deviation of the perturbation, in units of the length scale
   * @param refinements of the random direction in which it sets out
   */
  record SingleEnded(
      long seed,
      int approach,
      long minimum,
      boolean besideSaddle,
      double[] start,
      Perturbation perturbation,
      double size,
      int refinements)
      implements ExplorationTask {
    @Override
    public String described() {
      return "a transition-state search from minimum " + minimum;
    }
  }

  /**
   * A search for transition states between two minima.
   *
   * @param seed see {@link #seed}
   * @param approach see {@link #approach}
   * @param minimum id of one end
   * @param otherMinimum id of the other end
   * @param start coordinates of one end
   * @param finish coordinates of the other end
   */
  record DoubleEnded(
      long seed, int approach, long minimum, long otherMinimum, double[] start, double[] finish)
      implements ExplorationTask {
    @Override
    public String described() {
      return "a transition-state search between minima " + minimum + " and " + otherMinimum;
    }
  }

  /** What a single-ended search perturbs before it starts. */
  enum Perturbation {
    /** Every coordinate. */
    EVERYWHERE,
    /** One block of coordinates, such as an atom. */
    ONE_BLOCK,
    /** A block and, less and less with distance, those around it. */
    NEIGHBOURHOOD,
    /**
     * One side of a plane turned against the other about the plane's normal, by an angle whose
     * standard deviation in radians is the size; where coordinates are no points in space, every
     * coordinate.
     */
    TWIST
  }
}
