package dev.tarn.cli.open;

import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.graphstore.remote.RemoteAddress;
import dev.tarn.graphstore.remote.RemoteLandscapeStore;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where landscapes are kept: a folder, or a Neo4j server. One of the two is there.
 *
 * @param folder the folder
 * @param server the server
 */
public record StoreLocation(Optional<Path> folder, Optional<RemoteAddress> server) {
  private static final String DEFAULT = "tarn-store";

  public static StoreLocation of(Optional<String> given) {
    String text = given.filter(name -> !name.isBlank()).orElse(DEFAULT);
    try {
      return RemoteAddress.looksLikeOne(text)
          ? new StoreLocation(
              Optional.empty(), Optional.of(RemoteAddress.of(text, System.getenv())))
          : new StoreLocation(Optional.of(Path.of(text)), Optional.empty());
    } catch (InvalidPathException e) {
      throw CommandException.usage("--store: expected a folder, found " + text);
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("--store", e);
    }
  }

  /** For verbs that only look; there must be a store. */
  public GraphStore openToRead() {
    return open(StoreOptions.READ);
  }

  /** For verbs that change what is there; there must be a store. */
  public GraphStore openToWrite() {
    return open(StoreOptions.WRITE);
  }

  /** For verbs that bring something; an empty or missing folder becomes a store. */
  public GraphStore openOrCreate() {
    return open(StoreOptions.CREATE);
  }

  private GraphStore open(StoreOptions options) {
    if (server.isPresent()) {
      return RemoteLandscapeStore.open(
          server.get(), options.access(), RemoteLandscapeStore.PATIENCE);
    }
    return Neo4jLandscapeStore.open(folder.orElseThrow(), options);
  }

  /** Whether there may be a store: a folder that is not there holds none. */
  boolean mayExist() {
    return folder.map(Files::exists).orElse(true);
  }

  /** For serving, which needs the files themselves. */
  public Path folderToServe() {
    return folder.orElseThrow(
        () ->
            CommandException.usage(
                "--store: expected the folder of a store to serve, found "
                    + this
                    + ", which is served already"));
  }

  @Override
  public String toString() {
    return folder.map(Descriptions::path).orElseGet(() -> server.orElseThrow().toString());
  }
}
