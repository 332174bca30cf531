package dev.tarn.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where landscapes are kept: a folder. */
record StoreLocation(Path folder) {
  private static final String DEFAULT = "tarn-store";

  static StoreLocation of(Optional<String> given) {
    return new StoreLocation(Path.of(given.filter(text -> !text.isBlank()).orElse(DEFAULT)));
  }

  @Override
  public String toString() {
    return Verb.shown(folder);
  }
}
