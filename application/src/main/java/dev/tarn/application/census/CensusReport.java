package dev.tarn.application.census;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.StoredPotential;
import dev.tarn.explorer.census.CensusSummary;
import dev.tarn.explorer.census.CensusSummary.MethodCost;
import dev.tarn.explorer.census.CensusSummary.OfIndex;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A stored landscape with its census, and what its potential says should come out.
 *
 * @param landscape what is known of it as a whole
 * @param summary its census
 * @param parameters the potential's parameters by name
 * @param euler Euler characteristic of its space, if the Morse theorem holds there
 * @param outcome why the last run ended; empty without runs
 */
public record CensusReport(
    Landscape landscape,
    CensusSummary summary,
    Map<String, Object> parameters,
    OptionalInt euler,
    String outcome)
    implements Answer {

  private static final int BINS = 20;

  /** Words that name a size in parameters. */
  private static final List<String> SIZES = List.of("spins", "points", "atoms");

  /**
   * The census of a stored landscape.
   *
   * @param known its potential, if that is at hand
   */
  public static CensusReport of(
      LandscapeStore store, Landscape landscape, Optional<Potential> known) {
    Optional<Potential> potential = known.or(() -> StoredPotential.of(landscape));
    double groupOrder =
        potential.map(p -> (double) p.symmetry().groupOrder().orElse(1)).orElse(1.0);
    List<Run> runs = store.runs(landscape.name());
    return new CensusReport(
        landscape,
        CensusSummary.of(store, landscape.name(), groupOrder),
        landscape.parameters(),
        potential.map(Potential::eulerCharacteristic).orElse(OptionalInt.empty()),
        runs.isEmpty() ? "" : runs.get(runs.size() - 1).outcome());
  }

  /** Its name. */
  public String name() {
    return landscape.name();
  }

  /** Number N of sites, spins, charges or atoms; without such, of degrees of freedom. */
  public long size() {
    if (parameters.get("shape") instanceof List<?> shape && !shape.isEmpty()) {
      long product = 1;
      for (Object side : shape) {
        product *= side instanceof Number number ? number.longValue() : 1;
      }
      return product;
    }
    for (String key : SIZES) {
      if (parameters.get(key) instanceof Number number) {
        return number.longValue();
      }
    }
    return Math.max(1, landscape.vibrationalModes());
  }

  /** Whether the Morse sum is what it must be; empty where that is not known. */
  public Optional<Boolean> balanced() {
    return euler.isEmpty() || summary.singular() > 0
        ? Optional.empty()
        : Optional.of(summary.checkSum() == euler.getAsInt());
  }

  /** What can be said about whether all points are known. */
  public String completeness() {
    double unseen = summary.coverage().unseenLowerBound();
    if (summary.total() == 0) {
      return "nothing found";
    }
    if (balanced().isPresent() && !balanced().get()) {
      return "incomplete: the Morse sum must be " + euler.getAsInt();
    }
    if (unseen >= 0.5) {
      return "incomplete: at least "
          + String.format(Locale.ROOT, "%,d", Math.round(unseen))
          + " more expected";
    }
    if (balanced().isPresent()) {
      return "probably complete: the Morse sum is right and none is expected unseen";
    }
    return summary.singular() > 0
        ? "not known: singular points leave the Morse sum open; none is expected unseen"
        : "not known: no Morse sum for this space; none is expected unseen";
  }

  /** Number of minima. */
  public long minima() {
    return summary.indices().isEmpty() ? 0 : summary.byIndex()[0];
  }

  /** ln n / N. */
  public double complexity(double count) {
    return count > 0 ? Math.log(count) / size() : Double.NaN;
  }

  @Override
  public NamedValues values() {
    CensusSummary s = summary;
    List<NamedValues> indices = s.indices().stream().map(this::values).toList();
    return NamedValues.empty()
        .put("landscape", name())
        .put("total", s.total())
        .put("byIndex", s.byIndex())
        .put("checkSum", s.checkSum())
        .put("certified", s.certified())
        .put("eulerCharacteristic", euler)
        .put("checkSumHolds", balanced())
        .put("completeness", completeness())
        .put("totalCopies", Math.round(s.copies()))
        .put("singular", s.singular())
        .put("coverage", s.coverage().goodTuring())
        .put("coverageLowerLimit", s.coverage().lowerLimit())
        .put("unseen", s.coverage().unseenLowerBound())
        .put("sampled", s.sampled())
        .put("size", size())
        .put("degreesOfFreedom", landscape.vibrationalModes())
        .put("complexity", complexity((double) s.total()))
        .put("softestEigenvalue", s.softestEigenvalue())
        .put("indices", indices)
        .withRows(indices)
        .put("joint", joint())
        .put("methods", s.methods().stream().map(CensusReport::values).toList())
        .put("failures", s.failures())
        .put("outcome", outcome);
  }

  private NamedValues values(OfIndex of) {
    double modes = Math.max(1, landscape.vibrationalModes());
    return NamedValues.empty()
        .put("index", of.index())
        .put("count", of.count())
        .put("copies", Math.round(of.copies()))
        .put("certified", of.certified())
        .put("indexPerDegreeOfFreedom", of.index() / modes)
        .put("meanEnergy", of.meanEnergy())
        .put("meanEnergyPerSite", of.meanEnergy() / size())
        .put("lowestEnergy", of.lowestEnergy())
        .put("highestEnergy", of.highestEnergy())
        .put("softestEigenvalue", of.softestEigenvalue())
        .put("coverage", of.coverage().goodTuring())
        .put("coverageLowerLimit", of.coverage().lowerLimit())
        .put("unseen", of.coverage().unseenLowerBound());
  }

  private static NamedValues values(MethodCost m) {
    return NamedValues.empty()
        .put("method", m.method().word())
        .put("searches", m.searches())
        .put("hits", m.hits())
        .put("newPoints", m.newPoints())
        .put("gradients", m.gradients())
        .put("hessians", m.hessians())
        .put("gradientsPerPoint", m.gradients() / (double) m.newPoints())
        .put("hessiansPerPoint", m.hessians() / (double) m.newPoints());
  }

  /** Numbers of points by index (rows) and energy per site (columns). */
  private NamedValues joint() {
    CensusSummary s = summary;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double energy : s.energies()) {
      low = Math.min(low, energy / size());
      high = Math.max(high, energy / size());
    }
    double width = high > low ? (high - low) / BINS : 1;
    double[] edges = new double[BINS + 1];
    for (int b = 0; b <= BINS; b++) {
      edges[b] = low + b * width;
    }
    List<long[]> counts = new ArrayList<>();
    s.indices().forEach(of -> counts.add(new long[BINS]));
    for (int k = 0; k < s.energies().length; k++) {
      int bin = (int) ((s.energies()[k] / size() - low) / width);
      counts.get(s.energyIndices()[k])[Math.max(0, Math.min(BINS - 1, bin))]++;
    }
    return NamedValues.empty().put("energyPerSiteEdges", edges).put("counts", counts);
  }

  /** The row of a series. */
  NamedValues row() {
    return NamedValues.empty()
        .put("landscape", name())
        .put("parameters", parameters)
        .put("size", size())
        .put("total", summary.total())
        .put("byIndex", summary.byIndex())
        .put("checkSum", summary.checkSum())
        .put("checkSumHolds", balanced())
        .put("certified", summary.certified())
        .put("totalCopies", Math.round(summary.copies()))
        .put("singular", summary.singular())
        .put("coverage", summary.coverage().goodTuring())
        .put("unseen", summary.coverage().unseenLowerBound())
        .put("complexity", complexity((double) summary.total()))
        .put("outcome", outcome);
  }
}
