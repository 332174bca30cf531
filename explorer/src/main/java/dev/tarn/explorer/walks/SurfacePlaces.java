package dev.tarn.explorer.walks;

import java.util.Arrays;

/**
 * The free places around a group of atoms: the points at the length scale from three atoms that are
 * neighbours of each other, unless another atom is in the way.
 *
 * <p>These are where one more atom would come to rest on the surface, and vacancies inside. Cost:
 * O(N) triangles of neighbours, O(N) for each.
 */
final class SurfacePlaces {
  /** Atoms nearer than this many length scales are neighbours. */
  private static final double NEIGHBOURS_WITHIN = 1.25;

  /** A place has no atom nearer than this many length scales. */
  private static final double FREE_WITHIN = 0.8;

  /** Places nearer to each other than this many length scales are one. */
  private static final double SAME_WITHIN = 0.25;

  private final double scale;
  private final AtomBinding binding;
  private double[] places = new double[0];
  private double[] energies = new double[0];
  private int size;

  SurfacePlaces(double scale, AtomBinding binding) {
    this.scale = scale;
    this.binding = binding;
  }

  /** Finds the places around the first {@code atoms} atoms of x. */
  void find(double[] x, int atoms) {
    size = 0;
    double near = squared(NEIGHBOURS_WITHIN);
    int[] neighbours = new int[atoms];
    for (int i = 0; i < atoms; i++) {
      int count = 0;
      for (int j = i + 1; j < atoms; j++) {
        if (AtomBinding.squaredDistance(x, 3 * i, x, 3 * j) < near) {
          neighbours[count++] = j;
        }
      }
      for (int a = 0; a < count; a++) {
        for (int b = a + 1; b < count; b++) {
          if (AtomBinding.squaredDistance(x, 3 * neighbours[a], x, 3 * neighbours[b]) < near) {
            cap(x, atoms, 3 * i, 3 * neighbours[a], 3 * neighbours[b]);
          }
        }
      }
    }
  }

  private double squared(double lengthScales) {
    double length = lengthScales * scale;
    return length * length;
  }

  /** The two points at the length scale from three atoms. */
  private void cap(double[] x, int atoms, int a, int b, int c) {
    double ux = x[b] - x[a];
    double uy = x[b + 1] - x[a + 1];
    double uz = x[b + 2] - x[a + 2];
    double vx = x[c] - x[a];
    double vy = x[c + 1] - x[a + 1];
    double vz = x[c + 2] - x[a + 2];
    double nx = uy * vz - uz * vy;
    double ny = uz * vx - ux * vz;
    double nz = ux * vy - uy * vx;
    double area = nx * nx + ny * ny + nz * nz;
    double uu = ux * ux + uy * uy + uz * uz;
    double vv = vx * vx + vy * vy + vz * vz;
    double uv = ux * vx + uy * vy + uz * vz;
    // Centre of the circle through the three atoms: a + s u + t v.
    double s = vv * (uu - uv) / (2 * area);
    double t = uu * (vv - uv) / (2 * area);
    double px = s * ux + t * vx;
    double py = s * uy + t * vy;
    double pz = s * uz + t * vz;
    double height = scale * scale - (px * px + py * py + pz * pz);
    if (!(height > 0)) {
      return;
    }
    double rise = Math.sqrt(height / area);
    for (int side = -1; side <= 1; side += 2) {
      add(
          x,
          atoms,
          x[a] + px + side * rise * nx,
          x[a + 1] + py + side * rise * ny,
          x[a + 2] + pz + side * rise * nz);
    }
  }

  private void add(double[] x, int atoms, double px, double py, double pz) {
    if (3 * size == places.length) {
      places = Arrays.copyOf(places, Math.max(192, 2 * places.length));
      energies = Arrays.copyOf(energies, places.length / 3);
    }
    int at = 3 * size;
    places[at] = px;
    places[at + 1] = py;
    places[at + 2] = pz;
    double same = squared(SAME_WITHIN);
    for (int k = 0; k < size; k++) {
      if (AtomBinding.squaredDistance(places, at, places, 3 * k) < same) {
        return;
      }
    }
    double free = squared(FREE_WITHIN);
    for (int j = 0; j < atoms; j++) {
      if (AtomBinding.squaredDistance(places, at, x, 3 * j) < free) {
        return;
      }
    }
    energies[size++] = binding.at(places, at, x, atoms, -1);
  }

  int size() {
    return size;
  }

  double energy(int place) {
    return energies[place];
  }

  /** Copies a place to {@code x} at {@code offset}. */
  void copy(int place, double[] x, int offset) {
    System.arraycopy(places, 3 * place, x, offset, 3);
  }

  /** The {@code rank}-th lowest place, from 0; the highest one if there are fewer; -1 if none. */
  int ofRank(int rank) {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (a, b) -> Double.compare(energies[a], energies[b]));
    return size == 0 ? -1 : order[Math.min(rank, size - 1)];
  }
}
