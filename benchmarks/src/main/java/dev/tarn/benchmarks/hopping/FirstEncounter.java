package dev.tarn.benchmarks.hopping;

import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.walks.BasinHopping;
import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.MoveKind;
import dev.tarn.explorer.walks.ReplicaState;
import dev.tarn.potentials.clusters.LennardJones;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Quenches of one chain from a random start until it first comes to the global minimum of a
 * Lennard-Jones cluster, over many seeds: mean, standard deviation and median.
 *
 * <p>A new descent after the patience has run out is part of the same count, and so are quenches
 * that come apart. Each arrival is converged and its energy compared. Counts do not depend on the
 * machine.
 *
 * <p>{@code FirstEncounter ATOMS ENERGY SEEDS MOVES PATIENCE [TEMPERATURE [MOST]]}, moves separated
 * by commas. A run that has not arrived after MOST quenches counts as MOST and is reported.
 */
public final class FirstEncounter {
  private final double energy;
  private final HoppingSettings settings;
  private final long most;
  private final CountingPotential potential;
  private final BasinHopping hopping;
  private final Quench quench;

  private FirstEncounter(int atoms, double energy, HoppingSettings settings, long most) {
    this.energy = energy;
    this.settings = settings;
    this.most = most;
    potential = new CountingPotential(new LennardJones(atoms, 3));
    hopping = new BasinHopping(potential, settings);
    quench = new Quench(potential);
  }

  /** Runs it; see the class. */
  public static void main(String[] arguments) {
    Set<MoveKind> moves = EnumSet.noneOf(MoveKind.class);
    for (String word : arguments[3].split(",", -1)) {
      moves.add(MoveKind.valueOf(word.toUpperCase(Locale.ROOT)));
    }
    double temperature = arguments.length > 5 ? Double.parseDouble(arguments[5]) : 0.8;
    HoppingSettings defaults = HoppingSettings.NONE;
    HoppingSettings settings =
        new HoppingSettings(
            1,
            1,
            temperature,
            temperature,
            defaults.step(),
            defaults.acceptance(),
            moves,
            Integer.parseInt(arguments[4]),
            defaults.roughGradient(),
            new double[0]);
    long most = arguments.length > 6 ? Long.parseLong(arguments[6]) : 100_000;
    new FirstEncounter(
            Integer.parseInt(arguments[0]), Double.parseDouble(arguments[1]), settings, most)
        .measure(Integer.parseInt(arguments[2]), System.out);
  }

  private void measure(int seeds, PrintStream out) {
    long[] quenches = new long[seeds];
    long missed = 0;
    long start = System.nanoTime();
    for (int seed = 0; seed < seeds; seed++) {
      quenches[seed] = untilArrival(seed + 1L);
      missed += quenches[seed] >= most ? 1 : 0;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    double mean = Arrays.stream(quenches).average().orElse(Double.NaN);
    double squares = Arrays.stream(quenches).mapToDouble(q -> (q - mean) * (q - mean)).sum();
    double deviation = Math.sqrt(squares / (seeds - 1));
    Arrays.sort(quenches);
    out.printf(
        Locale.ROOT,
        "%s patience %d: mean %.0f +- %.0f, standard deviation %.0f, median %d, range %d to %d;"
            + " %d of %d not found; %.0f calls a quench, %.1f s%n",
        settings.moves(),
        settings.patience(),
        mean,
        deviation / Math.sqrt(seeds),
        deviation,
        quenches[seeds / 2],
        quenches[0],
        quenches[seeds - 1],
        missed,
        seeds,
        potential.energyCalls() / (mean * seeds),
        seconds);
  }

  private long untilArrival(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ReplicaState chain = ReplicaState.fresh(0);
    long done = 0;
    while (done < most) {
      long left = Math.min(settings.patience() - chain.sinceBest(), most - done);
      long before = chain.quenches();
      chain =
          hopping.run(
              chain,
              settings.temperature(),
              (int) Math.min(HoppingSettings.STRETCH, left),
              random.nextLong(),
              reached -> reached < energy + 0.01);
      done += chain.quenches() - before;
      if (chain.bestEnergy() < energy + 0.01 && arrived(chain)) {
        return done;
      }
      if (chain.sinceBest() >= settings.patience()) {
        chain = ReplicaState.fresh(0);
      }
    }
    return most;
  }

  private boolean arrived(ReplicaState chain) {
    double[] x = chain.best().clone();
    Ending ending = quench.run(x, Limits.of(1e-9, potential.lengthScale()));
    return ending == Ending.CONVERGED && Math.abs(quench.energy() - energy) < 1e-5;
  }
}
