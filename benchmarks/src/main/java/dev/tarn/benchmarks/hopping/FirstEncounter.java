package dev.tarn.benchmarks.hopping;

import dev.tarn.explorer.hopping.BasinHopping;
import dev.tarn.explorer.hopping.ChainState;
import dev.tarn.explorer.hopping.HoppingSettings;
import dev.tarn.explorer.hopping.MoveKind;
import dev.tarn.explorer.potential.LennardJones;
import dev.tarn.explorer.search.CountedPotential;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

public final class FirstEncounter {
  public static void main(String[] args) {
    int atoms = Integer.parseInt(args[0]);
    double target = Double.parseDouble(args[1]);
    int seeds = Integer.parseInt(args[2]);
    Set<MoveKind> moves = EnumSet.noneOf(MoveKind.class);
    for (String m : args[3].split(",")) moves.add(MoveKind.valueOf(m));
    double t = Double.parseDouble(args[4]);
    double acceptance = Double.parseDouble(args[5]);
    int patience = Integer.parseInt(args[6]);
    double rough = Double.parseDouble(args[7]);
    int most = Integer.parseInt(args[8]);
    double step = args.length > 9 ? Double.parseDouble(args[9]) : 0.36;
    HoppingSettings s = new HoppingSettings(1, 1, t, t, step, acceptance, moves, patience, rough);
    long[] hits = new long[seeds];
    int failed = 0;
    CountedPotential p = new CountedPotential(new LennardJones(atoms, 3));
    BasinHopping h = new BasinHopping(p, s);
    long start = System.nanoTime();
    long sum = 0;
    double meanStep = 0;
    for (int seed = 0; seed < seeds; seed++) {
      long quenches = 0;
      ChainState c = ChainState.fresh(1);
      java.util.SplittableRandom r = new java.util.SplittableRandom(seed);
      while (quenches < most) {
        long before = c.quenches();
        c = h.run(c, t, Math.max(1, (int) Math.min(100, patience - c.sinceBest())), r.nextLong(), e -> e < target);
        quenches += c.quenches() - before;
        if (c.bestEnergy() < target) break;
        if (c.sinceBest() >= patience) c = ChainState.fresh(1);
      }
      meanStep += c.step() / seeds;
      if (quenches >= most) failed++;
      hits[seed] = quenches;
      sum += quenches;
    }
    double mean = sum / (double) seeds;
    double v = 0;
    for (long q : hits) v += (q - mean) * (q - mean) / (seeds - 1);
    Arrays.sort(hits);
    double secs = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s T %.2f acc %.2f pat %d: mean %.0f sd %.0f se %.0f median %d max %d failed %d calls/quench %.0f step %.3f  %.1f s%n",
        moves, t, acceptance, patience, mean, Math.sqrt(v), Math.sqrt(v / seeds), hits[seeds / 2], hits[seeds - 1], failed, p.energyCalls() / (double) sum, meanStep, secs);
  }
}
