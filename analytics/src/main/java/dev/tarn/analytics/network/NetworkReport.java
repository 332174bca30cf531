package dev.tarn.analytics.network;

import dev.tarn.analytics.network.powerlaw.PowerLaw;
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
 * @param powerLaw whether the degrees follow a power law
 * @param smallWorld whether the network is a small world
 * @param growth how path length and clustering grow with the network
 * @param hubs the best connected minima, assortativity
 * @param stepsToGlobalMinimum steps from every minimum to the global minimum
 * @param communities divisions into communities, the first one the best
 * @param agreements how well the divisions agree, each two of them
 * @param nodeMeasures what the analysis says of each minimum
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
    int basinsInLargestComponent,
    PowerLaw powerLaw,
    SmallWorld smallWorld,
    Growth growth,
    Hubs hubs,
    StepsToGlobalMinimum stepsToGlobalMinimum,
    List<Communities> communities,
    List<Agreement> agreements,
    NodeMeasures nodeMeasures) {

  /**
   * How well two divisions into communities agree.
   *
   * @param one name of a division
   * @param other name of another
   * @param normalisedMutualInformation 1 if they are the same
   */
  public record Agreement(String one, String other, double normalisedMutualInformation) {}

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

  /** Small-world sigma against random graphs of the same size; NaN if undefined. */
  public double smallWorldSigma() {
    return smallWorld.sameSize().sigma().value();
  }

  /** Number of connected components. */
  public int components() {
    return componentSizes.size();
  }
}
