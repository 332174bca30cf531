package dev.tarn.graphstore.embedded;

import dev.tarn.graphstore.schema.LandscapeSchema;
import dev.tarn.graphstore.schema.PointProperties;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.NotFoundException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * The landscapes that one transaction sees, what it changed itself included. For code that runs
 * inside somebody's transaction, such as procedures; all else opens a {@link Neo4jLandscapeStore}.
 *
 * <p>Valid as long as the transaction is open; not thread-safe.
 */
public final class LandscapeView {
  private final Transaction tx;

  private LandscapeView(Transaction tx) {
    this.tx = tx;
  }

  /**
   * The landscapes that the transaction sees.
   *
   * @throws LandscapeStoreException if the database holds none of ours, or was written with another
   *     version of the model
   */
  public static LandscapeView in(Transaction tx) {
    try (ResourceIterator<Node> marks = tx.findNodes(LandscapeSchema.STORE)) {
      if (!marks.hasNext()) {
        throw new LandscapeStoreException(
            "this database holds no landscapes: expected one that 'tarn explore' or 'tarn import'"
                + " has written to");
      }
      long version =
          PointProperties.longOf(marks.next().getAllProperties(), LandscapeSchema.SCHEMA_VERSION);
      if (version != LandscapeSchema.VERSION) {
        throw new LandscapeStoreException(
            "expected schema version "
                + LandscapeSchema.VERSION
                + ", found "
                + version
                + "; the landscapes of this database were written by "
                + (version > LandscapeSchema.VERSION ? "a newer" : "an older")
                + " Tarn: use its plugin of the same version");
      }
    }
    return new LandscapeView(tx);
  }

  /** All landscapes, by name. */
  public List<Landscape> landscapes() {
    return PointProperties.landscapes(LandscapeNodes.all(tx));
  }

  /** What is known of the landscape; fails as {@link #network} does. */
  public Landscape landscape(String name) {
    return reader(name).landscape();
  }

  /** How many points it holds, O(1). */
  public LandscapeCounts counts(String name) {
    return reader(name).counts();
  }

  /**
   * Its minima and transition states. O(n + m).
   *
   * @throws LandscapeStoreException if there is no such landscape; the message names the nearest
   */
  public Network network(String name) {
    return reader(name).network();
  }

  private GraphReader reader(String name) {
    return new GraphReader(tx, node(name).getAllProperties());
  }

  /** The node of the landscape itself; fails as {@link #network} does. */
  public Node node(String name) {
    Node node = tx.findNode(LandscapeSchema.LANDSCAPE, LandscapeSchema.NAME, name);
    if (node == null || node.hasProperty(LandscapeSchema.STATE)) {
      List<String> known = landscapes().stream().map(Landscape::name).toList();
      String near = NearestName.suggestion(name, known);
      String holds =
          known.isEmpty() ? "; there is none" : "; there are " + String.join(", ", known);
      throw new LandscapeStoreException(
          "no landscape " + name + " in this database" + (near.isEmpty() ? holds : near));
    }
    return node;
  }

  /** The minima of a landscape as nodes of the database. O(n) once, O(log n) for each. */
  public Points points(String name) {
    return new Points(name);
  }

  /**
   * What identifies the statement that runs in the transaction, to remember something for as long
   * as it runs; empty if there is none or the transaction has changed anything, so that what was
   * remembered may not hold any more.
   */
  public Optional<Object> statement() {
    return KernelAccess.unchangedStatement(tx);
  }

  /** Which database it is, of those in this process. */
  public UUID database() {
    return KernelAccess.databaseId(tx);
  }

  /** Minima and transition states of one landscape as nodes and relationships. */
  public final class Points {
    private final String name;
    private final long[] ids;
    private final long[] internal;

    private Points(String name) {
      this.name = name;
      long[] found = new long[1024];
      int size = 0;
      try (ResourceIterator<Node> nodes = tx.findNodes(LandscapeSchema.minimaOf(name))) {
        while (nodes.hasNext()) {
          if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
          }
          found[size++] = KernelAccess.id(nodes.next());
        }
      }
      record Known(long id, long internal) {}
      Known[] known = new Known[size];
      for (int i = 0; i < size; i++) {
        known[i] = new Known(idOf(KernelAccess.node(tx, found[i])), found[i]);
      }
      Arrays.sort(known, Comparator.comparingLong(Known::id));
      ids = Arrays.stream(known).mapToLong(Known::id).toArray();
      internal = Arrays.stream(known).mapToLong(Known::internal).toArray();
    }

    /**
     * The minimum of that id.
     *
     * @throws NotFoundException if there is none
     */
    public Node minimum(long id) {
      int at = Arrays.binarySearch(ids, id);
      if (at < 0) {
        throw new NotFoundException("no minimum " + id + " in landscape " + name);
      }
      return KernelAccess.node(tx, internal[at]);
    }

    /**
     * The transition state of that id between two minima, in either order. O(degree).
     *
     * @throws NotFoundException if there is none
     */
    public Relationship transitionState(long id, long minimum, long otherMinimum) {
      for (long end : new long[] {minimum, otherMinimum}) {
        for (Relationship r :
            minimum(end).getRelationships(Direction.OUTGOING, LandscapeSchema.TRANSITION_STATE)) {
          if (idOf(r) == id) {
            return r;
          }
        }
      }
      throw new NotFoundException("no transition state " + id + " in landscape " + name);
    }

    /** A number kept at each minimum of a network, by node; NaN where there is none. */
    public double[] property(Network network, String property) {
      double[] values = new double[network.nodeCount()];
      for (int node = 0; node < values.length; node++) {
        Map<String, Object> of = minimum(network.minimumId(node)).getProperties(property);
        values[node] = PointProperties.doubleOf(of, property);
      }
      return values;
    }

    /**
     * Sets a property of a minimum.
     *
     * @throws LandscapeStoreException if the name is one that the schema uses
     */
    public void write(long minimum, String property, Number value) {
      PointProperties.checkObservables(name, List.of(property));
      minimum(minimum).setProperty(property, value);
    }
  }

  /** Our id of a minimum or transition state, -1 if it is neither. */
  public static long idOf(org.neo4j.graphdb.Entity point) {
    return point.getProperty(LandscapeSchema.ID, -1L) instanceof Number id ? id.longValue() : -1;
  }

  /** Name of the landscape that a minimum or transition state belongs to; empty if none. */
  public static String landscapeOf(org.neo4j.graphdb.Entity point) {
    return point.getProperty(LandscapeSchema.LANDSCAPE_NAME, "") instanceof String name ? name : "";
  }
}
