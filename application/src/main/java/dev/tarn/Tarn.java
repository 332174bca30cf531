package dev.tarn;

import dev.tarn.application.QuestionException;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.Subject;
import dev.tarn.application.census.CensusReport;
import dev.tarn.application.runfile.RunFile;
import dev.tarn.application.runs.CensusRequest;
import dev.tarn.application.runs.ExplorationAnswer;
import dev.tarn.application.runs.ExplorationRequest;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.run.CampaignRun.OtherSettings;
import dev.tarn.explorer.run.ChangedSettingsException;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.remote.RemoteAddress;
import dev.tarn.graphstore.remote.RemoteLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.NearestName;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import dev.tarn.potentials.catalogue.ParameterException;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A store of landscapes, open to explore into and to ask.
 *
 * <pre>{@code
 * try (Tarn tarn = Tarn.open(Path.of("my-store"))) {
 *   tarn.explore("lj13", "lennard-jones", Map.of("atoms", 13), run -> run.withSeed(2));
 *   tarn.landscape("lj13").ask(TreeQuestion.ofAllMinima()).writeTo(Path.of("lj13.svg"));
 * }
 * }</pre>
 *
 * <p>An exploration that is asked for again resumes where it stopped, and ends in the landscape in
 * which one uninterrupted run would have ended, whatever the number of threads. With other settings
 * it is refused. What is made here is what the command makes: every verb takes it.
 *
 * <p>One process at a time may have a folder open. Not thread-safe.
 */
public final class Tarn implements AutoCloseable {
  private final GraphStore store;

  private Tarn(GraphStore store) {
    this.store = store;
  }

  /**
   * Opens the store in a folder, which is made if it is not there.
   *
   * @throws LandscapeStoreException if the folder holds something else, or another process has it
   *     open
   */
  public static Tarn open(Path folder) {
    return new Tarn(Neo4jLandscapeStore.open(folder, StoreOptions.CREATE));
  }

  /**
   * Opens the store of a Neo4j server. NEO4J_USERNAME and NEO4J_PASSWORD of the environment are
   * used if the server asks for them.
   *
   * @param address such as {@code bolt://localhost:7687}
   * @throws IllegalArgumentException if the address is malformed
   * @throws LandscapeStoreException if the server does not answer, or lets nobody in
   */
  public static Tarn connect(String address) {
    return new Tarn(
        RemoteLandscapeStore.open(
            RemoteAddress.of(address, System.getenv()),
            StoreOptions.Access.CREATE,
            RemoteLandscapeStore.PATIENCE));
  }

  /**
   * Explores a potential of the catalogue.
   *
   * @param landscape name of the landscape
   * @param potential name of the potential; {@code tarn systems} lists them
   * @param parameters its parameters: numbers, text, lists and maps of them; others have defaults
   * @param change what is to differ from the default settings
   * @return what was found
   * @throws ParameterException if a parameter is unknown, missing or out of range
   * @throws IllegalArgumentException if the potential is unknown or cannot be made
   * @throws ChangedSettingsException if an earlier run had other settings
   * @throws LandscapeStoreException if the store fails, or holds a landscape of that name which
   *     belongs to another potential or was imported
   */
  public ExplorationAnswer explore(
      String landscape,
      String potential,
      Map<String, ?> parameters,
      UnaryOperator<ExplorationSettings> change) {
    return explore(
        change.apply(ExplorationSettings.of(landscape, specification(potential, parameters))));
  }

  /**
   * Explores a user-defined potential. Its landscape is kept under the name of its class; verbs and
   * questions that evaluate the potential need one that is in the catalogue.
   *
   * @param landscape name of the landscape
   * @param potential any potential
   * @param change what is to differ from the default settings
   * @throws ChangedSettingsException if an earlier run had other settings
   * @throws LandscapeStoreException as for a potential of the catalogue
   * @throws PotentialException if the potential throws; what was found before is kept
   */
  public ExplorationAnswer explore(
      String landscape, Potential potential, UnaryOperator<ExplorationSettings> change) {
    String name = Optional.ofNullable(potential.getClass().getCanonicalName()).orElse("anonymous");
    return explore(
        change.apply(
            ExplorationSettings.of(
                landscape, new PotentialSpecification(name, Map.of(), potential))));
  }

  /**
   * Explores as a run file says; throws as the other methods of that name, and as the file does.
   */
  public ExplorationAnswer explore(RunFile file) {
    return explore(ExplorationRequest.of(file, OtherSettings.REFUSE));
  }

  /** Explores with these settings; throws as the other methods of that name. */
  public ExplorationAnswer explore(ExplorationSettings settings) {
    return explore(ExplorationRequest.of(settings));
  }

  /**
   * Explores as a request says, which may accept other settings than an earlier run had; throws as
   * the other methods of that name.
   */
  public ExplorationAnswer explore(ExplorationRequest request) {
    return request.run(store, RunListener.none(), Tarn::isInterrupted);
  }

  /**
   * Finds and counts the stationary points of every index of a potential of the catalogue; the
   * parameters are those of {@link #explore(String, String, Map, UnaryOperator)}, and so are the
   * exceptions.
   */
  public CensusReport census(
      String landscape,
      String potential,
      Map<String, ?> parameters,
      UnaryOperator<CensusSettings> change) {
    return CensusRequest.of(
            change.apply(CensusSettings.of(landscape, specification(potential, parameters))))
        .run(store, RunListener.none(), Tarn::isInterrupted);
  }

  private static PotentialSpecification specification(String name, Map<String, ?> parameters) {
    return PotentialCatalogue.of(Thread.currentThread().getContextClassLoader())
        .create(name, parameters);
  }

  /** An interrupted thread ends its run with everything found kept. */
  private static boolean isInterrupted() {
    return Thread.currentThread().isInterrupted();
  }

  /** All landscapes of the store, by name. */
  public List<Landscape> landscapes() {
    return store.landscapes();
  }

  /**
   * A landscape to ask, as it is now.
   *
   * @throws QuestionException if there is none of that name
   */
  public Subject landscape(String name) {
    Landscape landscape =
        store
            .landscape(name)
            .orElseThrow(
                () ->
                    QuestionException.failed(
                        "no landscape "
                            + name
                            + NearestName.suggestion(
                                name, landscapes().stream().map(Landscape::name).toList())));
    return Subject.whole(StoredLandscape.of(store, landscape));
  }

  /** The store itself, for what is not here: points with their coordinates, runs, deletion. */
  public GraphStore store() {
    return store;
  }

  @Override
  public void close() {
    store.close();
  }
}
