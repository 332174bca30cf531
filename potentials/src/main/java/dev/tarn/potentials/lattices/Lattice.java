package dev.tarn.potentials.lattices;

import dev.tarn.potentials.symmetry.LatticeOperation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A hypercubic lattice with bonds between nearest neighbours. Sites are numbered row-major, the
 * last axis fastest.
 *
 * <p>A bond that leaves the lattice at its far side comes in again at the near side; what the field
 * picks up on the way, a phase or a sign, is the <em>twist</em> of that axis. An axis of two sites
 * has two bonds between them, as the sum over all neighbours says. With free boundaries there are
 * no such bonds.
 */
final class Lattice {
  /** How opposite sides are joined. */
  enum Boundary {
    /** The field repeats. */
    PERIODIC,
    /** The field comes back with the opposite sign; planar spins are turned by pi. */
    ANTIPERIODIC,
    /** No bonds. */
    FREE
  }

  final int[] shape;
  final Boundary boundary;
  final int sites;

  /** Site that each bond starts from, and the next one along its axis. */
  final int[] from;

  final int[] to;

  /** Axis whose boundary the bond crosses, or -1. */
  final int[] crosses;

  Lattice(int[] shape, Boundary boundary) {
    this.shape = shape.clone();
    this.boundary = boundary;
    int count = 1;
    for (int extent : shape) {
      count *= extent;
    }
    sites = count;
    int[] starts = new int[sites * shape.length];
    int[] ends = new int[starts.length];
    int[] walls = new int[starts.length];
    int bonds = 0;
    int[] at = new int[shape.length];
    for (int site = 0; site < sites; site++) {
      position(site, at);
      for (int axis = 0; axis < shape.length; axis++) {
        boolean crossing = at[axis] == shape[axis] - 1;
        if (crossing && boundary == Boundary.FREE) {
          continue;
        }
        starts[bonds] = site;
        at[axis] = crossing ? 0 : at[axis] + 1;
        ends[bonds] = site(at);
        at[axis] = crossing ? shape[axis] - 1 : at[axis] - 1;
        walls[bonds++] = crossing ? axis : -1;
      }
    }
    from = Arrays.copyOf(starts, bonds);
    to = Arrays.copyOf(ends, bonds);
    crosses = Arrays.copyOf(walls, bonds);
  }

  private void position(int site, int[] at) {
    int rest = site;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      at[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
  }

  private int site(int[] at) {
    int site = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      site = site * shape[axis] + at[axis];
    }
    return site;
  }

  /** Whether some axis is a ring of two sites, joined twice. */
  private boolean hasDoubleBonds() {
    return boundary != Boundary.FREE && Arrays.stream(shape).anyMatch(extent -> extent == 2);
  }

  /** What a person should know of an axis of two sites. */
  List<String> doubleBondNotes() {
    return hasDoubleBonds()
        ? List.of(
            "the two sites along an axis of a "
                + described()
                + " lattice are joined by two bonds, as the sum over all neighbours says")
        : List.of();
  }

  /** Number of maps of the lattice onto itself, or more. */
  long symmetries() {
    long count = boundary == Boundary.FREE ? 1 : sites;
    for (int axis = 0; axis < shape.length; axis++) {
      count *= 2L * (axis + 1);
    }
    return count;
  }

  /** The maps of the lattice onto itself: translations, reflections, exchange of equal axes. */
  private List<Automorphism> automorphisms() {
    List<Automorphism> found = new ArrayList<>();
    for (int[] axes : permutations(shape.length)) {
      boolean fits = true;
      for (int axis = 0; axis < shape.length; axis++) {
        fits &= shape[axes[axis]] == shape[axis];
      }
      if (!fits) {
        continue;
      }
      int translations = boundary == Boundary.FREE ? 1 : sites;
      int[] origin = new int[shape.length];
      for (int mirrors = 0; mirrors < 1 << shape.length; mirrors++) {
        for (int translation = 0; translation < translations; translation++) {
          position(translation, origin);
          found.add(automorphism(axes, mirrors, origin));
        }
      }
    }
    return found;
  }

  private static List<int[]> permutations(int n) {
    if (n == 1) {
      return List.of(new int[] {0});
    }
    List<int[]> result = new ArrayList<>();
    for (int[] shorter : permutations(n - 1)) {
      for (int at = n - 1; at >= 0; at--) {
        int[] longer = new int[n];
        System.arraycopy(shorter, 0, longer, 0, at);
        longer[at] = n - 1;
        System.arraycopy(shorter, at, longer, at + 1, n - 1 - at);
        result.add(longer);
      }
    }
    return result;
  }

  private Automorphism automorphism(int[] axes, int mirrors, int[] origin) {
    int[] source = new int[sites];
    int[][] windings = new int[sites][shape.length];
    int[] at = new int[shape.length];
    int[] mapped = new int[shape.length];
    for (int site = 0; site < sites; site++) {
      position(site, at);
      for (int axis = 0; axis < shape.length; axis++) {
        boolean mirrored = (mirrors >> axis & 1) != 0;
        int along = at[axes[axis]];
        int moved =
            boundary == Boundary.FREE
                ? (mirrored ? shape[axis] - 1 - along : along)
                : (mirrored ? -along : along) + origin[axis];
        windings[site][axis] = Math.floorDiv(moved, shape[axis]);
        mapped[axis] = Math.floorMod(moved, shape[axis]);
      }
      source[site] = site(mapped);
    }
    return new Automorphism(axes, mirrors, source, windings);
  }

  /**
   * A map of the lattice onto itself.
   *
   * @param axes which axis of the image each axis of the source comes from
   * @param mirrors bit set of the axes that are reversed
   * @param source where each site of the image comes from
   * @param windings how often that was carried across the boundary of each axis
   */
  private record Automorphism(int[] axes, int mirrors, int[] source, int[][] windings) {}

  /**
   * Operations on a real field: all maps of the lattice, each with either sign of the field.
   * Operations that act alike appear once.
   */
  List<LatticeOperation> fieldOperations() {
    Map<List<Long>, LatticeOperation> distinct = new LinkedHashMap<>();
    double[] zero = new double[sites];
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (Automorphism map : automorphisms()) {
        double[] factor = new double[sites];
        for (int site = 0; site < sites; site++) {
          int crossings = boundary == Boundary.ANTIPERIODIC ? sum(map.windings[site]) : 0;
          factor[site] = crossings % 2 == 0 ? sign : -sign;
        }
        LatticeOperation operation = new LatticeOperation(map.source, factor, zero);
        distinct.putIfAbsent(signature(operation.apply(generic()), 0), operation);
      }
    }
    return List.copyOf(distinct.values());
  }

  /**
   * Operations on planar spins: all maps of the lattice, with or without a change of sign of every
   * angle, that leave the twists as they are modulo 2 pi. Operations that differ by a rotation of
   * all spins appear once.
   *
   * @param twists angle picked up across the boundary of each axis
   */
  List<LatticeOperation> planarSpinOperations(double[] twists) {
    Map<List<Long>, LatticeOperation> distinct = new LinkedHashMap<>();
    for (int sign = 1; sign >= -1; sign -= 2) {
      for (Automorphism map : automorphisms()) {
        boolean keepsTwists = true;
        for (int axis = 0; axis < shape.length; axis++) {
          int turn = (map.mirrors >> axis & 1) != 0 ? -sign : sign;
          double change = turn * twists[axis] - twists[map.axes[axis]];
          keepsTwists &= Math.abs(Math.IEEEremainder(change, 2 * Math.PI)) < 1e-12;
        }
        if (!keepsTwists) {
          continue;
        }
        double[] factor = new double[sites];
        double[] shift = new double[sites];
        for (int site = 0; site < sites; site++) {
          factor[site] = sign;
          for (int axis = 0; axis < shape.length; axis++) {
            shift[site] += sign * map.windings[site][axis] * twists[axis];
          }
        }
        LatticeOperation operation = new LatticeOperation(map.source, factor, shift);
        distinct.putIfAbsent(signature(operation.apply(generic()), 2 * Math.PI), operation);
      }
    }
    return List.copyOf(distinct.values());
  }

  /** The operation that changes nothing. */
  LatticeOperation identity() {
    int[] source = new int[sites];
    double[] factor = new double[sites];
    for (int site = 0; site < sites; site++) {
      source[site] = site;
      factor[site] = 1;
    }
    return new LatticeOperation(source, factor, new double[sites]);
  }

  private static int sum(int[] values) {
    return Arrays.stream(values).sum();
  }

  /** A field that no two different operations take to the same one. */
  private double[] generic() {
    double[] field = new double[sites];
    for (int site = 0; site < sites; site++) {
      field[site] = 0.1 + Math.sqrt(2 + site + 0.1 * Math.sin(site));
    }
    return field;
  }

  /** The image in steps of 1e-6; with a period, relative to the first site and modulo it. */
  private static List<Long> signature(double[] image, double period) {
    List<Long> digits = new ArrayList<>();
    long whole = Math.round(period * 1e6);
    for (double value : image) {
      long digit = Math.round((period == 0 ? value : wrapped(value - image[0], period)) * 1e6);
      digits.add(whole > 0 && digit >= whole ? 0 : digit);
    }
    return digits;
  }

  private static double wrapped(double value, double period) {
    return value - period * Math.floor(value / period);
  }

  /** Shape and boundary in words, such as "4 x 4 periodic". */
  String described() {
    StringBuilder text = new StringBuilder();
    for (int extent : shape) {
      text.append(text.length() == 0 ? "" : " x ").append(extent);
    }
    return text + " " + boundary.name().toLowerCase(Locale.ROOT);
  }
}
