package dev.tarn.cli;

import dev.tarn.explorer.census.CensusSummary;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Run;
import dev.tarn.potentials.Potential;
import java.util.List;
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
record CountedLandscape(
    Landscape landscape,
    CensusSummary summary,
    Map<String, Object> parameters,
    OptionalInt euler,
    String outcome) {

  /** Words that name a size in parameters. */
  private static final List<String> SIZES = List.of("spins", "points", "atoms");

  static CountedLandscape of(LandscapeStore store, Landscape landscape, Optional<Potential> known) {
    Optional<Potential> potential = known.or(() -> StoredPotential.of(landscape));
    double groupOrder =
        potential.map(p -> (double) p.symmetry().groupOrder().orElse(1)).orElse(1.0);
    List<Run> runs = store.runs(landscape.name());
    return new CountedLandscape(
        landscape,
        CensusSummary.of(store, landscape.name(), groupOrder),
        StoredPotential.parameters(landscape),
        potential.map(Potential::eulerCharacteristic).orElse(OptionalInt.empty()),
        runs.isEmpty() ? "" : runs.get(runs.size() - 1).outcome());
  }

  String name() {
    return landscape.name();
  }

  /** Number N of sites, spins, charges or atoms; without such, of degrees of freedom. */
  long size() {
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
  Optional<Boolean> balanced() {
    return euler.isEmpty() || summary.singular() > 0
        ? Optional.empty()
        : Optional.of(summary.checkSum() == euler.getAsInt());
  }

  /** What can be said about whether all points are known. */
  String completeness() {
    double unseen = summary.coverage().unseenLowerBound();
    if (summary.total() == 0) {
      return "nothing found";
    }
    if (balanced().isPresent() && !balanced().get()) {
      return "incomplete: the Morse sum must be " + euler.getAsInt();
    }
    if (unseen >= 0.5) {
      return "incomplete: at least " + Numbers.count(Math.round(unseen)) + " more expected";
    }
    if (balanced().isPresent()) {
      return "probably complete: the Morse sum is right and none is expected unseen";
    }
    return summary.singular() > 0
        ? "not known: singular points leave the Morse sum open; none is expected unseen"
        : "not known: no Morse sum for this space; none is expected unseen";
  }

  /** ln n / N. */
  double complexity(double count) {
    return count > 0 ? Math.log(count) / size() : Double.NaN;
  }
}
