package dev.tarn.cli.open;

import dev.tarn.application.StoredLandscape;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cypher.procedures.StoreQueries;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.NearestName;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The landscape that a verb reads: one of the store, or a folder of PATHSAMPLE files read for this
 * once.
 *
 * @param source the landscape, as questions are asked of it
 */
public record OpenLandscape(StoredLandscape source) implements AutoCloseable {

  /** A landscape of an open store, or one read from a folder. */
  OpenLandscape(LandscapeStore store, Landscape landscape, Optional<Path> folder) {
    this(
        new StoredLandscape(
            store,
            landscape,
            folder,
            (graph, text, parameters) -> StoreQueries.column(graph, text, parameters)));
  }

  /** Opens the landscape that a person means by {@code text}. */
  public static OpenLandscape read(StoreLocation location, String text) {
    if (isFolder(location, text)) {
      return NetworkFolder.open(Path.of(text));
    }
    return in(location.openToRead(), location, text);
  }

  /** Opens a landscape of the store to write results back to it. */
  public static OpenLandscape write(StoreLocation location, String name) {
    if (isFolder(location, name)) {
      throw CommandException.usage(
          name + " is a folder, to which nothing can be written back; tarn import it first");
    }
    return in(location.openToWrite(), location, name);
  }

  /** The landscape of that name in an open store, which is closed if there is none. */
  static OpenLandscape in(LandscapeStore store, StoreLocation location, String name) {
    try {
      return new OpenLandscape(store, require(store, location, name), Optional.empty());
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /** The landscape of that name, or an error that names the nearest. */
  public static Landscape require(LandscapeStore store, StoreLocation location, String name) {
    return store
        .landscape(name)
        .orElseThrow(
            () -> {
              List<String> known = store.landscapes().stream().map(Landscape::name).toList();
              String near = NearestName.suggestion(name, known);
              String holds =
                  known.isEmpty() ? "; it is empty" : "; it holds " + String.join(", ", known);
              return CommandException.failed(
                  "no landscape " + name + " in " + location + (near.isEmpty() ? holds : near));
            });
  }

  private static boolean isFolder(StoreLocation location, String text) {
    if (text.contains("/") || text.contains(File.separator) || text.equals(".")) {
      return true;
    }
    return Files.isRegularFile(Path.of(text, "min.data")) && !location.mayExist();
  }

  /** Another landscape of the same store, which is there. */
  public OpenLandscape sibling(String name) {
    return new OpenLandscape(store(), store().landscape(name).orElseThrow(), Optional.empty());
  }

  /** Its name. */
  public String name() {
    return landscape().name();
  }

  /** What is known of it as a whole. */
  public Landscape landscape() {
    return source.landscape();
  }

  /** Holds it. */
  public LandscapeStore store() {
    return source.store();
  }

  /** The folder it was read from. */
  public Optional<Path> folder() {
    return source.folder();
  }

  @Override
  public void close() {
    store().close();
  }
}
