package dev.tarn.landscape;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where landscapes are kept. Several landscapes live side by side, each under its name.
 *
 * <p>Reading methods see what was committed before they were called; they may be called from any
 * thread. One {@link LandscapeSink} at a time may be open for each landscape.
 *
 * <p>Failures of the medium (store locked, disk full, connection lost) are thrown as {@link
 * LandscapeStoreException} with a message fit for a person.
 */
public interface LandscapeStore extends AutoCloseable {

  /** All landscapes, by name. */
  List<Landscape> landscapes();

  /** The landscape of that name. */
  Optional<Landscape> landscape(String name);

  /**
   * Adds an empty landscape.
   *
   * @throws LandscapeStoreException if there is one of that name
   */
  void create(Landscape landscape);

  /**
   * The landscape of that name, which is added if there is none.
   *
   * @return what was there before, empty if nothing was
   * @throws LandscapeStoreException if what is there is of another potential, or of other
   *     parameters
   */
  default Optional<Landscape> createUnlessThere(Landscape wanted) {
    Optional<Landscape> there = landscape(wanted.name());
    if (there.isEmpty()) {
      create(wanted);
    } else if (!there.get().potential().equals(wanted.potential())
        || !there.get().parameters().equals(wanted.parameters())) {
      throw new LandscapeStoreException(
          "landscape "
              + wanted.name()
              + " is there already, of potential "
              + there.get().potentialInWords()
              + "; expected "
              + wanted.potentialInWords()
              + ": choose another name or delete it");
    }
    return there;
  }

  /**
   * Removes a landscape with all its points and runs.
   *
   * @return whether there was one
   */
  boolean delete(String name);

  /** How many points of each kind the landscape holds, without reading them. */
  LandscapeCounts counts(String name);

  /** An immutable snapshot of minima and transition states, without coordinates. */
  Network network(String name);

  /** Passes every minimum, with coordinates, by ascending id. */
  void forEachMinimum(String name, Consumer<? super Minimum> action);

  /** Passes every transition state, with coordinates, by ascending id. */
  void forEachTransitionState(String name, Consumer<? super TransitionState> action);

  /** Passes every unconnected stationary point, with coordinates, by ascending id. */
  void forEachStationaryPoint(String name, Consumer<? super UnconnectedStationaryPoint> action);

  /** The runs that wrote to the landscape, by ascending id. */
  List<Run> runs(String name);

  /** The newest checkpoint of the landscape. */
  Optional<Checkpoint> checkpoint(String name);

  /** Opens the landscape for writing. */
  LandscapeSink openSink(String name);

  /** Releases the store; open sinks must be closed before. */
  @Override
  void close();
}
