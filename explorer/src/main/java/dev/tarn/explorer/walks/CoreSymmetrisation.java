package dev.tarn.explorer.walks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Imposes the approximate symmetry of a cluster's core on the atoms around it.
 *
 * <p>A core, the atoms nearest to a centre chosen by chance, is searched for orthogonal maps that
 * take it to itself within a loose tolerance. These maps, or the powers of one of them, take the
 * outer atoms to places where by symmetry there ought to be atoms as well. The cluster is built
 * again from the core by filling the lowest of these places first; where they run out the free
 * places of the surface are taken.
 *
 * <p>Source: M. T. Oakley, R. L. Johnston and D. J. Wales, Phys. Chem. Chem. Phys. 15, 3965 (2013),
 * for the idea; core, tolerance and filling are chosen differently here. Cost: O(c^3) for a core of
 * c atoms and O(g N^2) for g maps.
 */
final class CoreSymmetrisation implements Move {
  private static final int SMALLEST_CORE = 4;
  private static final double LARGEST_CORE_FRACTION = 0.7;

  /** Images of core atoms may lie that many length scales off the atoms they stand for. */
  private static final double TOLERANCE = 0.22;

  /** A place has no atom nearer than this many length scales. */
  private static final double FREE_WITHIN = 0.7;

  /** Places nearer to each other than this many length scales are one. */
  private static final double SAME_WITHIN = 0.4;

  private static final int MOST_MAPS = 120;

  private final int atoms;
  private final double scale;
  private final AtomBinding binding;
  private final SurfacePlaces surface;

  CoreSymmetrisation(int atoms, double scale) {
    this.atoms = atoms;
    this.scale = scale;
    binding = new AtomBinding(scale);
    surface = new SurfacePlaces(scale, binding);
  }

  @Override
  public boolean apply(double[] minimum, double size, SplittableRandom random, double[] next) {
    int largest = (int) (LARGEST_CORE_FRACTION * atoms);
    if (largest < SMALLEST_CORE) {
      return false;
    }
    int core = coreSize(largest, random);
    double[] x = minimum.clone();
    sortAround(x, random.nextBoolean() ? mean(x, atoms) : tightest(x, random));
    core = untilGap(x, core, largest);
    // The core decides where its centre is.
    double[] centre = mean(x, core);
    for (int i = 0; i < x.length; i++) {
      x[i] -= centre[i % 3];
    }
    List<double[]> maps = maps(x, core);
    if (maps.isEmpty()) {
      return false;
    }
    if (maps.size() > 1 && random.nextBoolean()) {
      maps = powers(maps.get(random.nextInt(maps.size())));
    }
    rebuild(x, core, maps, next);
    return true;
  }

  /**
   * Small cores far more often than large ones: they tell funnels apart, as the octahedron in the
   * middle of a truncated octahedron does, while the symmetry of a large core is that of the funnel
   * which the cluster is in.
   */
  private static int coreSize(int largest, SplittableRandom random) {
    double u = random.nextDouble();
    return SMALLEST_CORE + (int) (u * u * u * u * (largest - SMALLEST_CORE + 1));
  }

  private static double[] mean(double[] x, int count) {
    double[] centre = new double[3];
    for (int i = 0; i < 3 * count; i++) {
      centre[i % 3] += x[i] / count;
    }
    return centre;
  }

  /** An atom among the most strongly bound ones. */
  private double[] tightest(double[] x, SplittableRandom random) {
    int best = random.nextInt(atoms);
    double least = binding.at(x, 3 * best, x, atoms, best);
    for (int draw = 0; draw < 4; draw++) {
      int other = random.nextInt(atoms);
      double energy = binding.at(x, 3 * other, x, atoms, other);
      if (energy < least) {
        least = energy;
        best = other;
      }
    }
    return Arrays.copyOfRange(x, 3 * best, 3 * best + 3);
  }

  private void sortAround(double[] x, double[] centre) {
    double[] from = x.clone();
    Integer[] order = new Integer[atoms];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) ->
            Double.compare(
                AtomBinding.squaredDistance(from, 3 * a, centre, 0),
                AtomBinding.squaredDistance(from, 3 * b, centre, 0)));
    for (int k = 0; k < atoms; k++) {
      System.arraycopy(from, 3 * order[k], x, 3 * k, 3);
    }
  }

  /** Makes the core larger up to the next gap between shells, so that no shell is cut. */
  private int untilGap(double[] x, int core, int largest) {
    double[] centre = mean(x, core);
    int size = core;
    while (size < largest && radius(x, size, centre) - radius(x, size - 1, centre) < 0.1 * scale) {
      size++;
    }
    return size;
  }

  private static double radius(double[] x, int atom, double[] centre) {
    return Math.sqrt(AtomBinding.squaredDistance(x, 3 * atom, centre, 0));
  }

  /** Orthogonal maps about the origin, the identity left out, that take the core to itself. */
  private List<double[]> maps(double[] x, int core) {
    List<double[]> maps = new ArrayList<>();
    double[] origin = new double[3];
    int first = -1;
    for (int i = core - 1; i >= 0 && first < 0; i--) {
      if (radius(x, i, origin) > 0.4 * scale) {
        first = i;
      }
    }
    if (first < 0) {
      return maps;
    }
    int second = -1;
    for (int j = core - 1; j >= 0 && second < 0; j--) {
      if (j != first && height(x, first, j) > 0.4 * scale) {
        second = j;
      }
    }
    double[] frame = new double[9];
    if (second < 0 || !frame(x, first, second, frame)) {
      return maps;
    }
    double tolerance = TOLERANCE * scale;
    double apart = Math.sqrt(AtomBinding.squaredDistance(x, 3 * first, x, 3 * second));
    double[] image = new double[9];
    for (int i = 0; i < core; i++) {
      if (Math.abs(radius(x, i, origin) - radius(x, first, origin)) > tolerance) {
        continue;
      }
      for (int j = 0; j < core; j++) {
        if (j == i
            || Math.abs(radius(x, j, origin) - radius(x, second, origin)) > tolerance
            || Math.abs(Math.sqrt(AtomBinding.squaredDistance(x, 3 * i, x, 3 * j)) - apart)
                > tolerance
            || !frame(x, i, j, image)) {
          continue;
        }
        for (int hand = 1; hand >= -1; hand -= 2) {
          boolean identity = i == first && j == second && hand == 1;
          double[] map = product(image, frame, hand);
          if (!identity && takesToItself(x, core, map, tolerance)) {
            maps.add(map);
            if (maps.size() == MOST_MAPS) {
              return maps;
            }
          }
        }
      }
    }
    return maps;
  }

  /** Distance of atom j from the line through the origin and atom i. */
  private static double height(double[] x, int i, int j) {
    double ii = 0;
    double ij = 0;
    double jj = 0;
    for (int d = 0; d < 3; d++) {
      ii += x[3 * i + d] * x[3 * i + d];
      ij += x[3 * i + d] * x[3 * j + d];
      jj += x[3 * j + d] * x[3 * j + d];
    }
    return Math.sqrt(Math.max(0, jj - ij * ij / ii));
  }

  /** Right-handed axes, as rows, from the directions of two atoms; false if they are in line. */
  private static boolean frame(double[] x, int i, int j, double[] axes) {
    double norm = 0;
    double dot = 0;
    for (int d = 0; d < 3; d++) {
      norm += x[3 * i + d] * x[3 * i + d];
      dot += x[3 * i + d] * x[3 * j + d];
    }
    double height = 0;
    for (int d = 0; d < 3; d++) {
      axes[d] = x[3 * i + d] / Math.sqrt(norm);
      axes[3 + d] = x[3 * j + d] - dot / norm * x[3 * i + d];
      height += axes[3 + d] * axes[3 + d];
    }
    if (!(norm > 0) || height < 1e-6 * norm) {
      return false;
    }
    for (int d = 3; d < 6; d++) {
      axes[d] /= Math.sqrt(height);
    }
    axes[6] = axes[1] * axes[5] - axes[2] * axes[4];
    axes[7] = axes[2] * axes[3] - axes[0] * axes[5];
    axes[8] = axes[0] * axes[4] - axes[1] * axes[3];
    return true;
  }

  /** The map that takes one frame to the other; the third axis is mirrored for hand -1. */
  private static double[] product(double[] image, double[] frame, int hand) {
    double[] map = new double[9];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        map[3 * r + c] =
            image[r] * frame[c] + image[3 + r] * frame[3 + c] + hand * image[6 + r] * frame[6 + c];
      }
    }
    return map;
  }

  private static void apply(double[] map, double[] x, int at, double[] to, int offset) {
    double a = x[at];
    double b = x[at + 1];
    double c = x[at + 2];
    for (int r = 0; r < 3; r++) {
      to[offset + r] = map[3 * r] * a + map[3 * r + 1] * b + map[3 * r + 2] * c;
    }
  }

  private static boolean takesToItself(double[] x, int core, double[] map, double tolerance) {
    double limit = tolerance * tolerance;
    double[] place = new double[3];
    for (int i = 0; i < core; i++) {
      apply(map, x, 3 * i, place, 0);
      boolean taken = false;
      for (int j = 0; j < core && !taken; j++) {
        taken = AtomBinding.squaredDistance(place, 0, x, 3 * j) < limit;
      }
      if (!taken) {
        return false;
      }
    }
    return true;
  }

  /** The first powers of a map, until the identity comes near again. */
  private static List<double[]> powers(double[] map) {
    List<double[]> powers = new ArrayList<>();
    double[] power = map;
    for (int k = 1; k < 10; k++) {
      if (power[0] + power[4] + power[8] > 2.8) {
        break;
      }
      powers.add(power);
      double[] next = new double[9];
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          for (int i = 0; i < 3; i++) {
            next[3 * r + c] += map[3 * r + i] * power[3 * i + c];
          }
        }
      }
      power = next;
    }
    return powers;
  }

  private void rebuild(double[] x, int core, List<double[]> maps, double[] next) {
    double[] places = new double[3 * (atoms - core) * (maps.size() + 1)];
    int size = 0;
    double same = SAME_WITHIN * SAME_WITHIN * scale * scale;
    double free = FREE_WITHIN * FREE_WITHIN * scale * scale;
    for (int i = core; i < atoms; i++) {
      for (int m = -1; m < maps.size(); m++) {
        if (m < 0) {
          System.arraycopy(x, 3 * i, places, 3 * size, 3);
        } else {
          apply(maps.get(m), x, 3 * i, places, 3 * size);
        }
        if (isFree(places, size, places, size, same) && isFree(places, size, x, core, free)) {
          size++;
        }
      }
    }
    System.arraycopy(x, 0, next, 0, 3 * core);
    double[] energies = new double[size];
    for (int p = 0; p < size; p++) {
      energies[p] = binding.at(places, 3 * p, next, core, -1);
    }
    for (int k = core; k < atoms; k++) {
      int best = -1;
      for (int p = 0; p < size; p++) {
        if (energies[p] < 0 && (best < 0 || energies[p] < energies[best])) {
          best = p;
        }
      }
      if (best < 0) {
        surface.find(next, k);
        int place = surface.ofRank(0);
        if (place < 0) {
          System.arraycopy(x, 3 * k, next, 3 * k, 3);
          continue;
        }
        surface.copy(place, next, 3 * k);
      } else {
        System.arraycopy(places, 3 * best, next, 3 * k, 3);
      }
      for (int p = 0; p < size; p++) {
        double squared = AtomBinding.squaredDistance(places, 3 * p, next, 3 * k);
        energies[p] =
            squared < free ? Double.POSITIVE_INFINITY : energies[p] + binding.pair(squared);
      }
    }
  }

  private static boolean isFree(double[] places, int at, double[] x, int count, double limit) {
    for (int j = 0; j < count; j++) {
      if (AtomBinding.squaredDistance(places, 3 * at, x, 3 * j) < limit) {
        return false;
      }
    }
    return true;
  }
}
