package dev.tarn.explorer.census;

import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.landscape.Coverage;
import dev.tarn.potentials.symmetry.KnownPoints;
import dev.tarn.potentials.symmetry.Symmetry;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All points known, by position: the order in which they were found. Isolated ones are told apart
 * by identity, singular ones by energy, so that a continuous family is one entry.
 *
 * <p>May be read by many threads while nobody adds.
 */
final class CensusPoints implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How a point stands in the store. */
  enum Kind {
    MINIMUM(0),
    TRANSITION_STATE(1),
    UNCONNECTED(2);

    /** What stands for it in a checkpoint. */
    final int code;

    Kind(int code) {
      this.code = code;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalStateException("checkpoint is damaged: kind " + code);
    }
  }

  private final KnownPoints isolated;
  private final Map<Long, List<Integer>> families = new TreeMap<>();
  private final double familyTolerance;
  private int[] positionOfIsolated = new int[64];
  private CensusPoint[] points = new CensusPoint[64];
  private Kind[] kind = new Kind[64];
  private long[] id = new long[64];
  private long[] hits = new long[64];
  private long[] samples = new long[64];
  private boolean[] relaxed = new boolean[64];
  private final Map<Kind, Long> ids = new EnumMap<>(Kind.class);
  private final long[] byIndex;
  private final long groupOrder;
  private double alternating;
  private int size;
  private int singular;

  CensusPoints(Symmetry symmetry, Tolerance tolerance, double scale, int modes) {
    isolated = new KnownPoints(symmetry, tolerance.energy(), tolerance.distance() * scale);
    // Where the Hessian vanishes, points and with them energies are less sharp.
    familyTolerance = 10 * tolerance.energy();
    byIndex = new long[modes + 1];
    groupOrder = symmetry.groupOrder().orElse(1);
  }

  int size() {
    return size;
  }

  int isolatedCount() {
    return size - singular;
  }

  int singularCount() {
    return singular;
  }

  /** Numbers of isolated points by index, 0 to the number of modes. */
  long[] byIndex() {
    return byIndex.clone();
  }

  /** Sum of (-1)^index over the isolated points, every copy counted. */
  long checkSum() {
    return Math.round(alternating);
  }

  boolean isMinimum(int position) {
    return kind[position] == Kind.MINIMUM;
  }

  CensusPoint point(int position) {
    return points[position];
  }

  Kind kind(int position) {
    return kind[position];
  }

  /** Identity in the store, among the points of its kind. */
  long id(int position) {
    return id[position];
  }

  long hits(int position) {
    return hits[position];
  }

  long samples(int position) {
    return samples[position];
  }

  boolean isRelaxed(int position) {
    return relaxed[position];
  }

  void setRelaxed(int position) {
    relaxed[position] = true;
  }

  void setHits(int position, long newHits, long newSamples) {
    hits[position] = newHits;
    samples[position] = newSamples;
  }

  void hit(int position, boolean sample) {
    hits[position]++;
    samples[position] += sample ? 1 : 0;
  }

  int findIsolated(double energyOf, double[] x) {
    int at = isolated.find(energyOf, x);
    return at < 0 ? -1 : positionOfIsolated[at];
  }

  int findSingular(CensusPoint point) {
    long cell = (long) Math.floor(point.energy() / familyTolerance);
    for (long c = cell - 1; c <= cell + 1; c++) {
      for (int at : families.getOrDefault(c, List.of())) {
        if (Math.abs(points[at].energy() - point.energy()) <= familyTolerance) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Adds a point that is not known; returns its position. */
  int add(CensusPoint point, Kind kindOf) {
    int at = size++;
    if (at == points.length) {
      grow();
    }
    kind[at] = kindOf;
    id[at] = ids.merge(kindOf, 1L, Long::sum);
    points[at] = point;
    if (point.isSingular()) {
      singular++;
      relaxed[at] = true;
      families
          .computeIfAbsent(
              (long) Math.floor(point.energy() / familyTolerance), c -> new ArrayList<>())
          .add(at);
    } else {
      byIndex[point.index()]++;
      alternating += (point.index() % 2 == 0 ? 1.0 : -1.0) * groupOrder / point.symmetryOrder();
      relaxed[at] = point.index() == 0;
      int among = isolated.add(point.energy(), point.coordinates());
      if (among == positionOfIsolated.length) {
        positionOfIsolated = Arrays.copyOf(positionOfIsolated, 2 * among);
      }
      positionOfIsolated[among] = at;
    }
    return at;
  }

  private void grow() {
    int length = 2 * points.length;
    points = Arrays.copyOf(points, length);
    kind = Arrays.copyOf(kind, length);
    id = Arrays.copyOf(id, length);
    hits = Arrays.copyOf(hits, length);
    samples = Arrays.copyOf(samples, length);
    relaxed = Arrays.copyOf(relaxed, length);
  }

  /** Coverage of the isolated points of one index, or of all for -1, by samples or by all hits. */
  Coverage coverage(int ofIndex, boolean bySamples) {
    long[] counts = bySamples ? samples : hits;
    long[] chosen = new long[size];
    int count = 0;
    for (int at = 0; at < size; at++) {
      if (!points[at].isSingular() && (ofIndex < 0 || points[at].index() == ofIndex)) {
        chosen[count++] = counts[at];
      }
    }
    return Coverage.ofHits(chosen, count);
  }
}
