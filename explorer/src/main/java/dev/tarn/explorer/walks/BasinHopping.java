package dev.tarn.explorer.walks;

import dev.tarn.explorer.search.minimise.RoughQuench;
import dev.tarn.potentials.Potential;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoublePredicate;

/**
 * Takes replicas from minimum to minimum; holds scratch space and belongs to one thread.
 *
 * <p>Quenches between hops are rough, see {@link RoughQuench}; whoever wants to keep a minimum
 * converges it. A quench that comes apart, or does not converge, is a refused hop. The step of the
 * displacements is multiplied by a constant after each of them, up or down, so that in the long run
 * the wanted fraction of them is accepted; a hop back to the same minimum counts as too short.
 *
 * <p>Source: D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997).
 */
public final class BasinHopping {
  /** Factor of the step after an accepted displacement; the inverse power after a refused one. */
  private static final double GROWTH = 1.03;

  private static final double SMALLEST_STEP = 0.1;
  private static final double LARGEST_STEP = 0.6;

  private final Potential potential;
  private final HoppingSettings settings;
  private final RoughQuench quench;

  /** Each as often as its weight says. */
  private final List<Move> moves = new ArrayList<>();

  private final Displacement displacement = new Displacement();
  private final double scale;
  private final int n;
  private final double[] startStructure;

  /** Scratch space for walks on a potential. */
  public BasinHopping(Potential potential, HoppingSettings settings) {
    this.potential = potential;
    this.settings = settings;
    quench = new RoughQuench(potential);
    scale = potential.lengthScale();
    n = potential.dimension();
    startStructure = settings.startStructure();
    for (MoveKind kind : MoveKind.values()) {
      if (settings.moves().contains(kind)) {
        Move move =
            switch (kind) {
              case DISPLACEMENT -> displacement;
              case SURFACE -> new SurfaceMove(n / 3, scale);
              case SYMMETRISATION -> new CoreSymmetrisation(n / 3, scale);
            };
        moves.addAll(Collections.nCopies(kind.weight(), move));
      }
    }
  }

  /**
   * Takes a replica some quenches farther, the first one from a random start or the given
   * structure.
   *
   * @param state where it stands
   * @param temperature of the acceptance, in units of energy
   * @param quenches how far to go at the most
   * @param seed of everything random
   * @param enough asked with each new lowest energy of the replica; stops there if true
   */
  public ReplicaState run(
      ReplicaState state, double temperature, int quenches, long seed, DoublePredicate enough) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] accepted = state.accepted();
    double energy = state.energy();
    double[] best = state.best();
    double bestEnergy = state.bestEnergy();
    double step = state.isFresh() ? settings.step() * scale : state.step();
    long total = state.quenches();
    long sinceBest = state.sinceBest();
    double[] x = new double[n];
    for (int k = 0; k < quenches; k++) {
      Move move = displacement;
      if (accepted.length == 0) {
        start(random, x);
      } else {
        move = moves.get(random.nextInt(moves.size()));
        if (!move.apply(accepted, step, random, x)) {
          move = displacement;
          displacement.apply(accepted, step, random, x);
        }
      }
      double reached = quench.run(x, settings.roughGradient());
      total++;
      sinceBest++;
      boolean landed = !Double.isNaN(reached) && potential.objection(x).isEmpty();
      double rise = reached - energy;
      boolean taken = landed && (rise <= 0 || random.nextDouble() < Math.exp(-rise / temperature));
      boolean same = landed && Math.abs(rise) < 1e-3 * Math.max(1e-9, temperature);
      if (taken) {
        accepted = x.clone();
        energy = reached;
      }
      if (move == displacement && accepted.length > 0) {
        step *=
            taken || same
                ? GROWTH
                : Math.pow(GROWTH, -settings.acceptance() / (1 - settings.acceptance()));
        step = Math.min(LARGEST_STEP * scale, Math.max(SMALLEST_STEP * scale, step));
      }
      if (landed && reached < bestEnergy - 1e-4 * Math.max(1e-9, temperature)) {
        best = x.clone();
        bestEnergy = reached;
        sinceBest = 0;
        if (enough.test(reached)) {
          break;
        }
      }
    }
    return new ReplicaState(accepted, energy, best, bestEnergy, step, total, sinceBest);
  }

  private void start(SplittableRandom random, double[] x) {
    if (startStructure.length == 0) {
      potential.randomStart(random, x);
    } else {
      new Seeding(scale).resize(startStructure, x, random);
    }
  }
}
