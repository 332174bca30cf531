package dev.tarn.explorer.census;

import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a census says of a stored landscape: numbers, energies and softness by index, how much of it
 * has been seen and how much is proved. Landscapes that were explored or imported have one as well.
 *
 * @param indices an entry for each index from 0 to the highest that occurs
 * @param singular singular points, a family counted once for each energy
 * @param certified isolated points that are proved to exist
 * @param energies of the isolated points, by ascending index; not copied
 * @param energyIndices their indices; not copied
 * @param methods what each method that was used has yielded and cost; empty without a census
 * @param failures reasons for which searches ended without a point
 * @param coverage of all isolated points
 * @param sampled whether coverages rest on independent samples, not on all hits
 */
public record CensusSummary(
    List<OfIndex> indices,
    long singular,
    long certified,
    double[] energies,
    int[] energyIndices,
    List<MethodCost> methods,
    TreeMap<String, Long> failures,
    Coverage coverage,
    boolean sampled) {

  /**
   * The isolated points of one index.
   *
   * @param index number of negative eigenvalues
   * @param count how many
   * @param copies how many with every copy counted: count, where copies are kept apart already
   * @param certified how many are proved to exist
   * @param meanEnergy mean energy; NaN without points
   * @param lowestEnergy lowest energy; NaN without points
   * @param highestEnergy highest energy; NaN without points
   * @param softestEigenvalue smallest magnitude of a Hessian eigenvalue; NaN if unknown
   * @param coverage see {@link Coverage}
   */
  public record OfIndex(
      int index,
      long count,
      double copies,
      long certified,
      double meanEnergy,
      double lowestEnergy,
      double highestEnergy,
      double softestEigenvalue,
      Coverage coverage) {}

  /**
   * What a method has yielded and cost, over all runs.
   *
   * @param method the method
   * @param searches searches
   * @param hits searches that ended at a point
   * @param newPoints isolated points that it was the first to find
   * @param gradients gradients
   * @param hessians Hessians
   */
  public record MethodCost(
      CensusMethod method,
      long searches,
      long hits,
      long newPoints,
      long gradients,
      long hessians) {}

  /** Numbers by index, from 0 to the highest that occurs. */
  public long[] byIndex() {
    return indices.stream().mapToLong(OfIndex::count).toArray();
  }

  /** Number of isolated points. */
  public long total() {
    return indices.stream().mapToLong(OfIndex::count).sum();
  }

  /** Sum of (-1)^index over the isolated points, every copy counted. */
  public long checkSum() {
    double sum = 0;
    for (OfIndex of : indices) {
      sum += (of.index() % 2 == 0 ? 1 : -1) * of.copies();
    }
    return Math.round(sum);
  }

  /** Smallest magnitude of a Hessian eigenvalue among the isolated points; NaN if unknown. */
  public double softestEigenvalue() {
    return indices.stream()
        .mapToDouble(OfIndex::softestEigenvalue)
        .filter(v -> !Double.isNaN(v))
        .min()
        .orElse(Double.NaN);
  }

  /** Number of all copies of the isolated points. */
  public double copies() {
    return indices.stream().mapToDouble(OfIndex::copies).sum();
  }

  /**
   * Reads a landscape.
   *
   * @param groupOrder number of operations of the discrete symmetry that identifies copies; 1 if
   *     copies are kept apart
   */
  public static CensusSummary of(LandscapeStore store, String landscape, double groupOrder) {
    TreeMap<Integer, Collected> byIndex = new TreeMap<>();
    long[] singular = new long[1];
    java.util.function.Consumer<StationaryPoint> add =
        point -> {
          if (point instanceof UnconnectedStationaryPoint u && u.unexpectedZeroEigenvalues() > 0) {
            singular[0]++;
          } else {
            byIndex.computeIfAbsent(point.index(), i -> new Collected()).add(point, groupOrder);
          }
        };
    store.forEachMinimum(landscape, add);
    store.forEachTransitionState(landscape, add);
    store.forEachStationaryPoint(landscape, add);
    boolean sampled = byIndex.values().stream().anyMatch(c -> c.sampled);
    List<OfIndex> indices = new ArrayList<>();
    int highest = byIndex.isEmpty() ? -1 : byIndex.lastKey();
    Collected all = new Collected();
    for (int index = 0; index <= highest; index++) {
      Collected of = byIndex.getOrDefault(index, new Collected());
      indices.add(of.summary(index, sampled));
      all.append(of, index);
    }
    List<MethodCost> methods = new ArrayList<>();
    TreeMap<String, Long> failures = new TreeMap<>();
    Optional<CheckpointSections> sections =
        store.checkpoint(landscape).map(Checkpoint::state).flatMap(CensusStatistics::sections);
    if (sections.isPresent()) {
      CensusStatistics statistics =
          CensusStatistics.decode(sections.get(), (kind, relaxed, hits, samples) -> {});
      statistics.tallies.forEach(
          (method, t) -> {
            if (t.searches > 0) {
              methods.add(
                  new MethodCost(method, t.searches, t.hits, t.newPoints, t.gradients, t.hessians));
            }
          });
      failures.putAll(statistics.failures);
    }
    return new CensusSummary(
        List.copyOf(indices),
        singular[0],
        indices.stream().mapToLong(OfIndex::certified).sum(),
        Arrays.copyOf(all.energies, all.count),
        Arrays.copyOf(all.indices, all.count),
        List.copyOf(methods),
        failures,
        Coverage.ofHits(sampled ? all.samples : all.hits, all.count),
        sampled);
  }

  /** Points while they are collected. */
  private static final class Collected {
    private int count;
    private double[] energies = new double[16];
    private int[] indices = new int[16];
    private long[] hits = new long[16];
    private long[] samples = new long[16];
    private double copies;
    private long certified;
    private double softest = Double.NaN;
    private boolean sampled;

    void add(StationaryPoint point, double groupOrder) {
      double samplesOf = point.observables().get(StoredPoint.SAMPLES).orElse(0);
      append(point.energy(), point.index(), point.hits(), (long) samplesOf);
      sampled |= samplesOf > 0;
      copies += groupOrder > 1 ? groupOrder / point.symmetryOrder() : 1;
      certified += point.observables().get(StoredPoint.CERTIFIED).isPresent() ? 1 : 0;
      double soft = point.observables().get(StoredPoint.SOFTEST).orElse(Double.NaN);
      softest =
          Double.isNaN(softest) ? soft : Math.min(softest, Double.isNaN(soft) ? softest : soft);
    }

    private void append(double energy, int index, long hitsOf, long samplesOf) {
      if (count == energies.length) {
        energies = Arrays.copyOf(energies, 2 * count);
        indices = Arrays.copyOf(indices, 2 * count);
        hits = Arrays.copyOf(hits, 2 * count);
        samples = Arrays.copyOf(samples, 2 * count);
      }
      energies[count] = energy;
      indices[count] = index;
      hits[count] = hitsOf;
      samples[count] = samplesOf;
      count++;
    }

    void append(Collected other, int index) {
      for (int k = 0; k < other.count; k++) {
        append(other.energies[k], index, other.hits[k], other.samples[k]);
      }
    }

    OfIndex summary(int index, boolean bySamples) {
      double[] mine = Arrays.copyOf(energies, count);
      return new OfIndex(
          index,
          count,
          copies,
          certified,
          Arrays.stream(mine).average().orElse(Double.NaN),
          Arrays.stream(mine).min().orElse(Double.NaN),
          Arrays.stream(mine).max().orElse(Double.NaN),
          softest,
          Coverage.ofHits(bySamples ? samples : hits, count));
    }
  }
}
