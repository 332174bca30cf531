package dev.tarn.graphstore.remote;

import dev.tarn.graphstore.medium.LandscapeTables;
import dev.tarn.graphstore.medium.UpdateWriter;
import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Checkpoint;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Run;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;

/**
 * Writes over Bolt: what a batch of updates comes to in the end is worked out here, and sent in a
 * few statements of many rows.
 *
 * <p>The landscape's node carries the token of the sink that was opened last. A writer that finds
 * another one stops: what it knows of the landscape would be wrong.
 */
final class RemoteWriter implements UpdateWriter {
  private static final int ROWS_IN_A_STATEMENT = 2_000;

  private final Session session;
  private final String name;
  private final String token;
  private final LandscapeTables tables;

  /** Takes the session over. */
  RemoteWriter(Session session, String name, String token, LandscapeTables tables) {
    this.session = session;
    this.name = name;
    this.token = token;
    this.tables = tables;
  }

  /** What a batch comes to. */
  private final class Changes {
    final Map<Long, Map<String, @Nullable Object>> newMinima = new LinkedHashMap<>();
    final Map<Long, Map<String, @Nullable Object>> minima = new LinkedHashMap<>();
    final Map<Long, TransitionState> newTransitionStates = new LinkedHashMap<>();
    final Map<Long, TransitionState> transitionStates = new LinkedHashMap<>();
    final Map<Long, Map<String, @Nullable Object>> newPoints = new LinkedHashMap<>();
    final Map<Long, Map<String, @Nullable Object>> points = new LinkedHashMap<>();
    final Map<Long, Long> minimumHits = new LinkedHashMap<>();
    final Map<Long, Long> transitionStateHits = new LinkedHashMap<>();
    final Map<Long, Long> runOfTransitionState = new HashMap<>();
    final Set<Long> changedEnergies = new LinkedHashSet<>();
    final Map<Long, Run> runs = new LinkedHashMap<>();
    Optional<Checkpoint> checkpoint = Optional.empty();
    boolean newObservables;

    void add(LandscapeUpdate update) {
      newObservables |= tables.noteObservables(update);
      long run = update.run().map(Run::id).orElse(0L);
      update.minima().forEach(m -> add(m, run));
      update.transitionStates().forEach(t -> add(t, run));
      update.stationaryPoints().forEach(s -> add(s, run));
      LandscapeUpdate.HitCounts hits = update.minimumHits();
      for (int i = 0; i < hits.ids().length; i++) {
        minimumHits.put(hits.ids()[i], hits.hits()[i]);
      }
      hits = update.transitionStateHits();
      for (int i = 0; i < hits.ids().length; i++) {
        transitionStateHits.put(hits.ids()[i], hits.hits()[i]);
      }
      update.run().ifPresent(r -> runs.put(r.id(), r));
      if (update.checkpoint().isPresent()) {
        checkpoint = update.checkpoint();
      }
    }

    private void add(Minimum m, long run) {
      int row = tables.minima.row(m.id());
      boolean isNew = row < 0 || newMinima.containsKey(m.id());
      Map<String, @Nullable Object> properties = new LinkedHashMap<>(PointProperties.of(name, m));
      if (row < 0) {
        tables.addMinimum(m.id(), 0, m.energy());
      } else if (tables.energy(row) != m.energy()) {
        tables.setEnergy(row, m.energy());
        changedEnergies.add(m.id());
      }
      minimumHits.remove(m.id());
      keepRun(isNew ? newMinima.get(m.id()) : null, properties, isNew, run);
      (isNew ? newMinima : minima).put(m.id(), properties);
    }

    private void add(TransitionState t, long run) {
      boolean isNew =
          tables.transitionStates.row(t.id()) < 0 || newTransitionStates.containsKey(t.id());
      if (tables.transitionStates.row(t.id()) < 0) {
        int a = tables.minima.row(t.higherMinimum());
        int b = tables.minima.row(t.lowerMinimum());
        tables.addTransitionState(t.id(), 0, a, b);
        runOfTransitionState.put(t.id(), run);
      }
      transitionStateHits.remove(t.id());
      (isNew ? newTransitionStates : transitionStates).put(t.id(), t);
    }

    private void add(UnconnectedStationaryPoint s, long run) {
      boolean isNew = tables.unconnected.row(s.id()) < 0 || newPoints.containsKey(s.id());
      Map<String, @Nullable Object> properties = new LinkedHashMap<>(PointProperties.of(name, s));
      keepRun(isNew ? newPoints.get(s.id()) : null, properties, isNew, run);
      tables.addUnconnected(s.id(), 0);
      (isNew ? newPoints : points).put(s.id(), properties);
    }

    /** The run that found a point stays with it, however often it is written again. */
    private void keepRun(
        @Nullable Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> properties,
        boolean isNew,
        long run) {
      if (before != null) {
        Object first = before.get(LandscapeSchema.RUN_ID);
        if (first != null) {
          properties.put(LandscapeSchema.RUN_ID, first);
        }
      } else if (isNew && run > 0) {
        properties.put(LandscapeSchema.RUN_ID, run);
      }
    }
  }

  @Override
  public Optional<LandscapeStoreException> write(List<LandscapeUpdate> batch) {
    Optional<LandscapeStoreException> refused = Optional.empty();
    Changes changes = new Changes();
    for (LandscapeUpdate update : batch) {
      refused = tables.refusal(name, update);
      if (refused.isPresent()) {
        break;
      }
      changes.add(update);
    }
    try (Transaction tx = session.beginTransaction()) {
      checkToken(tx);
      write(tx, changes);
      tx.commit();
    }
    return refused;
  }

  /** Takes the lock of the landscape's node first, then looks: nobody opens a sink in between. */
  private void checkToken(Transaction tx) {
    String holder =
        tx
            .run(
                "MATCH (l:Landscape {name: $name}) SET l.writing = true RETURN l.writer AS writer",
                Map.of("name", name))
            .list(row -> row.get("writer").asString(""))
            .stream()
            .findFirst()
            .orElse("");
    if (!holder.equals(token)) {
      throw takenOver(name);
    }
  }

  /** Another process writes to the landscape now, or has deleted it. */
  static LandscapeStoreException takenOver(String name) {
    return new LandscapeStoreException(
        "landscape '"
            + name
            + "': another process has begun to write to it (or deleted it), so this one stops");
  }

  private void write(Transaction tx, Changes changes) {
    if (changes.newObservables) {
      noteObservables(tx);
    }
    send(
        tx,
        "CREATE (p:Minimum:StationaryPoint:"
            + RemoteReader.quoted(LandscapeSchema.minimaOf(name))
            + ") SET p = row.p",
        rows(changes.newMinima));
    send(
        tx,
        "MATCH (p:Minimum {landscape: $name, id: row.id}) SET p += row.p",
        rows(whole(changes.minima, tables.minimumObservables)));
    send(
        tx,
        "MATCH (a:Minimum {landscape: $name, id: row.a}) MATCH (b:Minimum {landscape: $name, id:"
            + " row.b}) CREATE (a)-[p:TRANSITION_STATE]->(b) SET p = row.p",
        edgeRows(changes, changes.newTransitionStates));
    send(
        tx,
        "MATCH ()-[p:TRANSITION_STATE {landscape: $name, id: row.id}]->() SET p += row.p",
        edgeRows(changes, changes.transitionStates));
    send(
        tx,
        "CREATE (p:StationaryPoint:Unconnected:"
            + RemoteReader.quoted(LandscapeSchema.unconnectedOf(name))
            + ") SET p = row.p",
        rows(changes.newPoints));
    send(
        tx,
        "MATCH (p:Unconnected {landscape: $name, id: row.id}) SET p += row.p",
        rows(whole(changes.points, tables.unconnectedObservables)));
    send(
        tx,
        "MATCH (p:Minimum {landscape: $name, id: row.id}) SET p.hits = row.hits",
        hitRows(changes.minimumHits));
    send(
        tx,
        "MATCH ()-[p:TRANSITION_STATE {landscape: $name, id: row.id}]->() SET p.hits = row.hits",
        hitRows(changes.transitionStateHits));
    reorient(tx, changes.changedEnergies);
    changes.runs.values().forEach(run -> write(tx, run));
    changes.checkpoint.ifPresent(checkpoint -> write(tx, checkpoint));
  }

  /** Runs the statement once for every row and makes sure that each row met its point. */
  private void send(Transaction tx, String statement, List<Map<String, Object>> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_IN_A_STATEMENT) {
      List<Map<String, Object>> some =
          rows.subList(from, Math.min(rows.size(), from + ROWS_IN_A_STATEMENT));
      long written =
          tx.run(
                  "UNWIND $rows AS row " + statement + " RETURN count(p) AS n",
                  Map.of("rows", some, "name", name))
              .single()
              .get("n")
              .asLong();
      if (written != some.size()) {
        throw new LandscapeStoreException(
            "landscape '"
                + name
                + "': somebody else changed it: "
                + (some.size() - written)
                + " points that were there are gone");
      }
    }
  }

  private static List<Map<String, Object>> rows(Map<Long, Map<String, @Nullable Object>> points) {
    List<Map<String, Object>> rows = new ArrayList<>(points.size());
    points.forEach((id, p) -> rows.add(Map.of("id", id, "p", p)));
    return rows;
  }

  /** Names what known points no longer have, so that it is removed from them. */
  private static Map<Long, Map<String, @Nullable Object>> whole(
      Map<Long, Map<String, @Nullable Object>> points, Set<String> observables) {
    points.values().forEach(properties -> nameAbsent(properties, observables));
    return points;
  }

  private static void nameAbsent(
      Map<String, @Nullable Object> properties, Set<String> observables) {
    for (String key : LandscapeSchema.RESERVED) {
      if (!key.equals(LandscapeSchema.RUN_ID)) {
        properties.putIfAbsent(key, null);
      }
    }
    observables.forEach(key -> properties.putIfAbsent(key, null));
  }

  private List<Map<String, Object>> edgeRows(Changes changes, Map<Long, TransitionState> edges) {
    List<Map<String, Object>> rows = new ArrayList<>(edges.size());
    for (TransitionState t : edges.values()) {
      int a = tables.minima.row(t.higherMinimum());
      int b = tables.minima.row(t.lowerMinimum());
      int higher = tables.pointsDownhill(a, b) ? a : b;
      int lower = higher == a ? b : a;
      Map<String, @Nullable Object> properties =
          new LinkedHashMap<>(PointProperties.of(name, t, tables.energy(higher)));
      long run = changes.runOfTransitionState.getOrDefault(t.id(), 0L);
      if (run > 0) {
        properties.put(LandscapeSchema.RUN_ID, run);
      }
      if (!changes.newTransitionStates.containsKey(t.id())) {
        nameAbsent(properties, tables.transitionStateObservables);
      }
      rows.add(
          Map.of(
              "id",
              t.id(),
              "a",
              tables.minima.id(higher),
              "b",
              tables.minima.id(lower),
              "p",
              properties));
    }
    return rows;
  }

  private static List<Map<String, Object>> hitRows(Map<Long, Long> hits) {
    List<Map<String, Object>> rows = new ArrayList<>(hits.size());
    hits.forEach((id, count) -> rows.add(Map.of("id", id, "hits", count)));
    return rows;
  }

  /** Keeps barriers right, and relationships downhill, after energies of minima changed. */
  private void reorient(Transaction tx, Set<Long> minima) {
    if (minima.isEmpty()) {
      return;
    }
    String around =
        "UNWIND $ids AS id MATCH (m:Minimum {landscape: $name, id: id})-[t:TRANSITION_STATE]-()"
            + " WITH DISTINCT t, startNode(t) AS a, endNode(t) AS b ";
    Map<String, Object> parameters = Map.of("ids", List.copyOf(minima), "name", name);
    tx.run(
            around
                + "WHERE a.energy < b.energy OR (a.energy = b.energy AND a.id < b.id)"
                + " WITH a, b, t, properties(t) AS p DELETE t WITH a, b, p"
                + " CREATE (b)-[r:TRANSITION_STATE]->(a) SET r = p",
            parameters)
        .consume();
    tx.run(around + "SET t.barrier = t.energy - a.energy", parameters).consume();
  }

  private void noteObservables(Transaction tx) {
    tx.run(
            "MATCH (l:Landscape {name: $name}) SET l += $names",
            Map.of("name", name, "names", tables.observables()))
        .consume();
  }

  private void write(Transaction tx, Run run) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>(PointProperties.of(name, run));
    properties.putIfAbsent(LandscapeSchema.ENDED_AT, null);
    tx.run(
            "MERGE (r:Run {landscape: $name, id: $id}) SET r += $p",
            Map.of("name", name, "id", run.id(), "p", properties))
        .consume();
  }

  private void write(Transaction tx, Checkpoint checkpoint) {
    tx.run(
            "MERGE (c:Checkpoint {landscape: $name})"
                + " SET c.round = $round, c.explorerState = $state",
            Map.of("name", name, "round", checkpoint.round(), "state", checkpoint.state()))
        .consume();
  }

  /** Gives the session back. */
  void close() {
    session.close();
  }
}
