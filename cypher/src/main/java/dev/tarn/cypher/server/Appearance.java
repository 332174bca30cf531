package dev.tarn.cypher.server;

import dev.tarn.graphstore.schema.LandscapeSchema;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.ResourceIterator;
import org.neo4j.graphdb.Transaction;

/**
 * What the Browser needs to draw one landscape: on each minimum a caption (its energy, rounded) and
 * one label that stands for a colour, on each transition state a caption (its barrier).
 *
 * <p>The colour is that of the community where {@code tarn network --write} wrote communities, else
 * of the basin where it wrote those, else of the band of energy: eight bands of equal width from
 * the lowest minimum to the energy that 99 % of the minima do not exceed; what is higher belongs to
 * the highest band.
 *
 * <p>Neither belongs to the landscape: no export, no network and no result depends on them.
 *
 * <p>Each call brings what is new up to date, in transactions of bearable size; when the number of
 * minima has doubled, bands and digits are chosen anew and all are gone over. O(new points).
 */
final class Appearance {
  static final String ENERGY_BAND = "EnergyBand";
  static final String COMMUNITY = "Community";
  static final String BASIN = "Basin";
  static final String CAPTION = "caption";

  private static final int POINTS_IN_A_TRANSACTION = 2_000;
  private static final double SHARE_IN_BANDS = 0.99;
  private static final int MOST_DECIMALS = 9;
  private static final int BARRIER_DIGITS = 3;

  private final GraphDatabaseService database;
  private final String landscape;
  private Scheme scheme = Scheme.NONE;
  private long minimaDone;
  private long lastMinimum = Long.MIN_VALUE;
  private long lastTransitionState = Long.MIN_VALUE;

  Appearance(GraphDatabaseService database, String landscape) {
    this.database = database;
    this.landscape = landscape;
  }

  /**
   * How minima are drawn.
   *
   * @param label beginning of the label
   * @param property what the number of the colour is computed from
   * @param lowest energy at which the bands begin
   * @param width width of a band of energy
   * @param decimals decimals of an energy
   */
  record Scheme(String label, String property, double lowest, double width, int decimals) {
    static final Scheme NONE = new Scheme("", "", 0, 0, 0);

    /** The scheme for energies between these two. */
    static Scheme ofEnergies(double lowest, double highest) {
      double range = highest - lowest;
      int decimals =
          range > 0
              ? Math.max(0, Math.min(MOST_DECIMALS, 4 - (int) Math.ceil(Math.log10(range))))
              : BARRIER_DIGITS;
      return new Scheme(
          ENERGY_BAND,
          "energy",
          lowest,
          range > 0 ? range / StyleSheet.energyColours() : 1,
          decimals);
    }

    Scheme by(String newLabel, String newProperty) {
      return new Scheme(newLabel, newProperty, lowest, width, decimals);
    }

    /** The label of a minimum with that value, from 1; empty where the value is not a number. */
    Optional<String> labelOf(@Nullable Object value) {
      if (!(value instanceof Number number)) {
        return Optional.empty();
      }
      int colour =
          label.equals(ENERGY_BAND)
              ? (int)
                  Math.max(
                      0,
                      Math.min(
                          StyleSheet.energyColours() - 1,
                          Math.floor((number.doubleValue() - lowest) / width)))
              : (int) Math.floorMod(number.longValue(), (long) StyleSheet.groupColours());
      return Optional.of(label + (colour + 1));
    }

    String caption(double energy) {
      return BigDecimal.valueOf(energy).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
    }
  }

  /** A barrier as it stands on an arrow: three digits that count. */
  static String barrierCaption(double barrier) {
    BigDecimal rounded =
        BigDecimal.valueOf(barrier).round(new MathContext(BARRIER_DIGITS, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  /** Brings the landscape up to date; returns how many points were looked at. */
  long update() {
    long minima = count();
    if (minima == 0) {
      return 0;
    }
    if (minima >= 2 * minimaDone) {
      scheme = scheme();
      lastMinimum = Long.MIN_VALUE;
      minimaDone = minima;
    }
    long looked = 0;
    for (long done = -1; done != 0; looked += done) {
      done = someMinima();
    }
    for (long done = -1; done != 0; looked += done) {
      done = someTransitionStates();
    }
    return looked;
  }

  private long count() {
    try (Transaction tx = database.beginTx();
        var result =
            tx.execute(
                "MATCH (m:" + quoted(LandscapeSchema.minimaOf(landscape)) + ") RETURN count(m)")) {
      return result.next().get("count(m)") instanceof Long count ? count : 0;
    }
  }

  private static String quoted(Label label) {
    return "`" + label.name().replace("\\", "\\u005C").replace("`", "``") + "`";
  }

  private Scheme scheme() {
    try (Transaction tx = database.beginTx();
        var result =
            tx.execute(
                "MATCH (m:Minimum {landscape: $landscape})"
                    + " RETURN min(m.energy) AS lowest,"
                    + " percentileDisc(m.energy, $share) AS highest,"
                    + " count(m.community) AS communities, count(m.basin) AS basins",
                Map.of("landscape", landscape, "share", SHARE_IN_BANDS))) {
      Map<String, Object> row = result.next();
      Scheme found =
          row.get("lowest") instanceof Double lowest && row.get("highest") instanceof Double highest
              ? Scheme.ofEnergies(lowest, highest)
              : Scheme.NONE;
      if (!Long.valueOf(0).equals(row.get("communities"))) {
        return found.by(COMMUNITY, "community");
      }
      return Long.valueOf(0).equals(row.get("basins")) ? found : found.by(BASIN, "basin");
    }
  }

  private long someMinima() {
    try (Transaction tx = database.beginTx()) {
      List<Node> nodes = new ArrayList<>();
      try (ResourceIterator<Node> found =
          tx.execute(
                  "MATCH (m:Minimum {landscape: $landscape}) WHERE m.id > $after"
                      + " RETURN m ORDER BY m.id LIMIT "
                      + POINTS_IN_A_TRANSACTION,
                  Map.of("landscape", landscape, "after", lastMinimum))
              .columnAs("m")) {
        found.forEachRemaining(nodes::add);
      }
      long last = lastMinimum;
      for (Node node : nodes) {
        draw(node);
        last = node.getProperty("id") instanceof Long id ? id : last;
      }
      tx.commit();
      lastMinimum = last;
      return nodes.size();
    }
  }

  private void draw(Node node) {
    Object energy = node.getProperty("energy", null);
    if (energy instanceof Double value) {
      setIfNew(node, scheme.caption(value));
    }
    Optional<String> wanted = scheme.labelOf(node.getProperty(scheme.property(), null));
    List<Label> wrong = new ArrayList<>();
    boolean there = false;
    for (Label label : node.getLabels()) {
      boolean ours =
          label.name().startsWith(ENERGY_BAND)
              || label.name().matches("(" + COMMUNITY + "|" + BASIN + ")[0-9]+");
      if (ours && wanted.isPresent() && label.name().equals(wanted.get())) {
        there = true;
      } else if (ours) {
        wrong.add(label);
      }
    }
    wrong.forEach(node::removeLabel);
    if (!there && wanted.isPresent()) {
      node.addLabel(Label.label(wanted.get()));
    }
  }

  private static void setIfNew(org.neo4j.graphdb.Entity entity, String caption) {
    if (!caption.equals(entity.getProperty(CAPTION, null))) {
      entity.setProperty(CAPTION, caption);
    }
  }

  private long someTransitionStates() {
    try (Transaction tx = database.beginTx()) {
      List<Relationship> found = new ArrayList<>();
      try (ResourceIterator<Relationship> rows =
          tx.execute(
                  "MATCH ()-[t:TRANSITION_STATE {landscape: $landscape}]->() WHERE t.id > $after"
                      + " RETURN t ORDER BY t.id LIMIT "
                      + POINTS_IN_A_TRANSACTION,
                  Map.of("landscape", landscape, "after", lastTransitionState))
              .columnAs("t")) {
        rows.forEachRemaining(found::add);
      }
      long last = lastTransitionState;
      for (Relationship t : found) {
        if (t.getProperty("barrier", null) instanceof Double barrier) {
          setIfNew(t, barrierCaption(barrier));
        }
        last = t.getProperty("id") instanceof Long id ? id : last;
      }
      tx.commit();
      lastTransitionState = last;
      return found.size();
    }
  }
}
