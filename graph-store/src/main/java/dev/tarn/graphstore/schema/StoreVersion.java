package dev.tarn.graphstore.schema;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.landscape.LandscapeStoreException;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Whether a database holds a store of Tarn that this code understands. */
public final class StoreVersion {
  private StoreVersion() {}

  /**
   * Looks at the version that the store is marked with.
   *
   * @param place what messages call the store
   * @param version version in the database; empty if there is no mark
   * @param isEmpty whether there is no node at all; asked only where there is no mark
   * @return whether the database is empty and the schema has to be made in it
   * @throws LandscapeStoreException if it is of another version or another origin, or empty and
   *     must not be
   */
  public static boolean mustBeMade(
      String place, OptionalLong version, BooleanSupplier isEmpty, StoreOptions.Access access) {
    if (version.isPresent()) {
      check(place, version.getAsLong());
      return false;
    }
    if (!isEmpty.getAsBoolean()) {
      throw new LandscapeStoreException(
          "store "
              + place
              + ": expected a store written by Tarn, found a Neo4j database of another origin");
    }
    if (access != StoreOptions.Access.CREATE) {
      throw new LandscapeStoreException(
          place + " holds no store yet: 'tarn explore' or 'tarn import' makes one there");
    }
    return true;
  }

  private static void check(String place, long version) {
    if (version != LandscapeSchema.VERSION) {
      throw new LandscapeStoreException(
          "store "
              + place
              + ": expected schema version "
              + LandscapeSchema.VERSION
              + ", found "
              + version
              + (version > LandscapeSchema.VERSION
                  ? "; it was written by a newer Tarn: update Tarn"
                  : "; it was written by an older Tarn: export from there with 'export --format"
                      + " jsonl' and import here"));
    }
  }
}
