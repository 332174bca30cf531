package dev.tarn.cli;

import dev.tarn.cypher.CypherException;
import dev.tarn.cypher.CypherQuery;
import dev.tarn.cypher.Projection;
import dev.tarn.cypher.QueryResult;
import dev.tarn.cypher.procedures.TarnProcedures;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The landscape that a verb reads: one of the store, or a folder of PATHSAMPLE files read for this
 * once.
 *
 * @param store holds it
 * @param landscape what is known of it as a whole
 * @param folder the folder it was read from
 * @param projection which part of it is meant
 */
record OpenLandscape(
    LandscapeStore store, Landscape landscape, Optional<Path> folder, Projection projection)
    implements AutoCloseable {

  /** The whole landscape. */
  OpenLandscape(LandscapeStore store, Landscape landscape, Optional<Path> folder) {
    this(store, landscape, folder, Projection.NONE);
  }

  /** The same landscape, of which only a part is meant. */
  OpenLandscape with(Projection part) {
    return new OpenLandscape(store, landscape, folder, part);
  }

  /** Opens the landscape that a person means by {@code text}. */
  static OpenLandscape read(StoreLocation location, String text) {
    if (isFolder(location, text)) {
      return NetworkFolder.open(Path.of(text));
    }
    return in(location.openToRead(), location, text);
  }

  /** Opens a landscape of the store to write results back to it. */
  static OpenLandscape write(StoreLocation location, String name) {
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
  static Landscape require(LandscapeStore store, StoreLocation location, String name) {
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

  /** Its name. */
  String name() {
    return landscape.name();
  }

  /** Minima and transition states of the part that is meant. */
  Network network() {
    return part().network();
  }

  /** The part that is meant; predicates are evaluated at each call. */
  Projection.Part part() {
    Network whole = store.network(landscape.name());
    try {
      return projection.of(whole, this::column, List.of("--where", "--where-ts"));
    } catch (CypherException e) {
      String message = Tarn.oneLine(e);
      throw e.column() > 0 ? CommandException.usage(message) : CommandException.failed(message);
    }
  }

  /** The only column of the answer to a query that reads. */
  private List<Object> column(String text, Map<String, Object> parameters) {
    if (!(store instanceof GraphStore graph)) {
      throw CommandException.usage(
          "--where and --where-ts need a landscape of the store, found a folder; tarn import it"
              + " first");
    }
    TarnProcedures.registerFor(text, graph);
    List<Object> values = new ArrayList<>();
    try (QueryResult result = CypherQuery.reading(text, parameters).run(graph)) {
      result
          .rows()
          .forEach(
              row -> {
                Object value = row.get(0);
                if (value != null) {
                  values.add(value);
                }
              });
    }
    return values;
  }

  /** A file that a person named: from here, or else from the folder that the landscape is of. */
  Path resolve(String file) {
    Path here = Path.of(file);
    return folder.isPresent() && !Files.exists(here) ? folder.get().resolve(file) : here;
  }

  /** Ids of the minima {@code m} for which a Cypher predicate holds. */
  long[] minimaWhere(String option, String predicate) {
    if (!(store instanceof GraphStore graph)) {
      throw CommandException.usage(
          option
              + ": expected ids, lowest:N or @file (Cypher needs a landscape of the store), found "
              + predicate);
    }
    String text =
        "MATCH (m:Minimum {landscape: $landscape}) WHERE (\n"
            + predicate
            + "\n) RETURN m.id AS id ORDER BY id";
    TarnProcedures.registerFor(text, graph);
    try (QueryResult result =
        CypherQuery.reading(text, Map.of("landscape", landscape.name())).run(graph)) {
      return result.rows().mapToLong(row -> row.get(0) instanceof Long id ? id : 0).toArray();
    } catch (CypherException e) {
      throw CommandException.usage(
          option
              + ": expected ids, lowest:N, @file or a Cypher predicate on m, found "
              + predicate
              + " ("
              + Tarn.oneLine(e)
              + ")");
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
