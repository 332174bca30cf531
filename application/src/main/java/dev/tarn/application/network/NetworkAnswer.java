package dev.tarn.application.network;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.DegreePicture;
import dev.tarn.analytics.network.Hubs;
import dev.tarn.analytics.network.NetworkPicture;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.network.NodeMeasures;
import dev.tarn.analytics.network.PathLengthPicture;
import dev.tarn.analytics.network.SmallWorld;
import dev.tarn.analytics.network.powerlaw.PowerLaw;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.MinimumProperty;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A landscape measured as a network.
 *
 * @param subject what was measured
 * @param report all measures
 */
public record NetworkAnswer(Subject subject, NetworkReport report) implements Answer {

  /**
   * What was written back.
   *
   * @param property name of the property
   * @param minima how many minima have it now
   */
  public record WrittenRow(String property, long minima) {}

  /** The measures in one row. */
  public NetworkRow row() {
    return NetworkRow.of(report, subject.part().describe());
  }

  /** The drawings that the network allows, by what they show. */
  public Map<String, Picture> pictures() {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    if (report.nodes() <= NetworkPicture.MOST_NODES) {
      Network network = subject.network();
      pictures.put(
          "network", NetworkPicture.of(network, subject.name(), MinimumProperty.energy(network)));
    }
    if (report.nodes() > 1) {
      pictures.put("degrees", DegreePicture.of(report));
      pictures.put("path-lengths", PathLengthPicture.of(report));
    }
    return pictures;
  }

  /**
   * The prefix of properties, as it may be used.
   *
   * @throws QuestionException if it is no name of letters, digits and '_'
   */
  public static String prefix(String prefix) {
    if (!prefix.isEmpty() && !prefix.matches("[A-Za-z][A-Za-z0-9_]*")) {
      throw QuestionException.misuse(
          new OptionName("writeAs"),
          ": expected a name of letters, digits and '_', found ",
          prefix);
    }
    return prefix;
  }

  /**
   * Writes the measures of each minimum back to the landscape.
   *
   * @param prefix what their names begin with; none if empty
   * @return what was written, by name
   */
  public List<WrittenRow> writeBack(String prefix) {
    NodeMeasures measures = report.nodeMeasures();
    List<WrittenRow> written = new ArrayList<>();
    for (String measure : measures.of(0).keySet()) {
      String property = prefix(prefix).isEmpty() ? measure : prefix + "_" + measure;
      Number[] values =
          IntStream.range(0, measures.size())
              .mapToObj(node -> measures.of(node).get(measure))
              .toArray(Number[]::new);
      subject.source().write(property, measures.minimumIds(), values);
      written.add(new WrittenRow(property, values.length));
    }
    return written;
  }

  @Override
  public NamedValues values() {
    NetworkReport r = report;
    return NamedValues.empty()
        .put("landscape", r.landscape())
        .put("nodes", r.nodes())
        .put("edges", r.edges())
        .put("meanDegree", r.meanDegree())
        .put("maximumDegree", r.degrees().maximum())
        .put("degreeCounts", r.degrees().counts())
        .put("meanShortestPath", r.meanShortestPath())
        .put("meanShortestPathError", r.pathLengths().standardError())
        .put("pathLengthCounts", r.pathLengths().counts())
        .put("diameter", r.diameter())
        .put("clusteringCoefficient", r.clusteringCoefficient())
        .put("globalClusteringCoefficient", r.clustering().global())
        .put("assortativity", r.hubs().assortativity())
        .put("degreeEnergyCorrelation", r.hubs().degreeEnergyCorrelation())
        .put("smallWorldSigma", r.smallWorldSigma())
        .put("smallWorld", values(r.smallWorld()))
        .put("powerLaw", values(r.powerLaw()))
        .put("monotonicSequenceBasins", r.basins().size())
        .put("monotonicSequenceBasinsInLargestComponent", r.basinsInLargestComponent())
        .put("basins", r.basins().stream().map(NetworkAnswer::values).toList())
        .put("communities", r.communities().stream().map(NetworkAnswer::values).toList())
        .put("hubs", r.hubs().top().stream().map(NetworkAnswer::values).toList())
        .put("stepsToGlobalMinimum", r.stepsToGlobalMinimum().counts())
        .put("growth", r.growth().verdict())
        .put("connectedComponents", r.components())
        .put("componentSizes", r.componentSizes())
        .put("minima", r.minima())
        .put("transitionStates", r.transitionStates())
        .put("loops", r.loops())
        .put("parallelEdges", r.parallelEdges())
        .withRows(this::rows);
  }

  /** A row of measures for each minimum. */
  private List<NamedValues> rows() {
    NodeMeasures measures = report.nodeMeasures();
    return IntStream.range(0, measures.size())
        .mapToObj(
            node ->
                NamedValues.empty()
                    .put("minimum", measures.minimumIds()[node])
                    .put("energy", subject.network().energy(node))
                    .putAll(measures.of(node)))
        .toList();
  }

  private static NamedValues values(SmallWorld smallWorld) {
    SmallWorld.Comparison same = smallWorld.sameSize();
    SmallWorld.Comparison degrees = smallWorld.sameDegrees();
    return NamedValues.empty()
        .put("sigma", same.sigma().value())
        .put("sigmaError", same.sigma().error())
        .put("omega", same.omega().value())
        .put("omegaError", same.omega().error())
        .put("randomMeanPath", same.meanPath().value())
        .put("randomClustering", same.clustering().value())
        .put("sigmaSameDegrees", degrees.sigma().value())
        .put("sigmaSameDegreesError", degrees.sigma().error())
        .put("verdict", smallWorld.verdict());
  }

  private static NamedValues values(PowerLaw powerLaw) {
    NamedValues values = NamedValues.empty().put("verdict", powerLaw.verdict());
    if (powerLaw instanceof PowerLaw.Fit fit) {
      values
          .put("exponent", fit.alpha())
          .put("exponentError", fit.alphaError())
          .put("xMin", fit.xMin())
          .put("tail", fit.tail())
          .put("distance", fit.distance())
          .put("pValue", fit.pValue())
          .put("support", fit.support().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .put("comparisons", fit.comparisons().stream().map(NetworkAnswer::values).toList());
    }
    return values;
  }

  private static NamedValues values(PowerLaw.Comparison comparison) {
    return NamedValues.empty()
        .put("alternative", comparison.alternative().words())
        .put("logLikelihoodRatio", comparison.logLikelihoodRatio())
        .put("pValue", comparison.pValue());
  }

  private static NamedValues values(NetworkReport.Basin basin) {
    return NamedValues.empty()
        .put("minimum", basin.bottom())
        .put("energy", basin.energy())
        .put("size", basin.size())
        .put("component", basin.component());
  }

  private static NamedValues values(Communities communities) {
    return NamedValues.empty()
        .put("method", communities.method().words())
        .put("modularity", communities.modularity())
        .put("count", communities.list().size())
        .put("members", NamedValues.ofRecords(communities.list()));
  }

  private static NamedValues values(Hubs.Hub hub) {
    return NamedValues.empty()
        .put("minimum", hub.minimum())
        .put("degree", hub.degree())
        .put("energy", hub.energy())
        .put("energyRank", hub.energyRank())
        .put("betweenness", hub.betweenness());
  }
}
