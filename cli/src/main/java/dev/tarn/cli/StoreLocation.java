package dev.tarn.cli;

import dev.tarn.graphstore.Neo4jLandscapeStore;
import dev.tarn.graphstore.StoreOptions;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where landscapes are kept: a folder. */
record StoreLocation(Path folder) {
  private static final String DEFAULT = "tarn-store";

  static StoreLocation of(Optional<String> given) {
    String text = given.filter(name -> !name.isBlank()).orElse(DEFAULT);
    if (text.contains("://")) {
      throw CommandException.usage("--store: expected a folder, found " + text);
    }
    try {
      return new StoreLocation(Path.of(text));
    } catch (InvalidPathException e) {
      throw CommandException.usage("--store: expected a folder, found " + text);
    }
  }

  /** For verbs that only look; there must be a store. */
  Neo4jLandscapeStore openToRead() {
    return Neo4jLandscapeStore.open(folder, StoreOptions.READ);
  }

  /** For verbs that change what is there; there must be a store. */
  Neo4jLandscapeStore openToWrite() {
    return Neo4jLandscapeStore.open(folder, StoreOptions.WRITE);
  }

  /** For verbs that bring something; an empty or missing folder becomes a store. */
  Neo4jLandscapeStore openOrCreate() {
    return Neo4jLandscapeStore.open(folder, StoreOptions.CREATE);
  }

  /** For serving, which needs the files themselves. */
  Path folderToServe() {
    return folder;
  }

  @Override
  public String toString() {
    return Verb.shown(folder);
  }
}
