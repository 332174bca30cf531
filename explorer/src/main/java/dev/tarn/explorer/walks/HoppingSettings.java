package dev.tarn.explorer.walks;

import dev.tarn.potentials.FreeCluster;
import dev.tarn.potentials.Potential;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How chains hop.
 *
 * @param ladders independent ladders of chains; 0 for none
 * @param replicas chains in a ladder, each at a temperature of its own; 1 for plain basin-hopping
 * @param temperature of the Metropolis acceptance of the coldest chain, in units of energy
 * @param hottest temperature of the hottest chain; those between are spaced geometrically
 * @param step largest change of a coordinate in a displacement at the start, in units of the
 *     potential's length scale; adapted towards {@link #acceptance}
 * @param acceptance fraction of displacements to accept
 * @param moves kinds of moves
 * @param patience hops of a ladder without a lower minimum after which it starts again at random
 * @param roughGradient root mean square gradient at which a quench between hops ends
 * @param seed a smaller or larger cluster from which each descent starts, grown or cut to size;
 *     empty for random starts
 */
public record HoppingSettings(
    int ladders,
    int replicas,
    double temperature,
    double hottest,
    double step,
    double acceptance,
    Set<MoveKind> moves,
    int patience,
    double roughGradient,
    double[] seed) {

  /** Hops of a chain in one task. */
  public static final int STRETCH = 25;

  /** Patience with core symmetrisation, which soon leads to the bottom of some funnel. */
  public static final int PATIENCE_WITH_SYMMETRISATION = 25;

  /** No chains; what else there is are the defaults where there are some. */
  public static final HoppingSettings NONE =
      new HoppingSettings(
          0, 1, 0.8, 0.8, 0.36, 0.5, EnumSet.of(MoveKind.DISPLACEMENT), 1000, 1e-2, new double[0]);

  public HoppingSettings {
    moves = Set.copyOf(moves);
    seed = seed.clone();
    require(ladders >= 0 && ladders <= 10_000, "0 to 10000 chains", ladders);
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
  public double[] seed() {
    return seed.clone();
  }

  /** The same with that many independent ladders. */
  public HoppingSettings withLadders(int newLadders) {
    return new HoppingSettings(
        newLadders,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        seed);
  }

  /** The same with other moves. */
  public HoppingSettings withMoves(Set<MoveKind> newMoves, int newPatience) {
    return new HoppingSettings(
        ladders,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        newMoves,
        newPatience,
        roughGradient,
        seed);
  }

  /** The same with several temperatures in each ladder. */
  public HoppingSettings withReplicas(int newReplicas, double newHottest) {
    return new HoppingSettings(
        ladders,
        newReplicas,
        temperature,
        newHottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        seed);
  }

  /** The same from another seed. */
  public HoppingSettings withSeed(double[] newSeed) {
    return new HoppingSettings(
        ladders,
        replicas,
        temperature,
        hottest,
        step,
        acceptance,
        moves,
        patience,
        roughGradient,
        newSeed);
  }

  /** What decides what the chains find, by the keys of the run file. */
  public SortedMap<String, String> decisive() {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("chains", Integer.toString(ladders));
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
        seed.length == 0
            ? "random"
            : String.format(Locale.ROOT, "%d atoms %08x", seed.length / 3, Arrays.hashCode(seed)));
    return all;
  }

  /** Temperature of a rung of a ladder, from 0 for the coldest. */
  public double temperature(int rung) {
    return replicas == 1
        ? temperature
        : temperature * Math.pow(hottest / temperature, rung / (replicas - 1.0));
  }

  /**
   * Why these settings do not suit a potential, if they do not: moves and seeds of clusters want a
   * cluster.
   */
  public Optional<String> objection(Potential potential) {
    if (isCluster(potential)) {
      return seed.length % 3 == 0
          ? Optional.empty()
          : Optional.of("a seed of whole atoms, found " + seed.length + " coordinates");
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
    return seed.length == 0
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
