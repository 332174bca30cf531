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

  /** Name of a landscape. */
  public static final String NAME = "name";

  /** Name of its potential. */
  public static final String POTENTIAL = "potential";

  /** Parameters of the potential, as JSON. */
  public static final String PARAMETERS = "parameters";

  /** Number of coordinates. */
  public static final String DIMENSION = "dimension";

  /** Number of zero Hessian eigenvalues of a generic point. */
  public static final String ZERO_MODES = "zeroModes";

  /** Unit of energies. */
  public static final String ENERGY_UNIT = "energyUnit";

  /** Unit of lengths. */
  public static final String LENGTH_UNIT = "lengthUnit";

  /** Version of the model, of a landscape and of the store. */
  public static final String SCHEMA_VERSION = "schemaVersion";

  /** When the landscape was made. */
  public static final String CREATED_AT = "createdAt";

  /** There while the landscape is hidden: an import that is not complete, or being deleted. */
  public static final String STATE = "state";

  /** Names of the observables of minima. */
  public static final String MINIMUM_OBSERVABLES = "minimumObservables";

  /** Names of the observables of transition states. */
  public static final String TRANSITION_STATE_OBSERVABLES = "transitionStateObservables";

  /** Names of the observables of unconnected points. */
  public static final String STATIONARY_POINT_OBSERVABLES = "stationaryPointObservables";

  /** Seed of a run. */
  public static final String SEED = "seed";

  /** Text of its run file. */
  public static final String RUN_FILE = "runFile";

  /** Version of Tarn that ran it. */
  public static final String TARN_VERSION = "version";

  /** When it started. */
  public static final String STARTED_AT = "startedAt";

  /** When it ended; absent while it runs. */
  public static final String ENDED_AT = "endedAt";

  /** Its rounds. */
  public static final String ROUNDS = "rounds";

  /** Its evaluations of energy or gradient. */
  public static final String ENERGY_CALLS = "energyCalls";

  /** Why it ended. */
  public static final String OUTCOME = "outcome";

  /** Round of a checkpoint. */
  public static final String ROUND = "round";

  /** The explorer's state in it. */
  public static final String EXPLORER_STATE = "explorerState";

  /** Name of the landscape that a point, a run or a checkpoint belongs to. */
  public static final String LANDSCAPE_NAME = "landscape";

  /** Number of a point or run, unique for its kind and landscape. */
  public static final String ID = "id";

  /** Number of negative Hessian eigenvalues. */
  public static final String INDEX = "index";

  /** Energy of a point. */
  public static final String ENERGY = "energy";

  /** Energy of a transition state above its higher minimum. */
  public static final String BARRIER = "barrier";

  /** Logarithm of the product of the non-zero Hessian eigenvalues. */
  public static final String LOG_DET_HESSIAN = "logDetHessian";

  /** Order of the point group. */
  public static final String SYMMETRY_ORDER = "symmetryOrder";

  /** Negative Hessian eigenvalue of a transition state. */
  public static final String LOWEST_EIGENVALUE = "lowestEigenvalue";

  /** Root mean square of the gradient. */
  public static final String RMS_GRADIENT = "rmsGradient";

  /** How often the point was found. */
  public static final String HITS = "hits";

  /** Run that found it. */
  public static final String RUN_ID = "run";

  /** Coordinates. */
  public static final String COORDINATES = "coordinates";

  /** Zero Hessian eigenvalues beyond the zero modes. */
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
