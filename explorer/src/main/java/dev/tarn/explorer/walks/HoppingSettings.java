package dev.tarn.explorer.walks;

import dev.tarn.potentials.FreeCluster;
import dev.tarn.potentials.Potential;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How walks of basin-hopping go.
 *
 * @param walks independent walks; 0 for none
 * @param replicas replicas of a walk, each at a temperature of its own; 1 for plain basin-hopping
 * @param temperature of the Metropolis acceptance of the coldest replica, in units of energy
 * @param hottest temperature of the hottest replica; those between are spaced geometrically
 * @param step largest change of a coordinate in a displacement at the start, in units of the
 *     potential's length scale; adapted towards {@link #acceptance}
 * @param acceptance fraction of displacements to accept
 * @param moves kinds of moves
 * @param patience hops of a walk without a lower minimum after which it starts again at random
 * @param roughGradient root mean square gradient at which a quench between hops ends
 * @param startStructure a smaller or larger cluster from which each walk starts, grown or cut to
 *     size; empty for random starts
 */
public record HoppingSettings(
    int walks,
    int replicas,
    double temperature,
    double hottest,
    double step,
    double acceptance,
    Set<MoveKind> moves,
    int patience,
    double roughGradient,
    double[] startStructure)
    implements Serializable {

  /** Hops of a replica in one task. */
  public static final int STRETCH = 25;

  /** Patience with core symmetrisation, which soon leads to the bottom of some funnel. */
  public static final int PATIENCE_WITH_SYMMETRISATION = 25;

  /** No walks; what else there is are the defaults where there are some. */
  public static final HoppingSettings NONE =
      new HoppingSettings(
          0, 1, 0.8, 0.8, 0.36, 0.5, EnumSet.of(MoveKind.DISPLACEMENT), 1000, 1e-2, new double[0]);

  public HoppingSettings {
    moves = Set.copyOf(moves);
    startStructure = startStructure.clone();
    require(walks >= 0 && walks <= 10_000, "0 to 10000 chains", walks);
    require(replicas >= 1 && replicas <= 1000, "1 to 1000 replicas", replicas);
    require(temperature >= 0, "a temperature of at least 0", temperature);
    require(hottest >= temperature, "a hottest temperature of at least " + temperature, hottest);
    require(replicas == 1 || temperature > 0, "a temperature above 0 with replicas", temperature);
    require(step > 0 && step < 100, "a step above 0 and below 100", step);
    require(acceptance > 0 && acceptance < 1, "an acceptance between 0 and 1", acceptance);
    require(!moves.isEmpty(), "at least one move", moves);
    require(patience >= 1, "a patience of at least 1", patience);
    require(
        roughGradient > 0 && roughGradient < 1,
        "a rough gradient above 0 and below 1",
        roughGradient);
  }

  private static void require(boolean condition, String expected, Object found) {
    if (!condition) {
      throw new IllegalArgumentException("expected " + expected + ", found " + found);
    }
  }

  @Override
  public double[] startStructure() {
    return startStructure.clone();
  }

  /** The same with that many independent walks. */
  public HoppingSettings withWalks(int newWalks) {
    return new HoppingSettings(
        newWalks,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        startStructure);
  }

  /** The same with other moves. */
  public HoppingSettings withMoves(Set<MoveKind> newMoves, int newPatience) {
    return new HoppingSettings(
        walks,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        newMoves,
        newPatience,
        roughGradient,
        startStructure);
  }

  /** The same with several temperatures in each walk. */
  public HoppingSettings withReplicas(int newReplicas, double newHottest) {
    return new HoppingSettings(
        walks,
        newReplicas,
        temperature,
        newHottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        startStructure);
  }

  /** The same from another structure. */
  public HoppingSettings withStartStructure(double[] newStart) {
    return new HoppingSettings(
        walks,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        newStart);
  }

  /** What decides what the walks find, by the keys of the run file. */
  public SortedMap<String, String> decisive() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("chains", Integer.toString(walks));
    all.put("replicas", Integer.toString(replicas));
    all.put("hottest", Double.toString(hottest));
    all.put("acceptance", Double.toString(acceptance));
    all.put(
        "moves",
        moves.stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(" ")));
    all.put("patience", Integer.toString(patience));
    all.put("roughGradient", Double.toString(roughGradient));
    all.put(
        "start",
        startStructure.length == 0
            ? "random"
            : String.format(
                Locale.ROOT,
                "%d atoms %08x",
                startStructure.length / 3,
                Arrays.hashCode(startStructure)));
    return all;
  }

  /** Temperature of a replica of a walk, from 0 for the coldest. */
  public double temperature(int replica) {
    return replicas == 1
        ? temperature
        : temperature * Math.pow(hottest / temperature, replica / (replicas - 1.0));
  }

  /**
   * Why these settings do not suit a potential, if they do not: moves and seeds of clusters want a
   * cluster.
   */
  public Optional<String> objection(Potential potential) {
    if (isCluster(potential)) {
      return startStructure.length % 3 == 0
          ? Optional.empty()
          : Optional.of("a seed of whole atoms, found " + startStructure.length + " coordinates");
    }
    for (MoveKind kind : MoveKind.values()) {
      if (moves.contains(kind) && kind.clustersOnly()) {
        return Optional.of(
            "the move "
                + kind.name().toLowerCase(Locale.ROOT)
                + " is for clusters of like atoms in three dimensions, which this potential is"
                + " not");
      }
    }
    return startStructure.length == 0
        ? Optional.empty()
        : Optional.of(
            "a seed is for clusters of like atoms in three dimensions, which this potential is"
                + " not");
  }

  /** Whether a potential is of a cluster of like atoms in three dimensions. */
  public static boolean isCluster(Potential potential) {
    return potential.capability(FreeCluster.class).isPresent() && potential.blockSize() == 3;
  }
}
