package dev.tarn.graphstore.schema;

import dev.tarn.landscape.Landscape;
import java.util.Set;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.RelationshipType;

/**
 * The graph model: every label, relationship type and property name that Tarn writes.
 *
 * <pre>
 * (:Landscape {name, potential, parameters, dimension, zeroModes, energyUnit, lengthUnit,
 *              schemaVersion, createdAt})
 * (:Run       {landscape, id, seed, runFile, version, startedAt, endedAt, rounds, energyCalls,
 *              outcome})
 * (:Checkpoint {landscape, round, state})
 * (:Minimum:StationaryPoint:Minimum_NAME {landscape, id, index: 0, energy, ...})
 * (:Minimum)-[:TRANSITION_STATE {landscape, id, energy, barrier, ...}]-&gt;(:Minimum)
 * (:StationaryPoint:Unconnected:Unconnected_NAME {landscape, id, index, energy, ...})
 * </pre>
 *
 * <p>A transition state points from the higher to the lower minimum, of equally high ones to the
 * one with the lower id. Unknown quantities are absent, never NaN or zero. The labels that end in
 * the landscape's name make counting and scanning one landscape among many cheap.
 */
public final class LandscapeSchema {
  /** Version of the model that this code reads and writes. */
  public static final int VERSION = Landscape.CURRENT_SCHEMA_VERSION;

  /** One node per landscape. */
  public static final Label LANDSCAPE = Label.label("Landscape");

  /** One node per run. */
  public static final Label RUN = Label.label("Run");

  /** At most one node per landscape: where its explorer goes on. */
  public static final Label CHECKPOINT = Label.label("Checkpoint");

  /** Every stationary point that is a node. */
  public static final Label STATIONARY_POINT = Label.label("StationaryPoint");

  /** Every minimum. */
  public static final Label MINIMUM = Label.label("Minimum");

  /** Every stationary point whose connections are not known. */
  public static final Label UNCONNECTED = Label.label("Unconnected");

  /** One node per store, with the version of the model. */
  public static final Label STORE = Label.label("TarnStore");

  /** Every transition state. */
  public static final RelationshipType TRANSITION_STATE =
      RelationshipType.withName("TRANSITION_STATE");

  public static final String NAME = "name";
  public static final String POTENTIAL = "potential";
  public static final String PARAMETERS = "parameters";
  public static final String DIMENSION = "dimension";
  public static final String ZERO_MODES = "zeroModes";
  public static final String ENERGY_UNIT = "energyUnit";
  public static final String LENGTH_UNIT = "lengthUnit";
  public static final String SCHEMA_VERSION = "schemaVersion";
  public static final String CREATED_AT = "createdAt";
  public static final String STATE = "state";
  public static final String MINIMUM_OBSERVABLES = "minimumObservables";
  public static final String TRANSITION_STATE_OBSERVABLES = "transitionStateObservables";
  public static final String STATIONARY_POINT_OBSERVABLES = "stationaryPointObservables";

  public static final String SEED = "seed";
  public static final String RUN_FILE = "runFile";
  public static final String TARN_VERSION = "version";
  public static final String STARTED_AT = "startedAt";
  public static final String ENDED_AT = "endedAt";
  public static final String ROUNDS = "rounds";
  public static final String ENERGY_CALLS = "energyCalls";
  public static final String OUTCOME = "outcome";

  public static final String ROUND = "round";
  public static final String EXPLORER_STATE = "explorerState";

  public static final String LANDSCAPE_NAME = "landscape";
  public static final String ID = "id";
  public static final String INDEX = "index";
  public static final String ENERGY = "energy";
  public static final String BARRIER = "barrier";
  public static final String LOG_DET_HESSIAN = "logDetHessian";
  public static final String SYMMETRY_ORDER = "symmetryOrder";
  public static final String LOWEST_EIGENVALUE = "lowestEigenvalue";
  public static final String RMS_GRADIENT = "rmsGradient";
  public static final String HITS = "hits";
  public static final String RUN_ID = "run";
  public static final String COORDINATES = "coordinates";
  public static final String UNEXPECTED_ZERO_EIGENVALUES = "unexpectedZeroEigenvalues";

  /** Names that neither an observable nor a result written back may take. */
  public static final Set<String> RESERVED =
      Set.of(
          LANDSCAPE_NAME,
          ID,
          INDEX,
          ENERGY,
          BARRIER,
          LOG_DET_HESSIAN,
          SYMMETRY_ORDER,
          LOWEST_EIGENVALUE,
          RMS_GRADIENT,
          HITS,
          RUN_ID,
          COORDINATES,
          UNEXPECTED_ZERO_EIGENVALUES);

  private LandscapeSchema() {}

  /** Label of the minima of one landscape. */
  public static Label minimaOf(String landscape) {
    return Label.label("Minimum_" + landscape);
  }

  /** Label of the unconnected stationary points of one landscape. */
  public static Label unconnectedOf(String landscape) {
    return Label.label("Unconnected_" + landscape);
  }
}
