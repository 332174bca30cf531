package dev.tarn.analytics.network;

import java.util.List;

/**
 * What {@link NetworkAnalysis} finds. Measures are of the simple graph of the largest component
 * unless said otherwise; an undefined number (the mean path of a single node) is NaN.
 *
 * @param landscape name of the landscape
 * @param minima number of minima of the whole network
 * @param transitionStates number of transition states of the whole network
 * @param loops how many of them are degenerate rearrangements
 * @param parallelEdges how many of them join two minima that an earlier one joins already
 * @param componentSizes sizes of the connected components, descending
 * @param nodes number of minima in the largest component
 * @param edges number of distinct pairs of neighbours in the largest component
 * @param degrees degree distribution
 * @param pathLengths shortest paths in steps
 * @param clustering clustering coefficients
 * @param basins monotonic sequence basins of the whole network, by ascending energy
 * @param basinsInLargestComponent how many of the basins lie in the largest component
 */
public record NetworkReport(
    String landscape,
    int minima,
    int transitionStates,
    int loops,
    int parallelEdges,
    List<Integer> componentSizes,
    int nodes,
    int edges,
    DegreeDistribution degrees,
    PathLengths pathLengths,
    Clustering clustering,
    List<Basin> basins,
    int basinsInLargestComponent) {

  /**
   * A monotonic sequence basin.
   *
   * @param bottom id of the minimum at its bottom
   * @param energy energy of that minimum
   * @param size number of minima in it
   * @param component number of the connected component that it lies in, 0 for the largest
   */
  public record Basin(long bottom, double energy, int size, int component) {}

  /** Mean number of neighbours. */
  public double meanDegree() {
    return degrees.mean();
  }

  /** Mean number of steps between two minima. */
  public double meanShortestPath() {
    return pathLengths.mean();
  }

  /** Largest number of steps between two minima. */
  public int diameter() {
    return pathLengths.diameter();
  }

  /** Average local clustering coefficient. */
  public double clusteringCoefficient() {
    return clustering.averageLocal();
  }

  /** Number of connected components. */
  public int components() {
    return componentSizes.size();
  }
}
