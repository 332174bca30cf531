package dev.tarn.application.network;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.network.powerlaw.PowerLaw;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures of the largest component, as in {@link NetworkReport}; an undefined number is null.
 *
 * @param projection what part of the landscape it is; empty for the whole
 */
public record NetworkRow(
    long nodes,
    long edges,
    double meanDegree,
    long maximumDegree,
    @Nullable Double meanShortestPath,
    long diameter,
    @Nullable Double clusteringCoefficient,
    @Nullable Double globalClusteringCoefficient,
    @Nullable Double assortativity,
    @Nullable Double smallWorldSigma,
    String smallWorld,
    @Nullable Double powerLawExponent,
    @Nullable Double powerLawPValue,
    String powerLaw,
    long monotonicSequenceBasins,
    long communities,
    @Nullable Double modularity,
    long connectedComponents,
    long minima,
    long transitionStates,
    long loops,
    long parallelEdges,
    String projection) {

  static NetworkRow of(NetworkReport r, String projection) {
    Optional<PowerLaw.Fit> fit =
        r.powerLaw() instanceof PowerLaw.Fit found ? Optional.of(found) : Optional.empty();
    Communities best = r.communities().get(0);
    return new NetworkRow(
        r.nodes(),
        r.edges(),
        r.meanDegree(),
        r.degrees().maximum(),
        defined(r.meanShortestPath()),
        r.diameter(),
        defined(r.clusteringCoefficient()),
        defined(r.clustering().global()),
        defined(r.hubs().assortativity()),
        defined(r.smallWorldSigma()),
        r.smallWorld().verdict(),
        defined(fit.map(PowerLaw.Fit::alpha).orElse(Double.NaN)),
        defined(fit.map(PowerLaw.Fit::pValue).orElse(Double.NaN)),
        r.powerLaw().verdict(),
        r.basins().size(),
        best.list().size(),
        defined(best.modularity()),
        r.components(),
        r.minima(),
        r.transitionStates(),
        r.loops(),
        r.parallelEdges(),
        projection);
  }

  private static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }
}
