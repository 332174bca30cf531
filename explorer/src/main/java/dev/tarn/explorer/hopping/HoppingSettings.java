package dev.tarn.explorer.hopping;

import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.symmetry.ClusterSymmetry;
import java.util.EnumSet;
import java.util.Set;

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
    double roughGradient) {

  /** No chains. */
  public static final HoppingSettings NONE =
      new HoppingSettings(0, 1, 0.8, 0.8, 0.36, 0.5, EnumSet.of(MoveKind.DISPLACEMENT), 1000, 1e-2);

  public HoppingSettings {
    moves = Set.copyOf(moves);
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

  /** Temperature of a rung of a ladder, from 0 for the coldest. */
  public double temperature(int rung) {
    return replicas == 1
        ? temperature
        : temperature * Math.pow(hottest / temperature, rung / (replicas - 1.0));
  }

  /** Whether a potential is of a cluster of like atoms in three dimensions. */
  public static boolean isCluster(Potential potential) {
    return potential.symmetry() instanceof ClusterSymmetry && potential.blockSize() == 3;
  }
}
