package dev.tarn.cypher;

import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which part of a landscape to look at, as predicates in Cypher: minima {@code m} for which {@code
 * where} holds, without the transition states of the others, and of what remains the transition
 * states {@code t} for which {@code whereTs} holds. In {@code whereTs} the two minima are {@code
 * higher} and {@code lower}. A predicate that is blank leaves everything.
 *
 * @param where predicate on {@code m}, such as {@code m.energy < -40}
 * @param whereTs predicate on {@code t}, such as {@code t.barrier < 2}
 */
public record Projection(String where, String whereTs) {

  /** The whole landscape. */
  public static final Projection NONE = new Projection("", "");

  private static final Set<String> OF_MINIMA =
      Set.of(
          "landscape",
          "id",
          "index",
          "energy",
          "logDetHessian",
          "symmetryOrder",
          "rmsGradient",
          "hits",
          "run",
          "coordinates");
  private static final Set<String> OF_TRANSITION_STATES =
      Set.of(
          "landscape",
          "id",
          "energy",
          "barrier",
          "logDetHessian",
          "symmetryOrder",
          "lowestEigenvalue",
          "rmsGradient",
          "hits",
          "run",
          "coordinates");
  private static final Pattern TEXT =
      Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");

  /** Asks the database that holds the landscape. */
  @FunctionalInterface
  public interface Asker {
    /**
     * The only column of the answer to a query that reads.
     *
     * @throws CypherException if the query is malformed
     */
    List<Object> column(String text, Map<String, Object> parameters);
  }

  /**
   * A part of a network.
   *
   * @param network the part
   * @param projection what chose it
   * @param ofMinima number of minima of the whole
   * @param ofTransitionStates number of transition states of the whole
   */
  public record Part(Network network, Projection projection, int ofMinima, int ofTransitionStates) {

    /** In words what was left out; empty if the whole is meant. */
    public String describe() {
      if (projection.isWhole()) {
        return "";
      }
      return String.format(
          Locale.ROOT,
          "%s: %,d of %,d minima, %,d of %,d transition states",
          projection.describe(),
          network.nodeCount(),
          ofMinima,
          network.edgeCount(),
          ofTransitionStates);
    }
  }

  /** Whether nothing is left out. */
  public boolean isWhole() {
    return where.isBlank() && whereTs.isBlank();
  }

  private String describe() {
    List<String> parts = new ArrayList<>();
    if (!where.isBlank()) {
      parts.add("where " + where.strip());
    }
    if (!whereTs.isBlank()) {
      parts.add("transition states where " + whereTs.strip());
    }
    return String.join(", ", parts);
  }

  /**
   * The part of the landscape. Each predicate is evaluated once, in the database.
   *
   * @param names how a message calls the two predicates, such as {@code --where} and {@code
   *     --where-ts}
   * @throws CypherException if a predicate is malformed, with the position in it, or speaks of a
   *     property that no point of the landscape has, or leaves no minimum
   */
  public Part of(Network whole, Asker asker, List<String> names) {
    Set<Long> minima =
        where.isBlank() ? Set.of() : chosen(whole, asker, minima(names.get(0), where));
    if (!where.isBlank() && minima.isEmpty()) {
      throw new CypherException(
          names.get(0) + ": no minimum of " + whole.name() + " satisfies " + where.strip());
    }
    Set<Long> edges =
        whereTs.isBlank()
            ? Set.of()
            : chosen(
                whole,
                asker,
                new Predicate(
                    names.get(1),
                    whereTs,
                    "(higher:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(lower:Minimum)",
                    "t",
                    OF_TRANSITION_STATES));
    Network part =
        isWhole()
            ? whole
            : whole.projection(
                node -> where.isBlank() || minima.contains(whole.minimumId(node)),
                edge -> whereTs.isBlank() || edges.contains(whole.transitionStateId(edge)));
    return new Part(part, this, whole.nodeCount(), whole.edgeCount());
  }

  /** Ids of the minima of a network for which a predicate holds, ascending. */
  static long[] minimaWhere(String predicate, Network network, Asker asker, String name) {
    return chosen(network, asker, minima(name, predicate)).stream()
        .filter(id -> network.nodeOf(id) >= 0)
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }

  private static Predicate minima(String name, String text) {
    return new Predicate(name, text, "(m:Minimum {landscape: $landscape})", "m", OF_MINIMA);
  }

  /** A predicate on what {@code pattern} matches. */
  private record Predicate(
      String name, String text, String pattern, String variable, Set<String> usual) {}

  private static Set<Long> chosen(Network whole, Asker asker, Predicate predicate) {
    Map<String, Object> parameters = Map.of("landscape", whole.name());
    checkProperties(predicate, () -> known(asker, predicate, parameters), whole.name());
    return ids(asker, predicate, parameters);
  }

  private static Set<Long> ids(Asker asker, Predicate predicate, Map<String, Object> parameters) {
    String query =
        "MATCH "
            + predicate.pattern
            + " WHERE (\n"
            + predicate.text
            + "\n) RETURN "
            + predicate.variable
            + ".id AS id";
    Set<Long> ids = new HashSet<>();
    try {
      for (Object id : asker.column(query, parameters)) {
        if (id instanceof Number number) {
          ids.add(number.longValue());
        }
      }
    } catch (CypherException e) {
      throw e.inPredicate(predicate.name, predicate.text);
    }
    return ids;
  }

  private static List<String> known(
      Asker asker, Predicate predicate, Map<String, Object> parameters) {
    String query =
        "MATCH "
            + predicate.pattern
            + " UNWIND keys("
            + predicate.variable
            + ") AS key RETURN DISTINCT key ORDER BY key";
    return asker.column(query, parameters).stream().map(String::valueOf).toList();
  }

  /** A property that nothing has is null in Cypher, and so is silent where it is misspelt. */
  private static void checkProperties(
      Predicate predicate, Supplier<List<String>> known, String landscape) {
    Set<String> unusual = new HashSet<>();
    Matcher property =
        Pattern.compile("(?<![\\w.])" + predicate.variable + "\\s*\\.\\s*(\\w+)")
            .matcher(TEXT.matcher(predicate.text).replaceAll("''"));
    while (property.find()) {
      if (!predicate.usual.contains(property.group(1))) {
        unusual.add(property.group(1));
      }
    }
    if (unusual.isEmpty()) {
      return;
    }
    List<String> names = known.get();
    for (String name : unusual) {
      if (!names.contains(name)) {
        Set<String> candidates = new TreeSet<>(names);
        candidates.addAll(predicate.usual);
        String near = NearestName.suggestion(name, candidates);
        throw new CypherException(
            predicate.name
                + ": no "
                + (predicate.variable.equals("m") ? "minimum" : "transition state")
                + " of "
                + landscape
                + " has a property "
                + name
                + (near.isEmpty() ? "; they have " + String.join(", ", names) : near));
      }
    }
  }
}
