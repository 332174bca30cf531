package dev.tarn.explorer.walks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Chains at rising temperatures, the coldest first, and how far their common descent has come.
 *
 * <p>Neighbouring chains exchange their accepted minima, of energies E and E' at temperatures T and
 * T', with the probability min(1, exp((1/T - 1/T') (E - E'))), which leaves the distribution of
 * each alone: parallel tempering (B. Strodel, J. W. L. Lee, C. S. Whittleston and D. J. Wales, J.
 * Am. Chem. Soc. 132, 13300, 2010, for basin-hopping).
 */
public final class Ladder {
  private final List<ChainState> chains = new ArrayList<>();
  private int lowest = -1;

  private Ladder() {}

  /** Chains that will start at random. */
  public static Ladder fresh(int replicas) {
    Ladder ladder = new Ladder();
    ladder.restart(replicas);
    return ladder;
  }

  private void restart(int replicas) {
    chains.clear();
    for (int k = 0; k < replicas; k++) {
      chains.add(ChainState.fresh(0));
    }
    lowest = -1;
  }

  /** Starts all chains again. */
  public void restart() {
    restart(chains.size());
  }

  /** Number of chains. */
  public int size() {
    return chains.size();
  }

  /** A chain, from 0 for the coldest. */
  public ChainState chain(int rung) {
    return chains.get(rung);
  }

  /** Replaces a chain by what it came to. */
  public void replace(int rung, ChainState state) {
    chains.set(rung, state);
  }

  /** Position of the lowest minimum that was kept in this descent; -1 if none was. */
  public int lowest() {
    return lowest;
  }

  /** Remembers the lowest minimum that was kept. */
  public void lowest(int position) {
    lowest = position;
  }

  /** Quenches since the last time the chain that is ahead of the others found a lower minimum. */
  public long stagnation() {
    ChainState ahead = chains.get(0);
    for (ChainState chain : chains) {
      if (chain.bestEnergy() < ahead.bestEnergy()) {
        ahead = chain;
      }
    }
    return ahead.sinceBest();
  }

  /** Offers each pair of neighbours an exchange, from the hottest down. */
  public void exchange(HoppingSettings settings, SplittableRandom random) {
    for (int hot = chains.size() - 1; hot > 0; hot--) {
      ChainState above = chains.get(hot);
      ChainState below = chains.get(hot - 1);
      double draw = random.nextDouble();
      if (above.isFresh() || below.isFresh()) {
        continue;
      }
      double exponent =
          (1 / settings.temperature(hot - 1) - 1 / settings.temperature(hot))
              * (below.energy() - above.energy());
      if (draw < StrictMath.exp(exponent)) {
        chains.set(hot, above.at(below));
        chains.set(hot - 1, below.at(above));
      }
    }
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(chains.size());
    for (ChainState chain : chains) {
      chain.write(out);
    }
    out.writeInt(lowest);
  }

  /** Reads what {@link #write} wrote. */
  public static Ladder read(DataInput in) throws IOException {
    Ladder ladder = new Ladder();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      ladder.chains.add(ChainState.read(in));
    }
    ladder.lowest = in.readInt();
    return ladder;
  }
}
