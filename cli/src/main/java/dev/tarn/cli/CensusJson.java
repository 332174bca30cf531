package dev.tarn.cli;

import dev.tarn.explorer.census.CensusSummary;
import dev.tarn.explorer.census.CensusSummary.MethodCost;
import dev.tarn.explorer.census.CensusSummary.OfIndex;
import java.util.ArrayList;
import java.util.List;

/** A census as a JSON object. */
final class CensusJson {
  private static final int BINS = 20;

  private CensusJson() {}

  static Json of(CountedLandscape c) {
    CensusSummary s = c.summary();
    double n = c.size();
    double modes = Math.max(1, c.landscape().vibrationalModes());
    List<Json> indices = new ArrayList<>();
    for (OfIndex of : s.indices()) {
      indices.add(
          Json.object()
              .put("index", of.index())
              .put("count", of.count())
              .put("copies", Math.round(of.copies()))
              .put("certified", of.certified())
              .put("indexPerDegreeOfFreedom", of.index() / modes)
              .put("meanEnergy", of.meanEnergy())
              .put("meanEnergyPerSite", of.meanEnergy() / n)
              .put("lowestEnergy", of.lowestEnergy())
              .put("highestEnergy", of.highestEnergy())
              .put("softestEigenvalue", of.softestEigenvalue())
              .put("coverage", of.coverage().goodTuring())
              .put("coverageLowerLimit", of.coverage().lowerLimit())
              .put("unseen", of.coverage().unseenLowerBound()));
    }
    List<Json> methods = new ArrayList<>();
    for (MethodCost m : s.methods()) {
      methods.add(
          Json.object()
              .put("method", m.method().word())
              .put("searches", m.searches())
              .put("hits", m.hits())
              .put("newPoints", m.newPoints())
              .put("gradients", m.gradients())
              .put("hessians", m.hessians())
              .put("gradientsPerPoint", m.gradients() / (double) m.newPoints())
              .put("hessiansPerPoint", m.hessians() / (double) m.newPoints()));
    }
    return Json.object()
        .put("landscape", c.name())
        .put("total", s.total())
        .put("byIndex", s.byIndex())
        .put("checkSum", s.checkSum())
        .put("certified", s.certified())
        .put("eulerCharacteristic", c.euler().isPresent() ? c.euler().getAsInt() : null)
        .put("checkSumHolds", c.balanced().orElse(null))
        .put("completeness", c.completeness())
        .put("totalCopies", Math.round(s.copies()))
        .put("singular", s.singular())
        .put("coverage", s.coverage().goodTuring())
        .put("coverageLowerLimit", s.coverage().lowerLimit())
        .put("unseen", s.coverage().unseenLowerBound())
        .put("sampled", s.sampled())
        .put("size", c.size())
        .put("degreesOfFreedom", c.landscape().vibrationalModes())
        .put("complexity", c.complexity((double) s.total()))
        .put("softestEigenvalue", s.softestEigenvalue())
        .put("indices", indices)
        .rows(indices)
        .put("joint", joint(c))
        .put("methods", methods)
        .put("failures", s.failures())
        .put("outcome", c.outcome());
  }

  /** Numbers of points by index (rows) and energy per site (columns). */
  private static Json joint(CountedLandscape c) {
    CensusSummary s = c.summary();
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double energy : s.energies()) {
      low = Math.min(low, energy / c.size());
      high = Math.max(high, energy / c.size());
    }
    double width = high > low ? (high - low) / BINS : 1;
    double[] edges = new double[BINS + 1];
    for (int b = 0; b <= BINS; b++) {
      edges[b] = low + b * width;
    }
    List<long[]> counts = new ArrayList<>();
    s.indices().forEach(of -> counts.add(new long[BINS]));
    for (int k = 0; k < s.energies().length; k++) {
      int bin = (int) ((s.energies()[k] / c.size() - low) / width);
      counts.get(s.energyIndices()[k])[Math.max(0, Math.min(BINS - 1, bin))]++;
    }
    return Json.object().put("energyPerSiteEdges", edges).put("counts", counts);
  }

  /** Sums over a series, each of its landscapes, and how the numbers grow. */
  static Json ofSeries(List<CountedLandscape> counted) {
    int indices = counted.stream().mapToInt(c -> c.summary().indices().size()).max().orElse(0);
    long[] byIndex = new long[indices];
    for (CountedLandscape c : counted) {
      long[] own = c.summary().byIndex();
      for (int i = 0; i < own.length; i++) {
        byIndex[i] += own[i];
      }
    }
    List<Json> each = new ArrayList<>();
    for (CountedLandscape c : counted) {
      each.add(
          Json.object()
              .put("landscape", c.name())
              .put("parameters", c.parameters())
              .put("size", c.size())
              .put("total", c.summary().total())
              .put("byIndex", c.summary().byIndex())
              .put("checkSum", c.summary().checkSum())
              .put("checkSumHolds", c.balanced().orElse(null))
              .put("certified", c.summary().certified())
              .put("totalCopies", Math.round(c.summary().copies()))
              .put("singular", c.summary().singular())
              .put("coverage", c.summary().coverage().goodTuring())
              .put("unseen", c.summary().coverage().unseenLowerBound())
              .put("complexity", c.complexity((double) c.summary().total()))
              .put("outcome", c.outcome()));
    }
    List<Json> growth = new ArrayList<>();
    for (CensusGrowth.OfSize g : CensusGrowth.of(counted).sizes()) {
      growth.add(
          Json.object()
              .put("size", g.size())
              .put("label", g.label())
              .put("landscapes", g.landscapes())
              .put("meanTotal", g.meanTotal())
              .put("standardErrorTotal", g.errorTotal())
              .put("meanMinima", g.meanMinima())
              .put("standardErrorMinima", g.errorMinima())
              .put("complexity", g.complexity())
              .put("minimaComplexity", g.minimaComplexity())
              .put("coverage", g.leastCoverage()));
    }
    return Json.object()
        .put("total", counted.stream().mapToLong(c -> c.summary().total()).sum())
        .put("byIndex", byIndex)
        .put("checkSum", counted.stream().mapToLong(c -> c.summary().checkSum()).sum())
        .put("certified", counted.stream().mapToLong(c -> c.summary().certified()).sum())
        .put("landscapes", counted.size())
        .put("series", each)
        .rows(each)
        .put("growth", growth);
  }
}
