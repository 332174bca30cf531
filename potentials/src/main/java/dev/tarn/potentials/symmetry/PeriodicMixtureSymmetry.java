package dev.tarn.potentials.symmetry;

import java.util.Arrays;

/**
 * Atoms of two kinds in a cubic box that repeats itself: permutations within each kind x
 * translations x the 48 rotations and reflections of the cube.
 *
 * <p>Coordinates are x0 y0 z0 x1 … with the atoms of the first kind first; they count modulo the
 * edge of the box. The zero modes are the three translations; a box cannot be turned. The
 * fingerprint is, for the rarer kind, the sorted list of nearest-image distances among its atoms,
 * followed by the sorted mean distances of the other atoms from them: a hundred numbers where all
 * distances would be thousands.
 *
 * <p>{@link #same} is a decision: an operation takes a chosen atom of the rarer kind to one of its
 * kind, which leaves 48 maps for each; distances to the others rule out nearly all before they are
 * tried. Cost: O(N^2) in the usual case. {@link #order} counts translations that map a structure
 * onto itself as well, such as those of a crystal.
 */
public final class PeriodicMixtureSymmetry implements Symmetry {
  private static final long serialVersionUID = 1L;

  private static final int[][] CUBE = cube();

  /** Starts that {@link #align} follows up. */
  private static final int STARTS = 8;

  private final int first;
  private final int atoms;
  private final double edge;
  private final int anchorFrom;
  private final int anchorTo;

  /**
   * Symmetry of a mixture.
   *
   * @param first atoms of the first kind, at least 1
   * @param second atoms of the second kind, at least 0
   * @param edge edge of the cubic box
   */
  public PeriodicMixtureSymmetry(int first, int second, double edge) {
    if (first < 1 || second < 0 || !(edge > 0)) {
      throw new IllegalArgumentException(
          "expected at least one atom and an edge above 0, found "
              + first
              + " and "
              + second
              + " atoms and an edge of "
              + edge);
    }
    this.first = first;
    this.edge = edge;
    atoms = first + second;
    boolean secondIsRarer = second > 0 && second < first;
    anchorFrom = secondIsRarer ? first : 0;
    anchorTo = secondIsRarer ? atoms : first;
  }

  /** Signed permutations of the axes: for each row its column, and its sign. */
  private static int[][] cube() {
    int[][] axes = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}, {0, 2, 1}, {2, 1, 0}, {1, 0, 2}};
    int[][] maps = new int[48][];
    for (int k = 0; k < 48; k++) {
      int[] map = new int[6];
      for (int r = 0; r < 3; r++) {
        map[r] = axes[k / 8][r];
        map[3 + r] = (k >> r & 1) == 0 ? 1 : -1;
      }
      maps[k] = map;
    }
    return maps;
  }

  @Override
  public int zeroModes() {
    return 3;
  }

  @Override
  public int zeroModeBasis(double[] x, double[] basis) {
    int n = x.length;
    Arrays.fill(basis, 0, 3 * n, 0);
    double part = 1 / Math.sqrt(atoms);
    for (int d = 0; d < 3; d++) {
      for (int i = d; i < n; i += 3) {
        basis[d * n + i] = part;
      }
    }
    return 3;
  }

  private double nearest(double difference) {
    return difference - edge * Math.rint(difference / edge);
  }

  private double squaredDistance(double[] a, int i, double[] b, int j) {
    double x = nearest(a[3 * i] - b[3 * j]);
    double y = nearest(a[3 * i + 1] - b[3 * j + 1]);
    double z = nearest(a[3 * i + 2] - b[3 * j + 2]);
    return x * x + y * y + z * z;
  }

  @Override
  public double[] fingerprint(double[] x) {
    int anchors = anchorTo - anchorFrom;
    double[] among = new double[anchors * (anchors - 1) / 2];
    int k = 0;
    for (int i = anchorFrom; i < anchorTo; i++) {
      for (int j = i + 1; j < anchorTo; j++) {
        among[k++] = Math.sqrt(squaredDistance(x, i, x, j));
      }
    }
    Arrays.sort(among);
    double[] others = new double[atoms - anchors];
    k = 0;
    for (int i = 0; i < atoms; i++) {
      if (i < anchorFrom || i >= anchorTo) {
        others[k++] = meanDistance(x, i, anchorFrom, anchorTo);
      }
    }
    Arrays.sort(others);
    double[] print = Arrays.copyOf(among, among.length + others.length);
    System.arraycopy(others, 0, print, among.length, others.length);
    return print;
  }

  private double meanDistance(double[] x, int atom, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum += Math.sqrt(squaredDistance(x, atom, x, j));
    }
    return sum / (to - from);
  }

  @Override
  public boolean same(double[] a, double[] b, double tolerance) {
    return matches(a, b, tolerance, true) > 0;
  }

  @Override
  public int order(double[] x, double tolerance) {
    return matches(x, x, tolerance, false);
  }

  /** Number of maps that take {@code a} to a permutation of {@code b}. */
  private int matches(double[] a, double[] b, double tolerance, boolean anyWillDo) {
    double[] meansA = anchorMeans(a);
    double[] meansB = anchorMeans(b);
    int anchor = rarest(meansA, tolerance);
    // The map inherits the error of the anchor.
    double limit = 3 * tolerance;
    int found = 0;
    for (int k = 0; k < meansB.length; k++) {
      if (Math.abs(meansB[k] - meansA[anchor]) > 2 * tolerance) {
        continue;
      }
      for (int[] map : CUBE) {
        if (covers(a, anchorFrom + anchor, b, anchorFrom + k, map, limit)) {
          found++;
          if (anyWillDo) {
            return found;
          }
        }
      }
    }
    return found;
  }

  /** Mean distance of each anchor from all atoms. */
  private double[] anchorMeans(double[] x) {
    double[] means = new double[anchorTo - anchorFrom];
    for (int k = 0; k < means.length; k++) {
      means[k] = meanDistance(x, anchorFrom + k, 0, atoms);
    }
    return means;
  }

  private static int rarest(double[] values, double tolerance) {
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < values.length; i++) {
      int count = 0;
      for (double value : values) {
        if (Math.abs(value - values[i]) <= 2 * tolerance) {
          count++;
        }
      }
      if (count < least) {
        least = count;
        best = i;
      }
    }
    return best;
  }

  /** Whether the map about atom i of a, taken to atom j of b, takes every atom to one of b. */
  private boolean covers(double[] a, int i, double[] b, int j, int[] map, double limit) {
    boolean[] taken = new boolean[atoms];
    double[] place = new double[3];
    // The rarer kind first: it says no soonest.
    return covered(a, i, b, j, map, limit, anchorFrom, anchorTo, taken, place)
        && covered(a, i, b, j, map, limit, 0, anchorFrom, taken, place)
        && covered(a, i, b, j, map, limit, anchorTo, atoms, taken, place);
  }

  private boolean covered(
      double[] a,
      int i,
      double[] b,
      int j,
      int[] map,
      double limit,
      int from,
      int to,
      boolean[] taken,
      double[] place) {
    for (int k = from; k < to; k++) {
      for (int r = 0; r < 3; r++) {
        place[r] = b[3 * j + r] + map[3 + r] * (a[3 * k + map[r]] - a[3 * i + map[r]]);
      }
      boolean found = false;
      for (int m = from; m < to && !found; m++) {
        if (!taken[m] && squaredDistance(place, 0, b, m) <= limit * limit) {
          taken[m] = true;
          found = true;
        }
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The translations that take some atom of the rarer kind to another, with each of the 48 maps,
   * are ranked by how well that kind fits; the best few, and the structure as it stands, are
   * improved by turns of the best permutation (assignment problem) and the best translation.
   */
  @Override
  public double[] align(double[] reference, double[] x) {
    int anchors = anchorTo - anchorFrom;
    double[] scores = new double[STARTS];
    double[][] starts = new double[STARTS][];
    Arrays.fill(scores, Double.POSITIVE_INFINITY);
    double[] shift = new double[3];
    for (int[] map : CUBE) {
      double[] turned = turned(x, map);
      for (int i = anchorFrom; i < anchorTo; i++) {
        for (int j = anchorFrom; j < anchorTo; j++) {
          for (int d = 0; d < 3; d++) {
            shift[d] = reference[3 * j + d] - turned[3 * i + d];
          }
          double score = misfit(reference, turned, shift, scores[STARTS - 1]);
          if (score < scores[STARTS - 1]) {
            insert(scores, starts, score, shifted(turned, shift));
          }
        }
      }
    }
    double[] best = refined(reference, x.clone());
    double least = squaredDistance(reference, best);
    for (int k = 0; k < STARTS && k < 48 * anchors; k++) {
      if (starts[k] != null) {
        double[] candidate = refined(reference, starts[k]);
        double sum = squaredDistance(reference, candidate);
        if (sum < least - 1e-9) {
          least = sum;
          best = candidate;
        }
      }
    }
    return best;
  }

  private static double[] turned(double[] x, int[] map) {
    double[] turned = new double[x.length];
    for (int o = 0; o < x.length; o += 3) {
      for (int r = 0; r < 3; r++) {
        turned[o + r] = map[3 + r] * x[o + map[r]];
      }
    }
    return turned;
  }

  private static double[] shifted(double[] x, double[] shift) {
    double[] shifted = x.clone();
    for (int i = 0; i < x.length; i++) {
      shifted[i] += shift[i % 3];
    }
    return shifted;
  }

  /** Sum over the rarer kind of the squared distance to the nearest of its kind. */
  private double misfit(double[] reference, double[] x, double[] shift, double enough) {
    double[] place = new double[3];
    double sum = 0;
    for (int i = anchorFrom; i < anchorTo && sum < enough; i++) {
      for (int d = 0; d < 3; d++) {
        place[d] = x[3 * i + d] + shift[d];
      }
      double least = Double.POSITIVE_INFINITY;
      for (int j = anchorFrom; j < anchorTo; j++) {
        least = Math.min(least, squaredDistance(place, 0, reference, j));
      }
      sum += least;
    }
    return sum;
  }

  private static void insert(double[] scores, double[][] starts, double score, double[] start) {
    int at = scores.length - 1;
    while (at > 0 && scores[at - 1] > score) {
      scores[at] = scores[at - 1];
      starts[at] = starts[at - 1];
      at--;
    }
    scores[at] = score;
    starts[at] = start;
  }

  /** The best permutation and the best translation by turns; ends in images near the reference. */
  private double[] refined(double[] reference, double[] x) {
    double[] best = x;
    double least = Double.POSITIVE_INFINITY;
    double[] moved = x;
    for (int pass = 0; pass < 20; pass++) {
      double[] next = new double[x.length];
      place(reference, moved, next, 0, first);
      place(reference, moved, next, first, atoms);
      double sum = squaredDistance(reference, next);
      if (sum > least - 1e-9) {
        break;
      }
      least = sum;
      best = next;
      double[] shift = new double[3];
      for (int i = 0; i < x.length; i++) {
        shift[i % 3] += (reference[i] - next[i]) / atoms;
      }
      moved = shifted(next, shift);
    }
    return best;
  }

  /** Pairs the atoms of a kind with those of the reference. */
  private void place(double[] reference, double[] x, double[] next, int from, int to) {
    int count = to - from;
    double[] cost = new double[count * count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        cost[i * count + j] = squaredDistance(reference, from + i, x, from + j);
      }
    }
    int[] column = Assignment.solve(cost, count);
    for (int i = 0; i < count; i++) {
      for (int d = 0; d < 3; d++) {
        int to0 = 3 * (from + i) + d;
        next[to0] = reference[to0] + nearest(x[3 * (from + column[i]) + d] - reference[to0]);
      }
    }
  }

  private static double squaredDistance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  @Override
  public String description() {
    return "permutations within each kind x translations of the box x rotations and reflections of"
        + " the cube";
  }
}
