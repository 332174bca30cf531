package dev.tarn.explorer.walks;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/**
 * Where a replica of a walk stands: all that its next hop depends on, besides a seed.
 *
 * @param accepted the accepted minimum, roughly converged; empty before the first quench
 * @param energy its energy; infinite before the first quench
 * @param best the lowest minimum of this walk; empty before the first quench
 * @param bestEnergy its energy
 * @param step size of displacements, in units of length
 * @param quenches quenches of this walk
 * @param sinceBest quenches since {@code best} was found
 */
public record ReplicaState(
    double[] accepted,
    double energy,
    double[] best,
    double bestEnergy,
    double step,
    long quenches,
    long sinceBest)
    implements Serializable {

  /** A replica that will start at random. */
  public static ReplicaState fresh(double step) {
    return new ReplicaState(
        new double[0],
        Double.POSITIVE_INFINITY,
        new double[0],
        Double.POSITIVE_INFINITY,
        step,
        0,
        0);
  }

  /** Reads what {@link #write} wrote. */
  public static ReplicaState read(DataInput in) throws IOException {
    return new ReplicaState(
        readVector(in),
        in.readDouble(),
        readVector(in),
        in.readDouble(),
        in.readDouble(),
        in.readLong(),
        in.readLong());
  }

  private static double[] readVector(DataInput in) throws IOException {
    double[] x = new double[in.readInt()];
    for (int i = 0; i < x.length; i++) {
      x[i] = in.readDouble();
    }
    return x;
  }

  /** Writes all of it, to the last bit. */
  public void write(DataOutput out) throws IOException {
    writeVector(accepted, out);
    out.writeDouble(energy);
    writeVector(best, out);
    out.writeDouble(bestEnergy);
    out.writeDouble(step);
    out.writeLong(quenches);
    out.writeLong(sinceBest);
  }

  private static void writeVector(double[] x, DataOutput out) throws IOException {
    out.writeInt(x.length);
    for (double t : x) {
      out.writeDouble(t);
    }
  }

  /** Whether it has no minimum yet. */
  public boolean isFresh() {
    return accepted.length == 0;
  }

  /** The same at another's accepted minimum, after an exchange. */
  public ReplicaState at(ReplicaState other) {
    return new ReplicaState(
        other.accepted, other.energy, best, bestEnergy, step, quenches, sinceBest);
  }
}
