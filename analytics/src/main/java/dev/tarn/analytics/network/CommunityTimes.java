package dev.tarn.analytics.network;

import dev.tarn.landscape.Adjacency;
import dev.tarn.landscape.Network;
import java.util.Arrays;

/**
 * How fast a set of minima equilibrates inside and how fast it is left, with harmonic rate
 * constants k_ij p_i = exp(-E_ts/T - logDet_ts/2) / (2 pi h_ts).
 *
 * @param internal mean time from equilibrium inside to the lowest minimum, with no way out; NaN if
 *     not computed
 * @param escape occupation over the flux out; infinite without a way out
 */
record CommunityTimes(double internal, double escape) {
  /** Largest set whose internal time is computed: the elimination is dense. */
  static final int LARGEST = 500;

  static CommunityTimes of(Network network, int[] members, int target, double temperature) {
    int n = members.length;
    int[] position = new int[network.nodeCount()];
    Arrays.fill(position, -1);
    for (int k = 0; k < n; k++) {
      position[members[k]] = k;
    }
    Adjacency rows = network.adjacency();
    double shift = Double.NEGATIVE_INFINITY;
    double[] logOccupation = new double[n];
    for (int k = 0; k < n; k++) {
      int v = members[k];
      logOccupation[k] =
          -network.energy(v) / temperature
              - network.logDetHessian(v) / 2
              - Math.log(network.symmetryOrder(v));
      shift = Math.max(shift, logOccupation[k]);
    }
    double[] occupation = new double[n];
    double all = 0;
    for (int k = 0; k < n; k++) {
      occupation[k] = Math.exp(logOccupation[k] - shift);
      all += occupation[k];
    }
    boolean dense = n <= LARGEST;
    double[][] rate = dense ? new double[n][n] : new double[0][];
    double out = 0;
    for (int k = 0; k < n; k++) {
      for (int p = rows.offset(members[k]); p < rows.offset(members[k] + 1); p++) {
        int to = rows.neighbour(p);
        if (to == members[k]) {
          continue;
        }
        int e = rows.edge(p);
        double logFlux =
            -network.transitionStateEnergy(e) / temperature
                - network.transitionStateLogDetHessian(e) / 2
                - Math.log(2 * Math.PI * network.transitionStateSymmetryOrder(e));
        if (position[to] < 0) {
          out += Math.exp(logFlux - shift);
        } else if (dense) {
          rate[k][position[to]] += Math.exp(logFlux - logOccupation[k]);
        }
      }
    }
    double internal = dense ? internal(rate, occupation, all, position[target]) : Double.NaN;
    return new CommunityTimes(internal, out == 0 ? Double.POSITIVE_INFINITY : all / out);
  }

  /**
   * Mean first passage times to the target by elimination without subtraction (Grassmann, Taksar
   * and Heyman 1985), averaged over the occupation.
   */
  private static double internal(double[][] rate, double[] occupation, double all, int target) {
    int n = rate.length;
    int[] order = new int[n];
    order[0] = target;
    for (int k = 0, at = 1; k < n; k++) {
      if (k != target) {
        order[at++] = k;
      }
    }
    // rate[i][j] sum_j (t_j - t_i) = -source_i
    double[] source = new double[n];
    Arrays.fill(source, 1);
    double[] leaving = new double[n];
    for (int a = n - 1; a > 0; a--) {
      int x = order[a];
      double sum = 0;
      for (int b = 0; b < a; b++) {
        sum += rate[x][order[b]];
      }
      if (sum == 0) {
        return Double.NaN;
      }
      leaving[x] = sum;
      for (int b = 1; b < a; b++) {
        int i = order[b];
        double share = rate[i][x] / sum;
        if (share == 0) {
          continue;
        }
        for (int c = 0; c < a; c++) {
          int j = order[c];
          if (j != i) {
            rate[i][j] += share * rate[x][j];
          }
        }
        source[i] += share * source[x];
      }
    }
    double[] time = new double[n];
    double mean = 0;
    for (int a = 1; a < n; a++) {
      int x = order[a];
      double sum = source[x];
      for (int b = 1; b < a; b++) {
        sum += rate[x][order[b]] * time[order[b]];
      }
      time[x] = sum / leaving[x];
      mean += occupation[x] / all * time[x];
    }
    return mean;
  }
}
