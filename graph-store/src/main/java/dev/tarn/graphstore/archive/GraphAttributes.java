package dev.tarn.graphstore.archive;

import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names and values of what graph programs are told of minima and transition states. */
final class GraphAttributes {
  static final String ENERGY = "energy";
  static final String LOG_DET = "logDetHessian";
  static final String ORDER = "symmetryOrder";
  static final String HITS = "hits";
  static final String BARRIER = "barrier";

  /** What these attributes hold. */
  static final Set<ArchiveContent> CONTENTS =
      Set.of(
          ArchiveContent.FREQUENCIES,
          ArchiveContent.SYMMETRY_ORDERS,
          ArchiveContent.HITS,
          ArchiveContent.OBSERVABLES);

  /** Attributes that are integers; all others are real. */
  static final Set<String> INTEGER = Set.of(ORDER, HITS);

  private GraphAttributes() {}

  static List<String> ofMinima(LandscapeStore store, String name) {
    Set<String> observables = new LinkedHashSet<>();
    store.forEachMinimum(name, m -> observables.addAll(m.observables().names()));
    List<String> names = new ArrayList<>(List.of(ENERGY, LOG_DET, ORDER, HITS));
    names.addAll(observables);
    return names;
  }

  static List<String> ofTransitionStates(LandscapeStore store, String name) {
    Set<String> observables = new LinkedHashSet<>();
    store.forEachTransitionState(name, t -> observables.addAll(t.observables().names()));
    List<String> names = new ArrayList<>(List.of(ENERGY, BARRIER, LOG_DET, ORDER, HITS));
    names.addAll(observables);
    return names;
  }

  static Map<String, String> of(Minimum m) {
    return common(m);
  }

  static Map<String, String> of(TransitionState t, double energyOfHigher) {
    Map<String, String> values = common(t);
    values.put(BARRIER, FortranNumbers.text(t.energy() - energyOfHigher));
    return values;
  }

  private static Map<String, String> common(StationaryPoint p) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(ENERGY, FortranNumbers.text(p.energy()));
    putKnown(values, LOG_DET, p.logDetHessian());
    values.put(ORDER, Integer.toString(p.symmetryOrder()));
    values.put(HITS, Long.toString(p.hits()));
    p.observables().asMap().forEach((key, value) -> putKnown(values, key, value));
    return values;
  }

  private static void putKnown(Map<String, String> values, String key, double value) {
    if (Double.isFinite(value)) {
      values.put(key, FortranNumbers.text(value));
    }
  }
}
