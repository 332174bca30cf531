package dev.tarn.graphstore.schema;

import dev.tarn.graphstore.ParametersJson;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Between the records of the landscape vocabulary and the properties of nodes and relationships.
 */
public final class PointProperties {
  private static final double[] NO_COORDINATES = new double[0];

  private PointProperties() {}

  /** Properties of a minimum's node. */
  public static Map<String, Object> of(String landscape, Minimum m) {
    return common(landscape, m, true);
  }

  /** Properties of an unconnected point's node. */
  public static Map<String, Object> of(String landscape, UnconnectedStationaryPoint s) {
    Map<String, Object> properties = common(landscape, s, true);
    if (s.unexpectedZeroEigenvalues() != 0) {
      properties.put(LandscapeSchema.UNEXPECTED_ZERO_EIGENVALUES, s.unexpectedZeroEigenvalues());
    }
    return properties;
  }

  /**
   * Properties of a transition state; {@code higherEnergy} is that of the minimum at its upper end.
   */
  public static Map<String, Object> of(String landscape, TransitionState t, double higherEnergy) {
    Map<String, Object> properties = common(landscape, t, false);
    properties.put(LandscapeSchema.BARRIER, t.energy() - higherEnergy);
    putKnown(properties, LandscapeSchema.LOWEST_EIGENVALUE, t.lowestEigenvalue());
    return properties;
  }

  private static Map<String, Object> common(String landscape, StationaryPoint p, boolean isNode) {
    Map<String, Object> properties = new LinkedHashMap<>(16);
    properties.put(LandscapeSchema.LANDSCAPE_NAME, landscape);
    properties.put(LandscapeSchema.ID, p.id());
    if (isNode) {
      properties.put(LandscapeSchema.INDEX, p.index());
    }
    properties.put(LandscapeSchema.ENERGY, p.energy());
    putKnown(properties, LandscapeSchema.LOG_DET_HESSIAN, p.logDetHessian());
    properties.put(LandscapeSchema.SYMMETRY_ORDER, p.symmetryOrder());
    putKnown(properties, LandscapeSchema.RMS_GRADIENT, p.rmsGradient());
    properties.put(LandscapeSchema.HITS, p.hits());
    if (p.coordinates().length > 0) {
      properties.put(LandscapeSchema.COORDINATES, p.coordinates());
    }
    if (!p.observables().names().isEmpty()) {
      properties.putAll(p.observables().asMap());
    }
    return properties;
  }

  private static void putKnown(Map<String, Object> properties, String key, double value) {
    if (!Double.isNaN(value)) {
      properties.put(key, value);
    }
  }

  /** Refuses names that the schema needs for itself. */
  public static void checkObservables(String landscape, List<String> names) {
    for (String name : names) {
      if (name.isBlank() || LandscapeSchema.RESERVED.contains(name)) {
        throw new LandscapeStoreException(
            "landscape '"
                + landscape
                + "': an observable cannot be named '"
                + name
                + "', which has a meaning of its own");
      }
    }
  }

  /** The minimum with these properties, and those of the observables that it has. */
  public static Minimum minimum(Map<String, Object> p, List<String> observables) {
    return new Minimum(
        longOf(p, LandscapeSchema.ID),
        doubleOf(p, LandscapeSchema.ENERGY),
        doubleOf(p, LandscapeSchema.LOG_DET_HESSIAN),
        (int) longOf(p, LandscapeSchema.SYMMETRY_ORDER),
        doubleOf(p, LandscapeSchema.RMS_GRADIENT),
        hits(p),
        coordinates(p),
        observables(p, observables));
  }

  /** The unconnected point with these properties, likewise. */
  public static UnconnectedStationaryPoint unconnected(
      Map<String, Object> p, List<String> observables) {
    return new UnconnectedStationaryPoint(
        longOf(p, LandscapeSchema.ID),
        (int) longOf(p, LandscapeSchema.INDEX),
        p.containsKey(LandscapeSchema.UNEXPECTED_ZERO_EIGENVALUES)
            ? (int) longOf(p, LandscapeSchema.UNEXPECTED_ZERO_EIGENVALUES)
            : 0,
        doubleOf(p, LandscapeSchema.ENERGY),
        doubleOf(p, LandscapeSchema.LOG_DET_HESSIAN),
        (int) longOf(p, LandscapeSchema.SYMMETRY_ORDER),
        doubleOf(p, LandscapeSchema.RMS_GRADIENT),
        hits(p),
        coordinates(p),
        observables(p, observables));
  }

  /** The transition state with these properties, likewise, between minima of these ids. */
  public static TransitionState transitionState(
      Map<String, Object> p, long higher, long lower, List<String> observables) {
    return new TransitionState(
        longOf(p, LandscapeSchema.ID),
        higher,
        lower,
        doubleOf(p, LandscapeSchema.ENERGY),
        doubleOf(p, LandscapeSchema.LOG_DET_HESSIAN),
        (int) longOf(p, LandscapeSchema.SYMMETRY_ORDER),
        doubleOf(p, LandscapeSchema.LOWEST_EIGENVALUE),
        doubleOf(p, LandscapeSchema.RMS_GRADIENT),
        hits(p),
        coordinates(p),
        observables(p, observables));
  }

  private static Observables observables(Map<String, Object> p, List<String> names) {
    if (names.isEmpty()) {
      return Observables.NONE;
    }
    List<String> present = names;
    if (!p.keySet().containsAll(names)) {
      present = new ArrayList<>(names);
      present.retainAll(p.keySet());
    }
    double[] values = new double[present.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = doubleOf(p, present.get(i));
    }
    return Observables.of(present, values);
  }

  private static double[] coordinates(Map<String, Object> p) {
    return p.get(LandscapeSchema.COORDINATES) instanceof double[] found ? found : NO_COORDINATES;
  }

  /** The number of that name, NaN if there is none. */
  public static double doubleOf(Map<String, Object> p, String key) {
    return p.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** The number of that name, which must be there. */
  public static long longOf(Map<String, Object> p, String key) {
    if (p.get(key) instanceof Number number) {
      return number.longValue();
    }
    throw new LandscapeStoreException(
        "damaged landscape: expected a number '" + key + "', found " + p.get(key) + " in " + p);
  }

  /** How often the point was hit; a point that somebody added by hand may not say so. */
  public static long hits(Map<String, Object> p) {
    return p.containsKey(LandscapeSchema.HITS) ? longOf(p, LandscapeSchema.HITS) : 0;
  }

  /** Properties of the node of a landscape. */
  public static Map<String, Object> of(Landscape landscape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(LandscapeSchema.NAME, landscape.name());
    properties.put(LandscapeSchema.POTENTIAL, landscape.potential());
    properties.put(LandscapeSchema.PARAMETERS, ParametersJson.encode(landscape.parameters()));
    properties.put(LandscapeSchema.DIMENSION, landscape.dimension());
    properties.put(LandscapeSchema.ZERO_MODES, landscape.zeroModes());
    properties.put(LandscapeSchema.ENERGY_UNIT, landscape.energyUnit());
    properties.put(LandscapeSchema.LENGTH_UNIT, landscape.lengthUnit());
    properties.put(LandscapeSchema.SCHEMA_VERSION, landscape.schemaVersion());
    properties.put(LandscapeSchema.CREATED_AT, time(landscape.createdAt()));
    return properties;
  }

  /** The landscape whose node has these properties. */
  public static Landscape landscape(Map<String, Object> p) {
    return new Landscape(
        text(p, LandscapeSchema.NAME),
        text(p, LandscapeSchema.POTENTIAL),
        ParametersJson.decode(text(p, LandscapeSchema.PARAMETERS)),
        (int) longOf(p, LandscapeSchema.DIMENSION),
        (int) longOf(p, LandscapeSchema.ZERO_MODES),
        text(p, LandscapeSchema.ENERGY_UNIT),
        text(p, LandscapeSchema.LENGTH_UNIT),
        (int) longOf(p, LandscapeSchema.SCHEMA_VERSION),
        instant(p, LandscapeSchema.CREATED_AT).orElse(Instant.EPOCH));
  }

  /**
   * Of these nodes of landscapes the ones that are neither incomplete nor being deleted, by name.
   */
  public static List<Landscape> landscapes(List<Map<String, Object>> nodes) {
    return nodes.stream()
        .filter(p -> !p.containsKey(LandscapeSchema.STATE))
        .map(PointProperties::landscape)
        .sorted(Comparator.comparing(Landscape::name))
        .toList();
  }

  /** Properties of the node of a run. */
  public static Map<String, Object> of(String landscape, Run run) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(LandscapeSchema.LANDSCAPE_NAME, landscape);
    properties.put(LandscapeSchema.ID, run.id());
    properties.put(LandscapeSchema.SEED, run.seed());
    properties.put(LandscapeSchema.RUN_FILE, run.runFile());
    properties.put(LandscapeSchema.TARN_VERSION, run.version());
    properties.put(LandscapeSchema.STARTED_AT, time(run.startedAt()));
    run.endedAt().ifPresent(at -> properties.put(LandscapeSchema.ENDED_AT, time(at)));
    properties.put(LandscapeSchema.ROUNDS, run.rounds());
    properties.put(LandscapeSchema.ENERGY_CALLS, run.energyCalls());
    properties.put(LandscapeSchema.OUTCOME, run.outcome());
    return properties;
  }

  /** The run whose node has these properties. */
  public static Run run(Map<String, Object> p) {
    return new Run(
        longOf(p, LandscapeSchema.ID),
        longOf(p, LandscapeSchema.SEED),
        text(p, LandscapeSchema.RUN_FILE),
        text(p, LandscapeSchema.TARN_VERSION),
        instant(p, LandscapeSchema.STARTED_AT).orElse(Instant.EPOCH),
        instant(p, LandscapeSchema.ENDED_AT),
        longOf(p, LandscapeSchema.ROUNDS),
        longOf(p, LandscapeSchema.ENERGY_CALLS),
        text(p, LandscapeSchema.OUTCOME));
  }

  /** The texts of that name; none if there are none. */
  public static List<String> texts(Map<String, Object> p, String key) {
    return p.get(key) instanceof String[] found ? List.of(found) : List.of();
  }

  private static String text(Map<String, Object> p, String key) {
    return p.get(key) instanceof String found ? found : "";
  }

  private static ZonedDateTime time(Instant at) {
    return at.atZone(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(Map<String, Object> p, String key) {
    return p.get(key) instanceof ZonedDateTime at ? Optional.of(at.toInstant()) : Optional.empty();
  }
}
