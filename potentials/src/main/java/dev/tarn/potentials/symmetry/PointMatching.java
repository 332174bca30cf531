package dev.tarn.potentials.symmetry;

import dev.tarn.landscape.StationaryPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which points of one list are which of another, one to one.
 *
 * @param firsts positions in the first list of the pairs
 * @param seconds positions in the second list of the pairs, in the same order
 * @param onlyInFirst positions in the first list without a partner
 * @param onlyInSecond positions in the second list without a partner
 */
public record PointMatching(
    List<Integer> firsts,
    List<Integer> seconds,
    List<Integer> onlyInFirst,
    List<Integer> onlyInSecond) {
  private static final String[] INERTIA = {"inertiaX", "inertiaY", "inertiaZ"};

  /** Number of pairs. */
  public int size() {
    return firsts.size();
  }

  /**
   * Matches points of one potential by identity: energy, then the symmetry's decision.
   *
   * @param energyTolerance energies farther apart belong to different points
   * @param distance coordinates farther apart, after alignment, belong to different points
   */
  public static PointMatching byIdentity(
      List<? extends StationaryPoint> first,
      List<? extends StationaryPoint> second,
      Symmetry symmetry,
      double energyTolerance,
      double distance) {
    KnownPoints known = new KnownPoints(symmetry, energyTolerance, distance);
    for (StationaryPoint point : second) {
      known.add(point.energy(), point.coordinates());
    }
    int[] partner = new int[first.size()];
    boolean[] taken = new boolean[second.size()];
    for (int i = 0; i < partner.length; i++) {
      int at = known.find(first.get(i).energy(), first.get(i).coordinates());
      partner[i] = at < 0 || taken[at] ? -1 : at;
      if (partner[i] >= 0) {
        taken[at] = true;
      }
    }
    return of(partner, taken);
  }

  /**
   * Matches clusters by energy and principal moments of inertia, the nearest first, where one side
   * has no coordinates. Enantiomers agree, and so may in principle different structures.
   *
   * @param energyTolerance energies farther apart belong to different points
   * @param momentTolerance moments farther apart belong to different points
   */
  public static PointMatching byMoments(
      List<? extends StationaryPoint> first,
      List<? extends StationaryPoint> second,
      double energyTolerance,
      double momentTolerance) {
    record Candidate(int first, int second, double difference) {}
    double[][] a = first.stream().map(PointMatching::moments).toArray(double[][]::new);
    double[][] b = second.stream().map(PointMatching::moments).toArray(double[][]::new);
    Integer[] byEnergy = new Integer[b.length];
    Arrays.setAll(byEnergy, k -> k);
    Arrays.sort(byEnergy, Comparator.comparingDouble(k -> second.get(k).energy()));
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < a.length; i++) {
      double energy = first.get(i).energy();
      int from = 0;
      int to = b.length;
      while (from < to) {
        int middle = (from + to) / 2;
        if (second.get(byEnergy[middle]).energy() < energy - energyTolerance) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      for (int k = from; k < b.length; k++) {
        int j = byEnergy[k];
        if (second.get(j).energy() > energy + energyTolerance) {
          break;
        }
        double apart = 0;
        for (int d = 0; d < 3; d++) {
          apart = Math.max(apart, Math.abs(a[i][d] - b[j][d]));
        }
        if (apart <= momentTolerance) {
          double energies = Math.abs(second.get(j).energy() - energy);
          candidates.add(new Candidate(i, j, apart / momentTolerance + energies / energyTolerance));
        }
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::difference)
            .thenComparingInt(Candidate::first)
            .thenComparingInt(Candidate::second));
    int[] partner = new int[a.length];
    Arrays.fill(partner, -1);
    boolean[] taken = new boolean[b.length];
    for (Candidate candidate : candidates) {
      if (partner[candidate.first] < 0 && !taken[candidate.second]) {
        partner[candidate.first] = candidate.second;
        taken[candidate.second] = true;
      }
    }
    return of(partner, taken);
  }

  /** Whether principal moments are known of the point, from coordinates in space or as imported. */
  public static boolean hasMoments(StationaryPoint point) {
    return (point.coordinates().length % 3 == 0 && point.coordinates().length > 0)
        || point.observables().get(INERTIA[0]).isPresent();
  }

  private static double[] moments(StationaryPoint point) {
    double[] moments = new double[3];
    for (int d = 0; d < 3; d++) {
      OptionalDouble given = point.observables().get(INERTIA[d]);
      if (given.isEmpty()) {
        return PrincipalMoments.of(point.coordinates());
      }
      moments[d] = given.getAsDouble();
    }
    Arrays.sort(moments);
    return moments;
  }

  private static PointMatching of(int[] partner, boolean[] taken) {
    List<Integer> firsts = new ArrayList<>();
    List<Integer> seconds = new ArrayList<>();
    List<Integer> onlyInFirst = new ArrayList<>();
    for (int i = 0; i < partner.length; i++) {
      if (partner[i] < 0) {
        onlyInFirst.add(i);
      } else {
        firsts.add(i);
        seconds.add(partner[i]);
      }
    }
    List<Integer> onlyInSecond = new ArrayList<>();
    for (int j = 0; j < taken.length; j++) {
      if (!taken[j]) {
        onlyInSecond.add(j);
      }
    }
    return new PointMatching(
        List.copyOf(firsts),
        List.copyOf(seconds),
        List.copyOf(onlyInFirst),
        List.copyOf(onlyInSecond));
  }

  /**
   * Chapman's estimate of the number of points that there are, from two independent samples: (n1 +
   * 1)(n2 + 1)/(m + 1) - 1. Like all such estimates it falls short where some points are harder to
   * find than others for both samples. D. G. Chapman, Univ. Calif. Publ. Stat. 1, 131 (1951).
   */
  public double estimatedTotal() {
    double n1 = size() + onlyInFirst.size();
    double n2 = size() + onlyInSecond.size();
    return (n1 + 1) * (n2 + 1) / (size() + 1) - 1;
  }

  /** Its standard error. G. A. F. Seber, Biometrika 57, 403 (1970). */
  public double standardError() {
    double m = size();
    double n1 = m + onlyInFirst.size();
    double n2 = m + onlyInSecond.size();
    return Math.sqrt((n1 + 1) * (n2 + 1) * (n1 - m) * (n2 - m) / ((m + 1) * (m + 1) * (m + 2)));
  }
}
