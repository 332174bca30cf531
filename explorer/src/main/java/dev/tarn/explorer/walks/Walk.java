package dev.tarn.explorer.walks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A walk of basin-hopping: replicas at rising temperatures, the coldest first, and the lowest
 * minimum that they have kept.
 *
 * <p>Neighbouring replicas exchange their accepted minima, of energies E and E' at temperatures T
 * and T', with the probability min(1, exp((1/T - 1/T') (E - E'))), which leaves the distribution of
 * each alone: parallel tempering (B. Strodel, J. W. L. Lee, C. S. Whittleston and D. J. Wales, J.
 * Am. Chem. Soc. 132, 13300, 2010, for basin-hopping).
 */
public final class Walk {
  private final List<ReplicaState> replicas = new ArrayList<>();
  private int lowest = -1;

  private Walk() {}

  /** Replicas that will start at random. */
  public static Walk fresh(int replicas) {
    Walk walk = new Walk();
    walk.restart(replicas);
    return walk;
  }

  private void restart(int count) {
    replicas.clear();
    for (int k = 0; k < count; k++) {
      replicas.add(ReplicaState.fresh(0));
    }
    lowest = -1;
  }

  /** Starts all replicas again. */
  public void restart() {
    restart(replicas.size());
  }

  /** Number of replicas. */
  public int size() {
    return replicas.size();
  }

  /** A replica, from 0 for the coldest. */
  public ReplicaState replica(int number) {
    return replicas.get(number);
  }

  /** Replaces a replica by what it came to. */
  public void replace(int number, ReplicaState state) {
    replicas.set(number, state);
  }

  /** Position of the lowest minimum that was kept in this walk; -1 if none was. */
  public int lowest() {
    return lowest;
  }

  /** Remembers the lowest minimum that was kept. */
  public void lowest(int position) {
    lowest = position;
  }

  /** Quenches since the last time the replica that is ahead of the others found a lower minimum. */
  public long stagnation() {
    ReplicaState ahead = replicas.get(0);
    for (ReplicaState replica : replicas) {
      if (replica.bestEnergy() < ahead.bestEnergy()) {
        ahead = replica;
      }
    }
    return ahead.sinceBest();
  }

  /** Offers each pair of neighbours an exchange, from the hottest down. */
  public void exchange(HoppingSettings settings, SplittableRandom random) {
    for (int hot = replicas.size() - 1; hot > 0; hot--) {
      ReplicaState above = replicas.get(hot);
      ReplicaState below = replicas.get(hot - 1);
      double draw = random.nextDouble();
      if (above.isFresh() || below.isFresh()) {
        continue;
      }
      double exponent =
          (1 / settings.temperature(hot - 1) - 1 / settings.temperature(hot))
              * (below.energy() - above.energy());
      if (draw < StrictMath.exp(exponent)) {
        replicas.set(hot, above.at(below));
        replicas.set(hot - 1, below.at(above));
      }
    }
  }

  /** Writes all of it. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(replicas.size());
    for (ReplicaState replica : replicas) {
      replica.write(out);
    }
    out.writeInt(lowest);
  }

  /** Reads what {@link #write} wrote. */
  public static Walk read(DataInput in) throws IOException {
    Walk walk = new Walk();
    int size = in.readInt();
    for (int k = 0; k < size; k++) {
      walk.replicas.add(ReplicaState.read(in));
    }
    walk.lowest = in.readInt();
    return walk;
  }
}
