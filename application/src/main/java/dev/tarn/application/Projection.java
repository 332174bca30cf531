package dev.tarn.application;

import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  private static final OptionName WHERE = new OptionName("where");
  private static final OptionName WHERE_TS = new OptionName("whereTs");
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

  /**
   * A part of a network.
   *
   * @param network the part
   * @param projection what chose it
   * @param ofMinima number of minima of the whole
   * @param ofTransitionStates number of transition states of the whole
   */
  public record Part(Network network, Projection projection, int ofMinima, int ofTransitionStates) {

    /** Adds what was left out to an answer; nothing where the whole is meant. */
    public NamedValues addTo(NamedValues values) {
      return projection.isWhole()
          ? values
          : values.put(
              "projection",
              NamedValues.empty()
                  .put("where", projection.where)
                  .put("whereTs", projection.whereTs)
                  .put("minima", network.nodeCount())
                  .put("ofMinima", ofMinima)
                  .put("transitionStates", network.edgeCount())
                  .put("ofTransitionStates", ofTransitionStates));
    }

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
   * The part of a landscape. Each predicate is evaluated once, where the landscape is.
   *
   * @throws QuestionException if a predicate is malformed, with the position in it, or speaks of a
   *     property that no point of the landscape has, or leaves no minimum
   */
  Part of(LandscapeSource source) {
    Network whole = source.network();
    if (isWhole()) {
      return new Part(whole, this, whole.nodeCount(), whole.edgeCount());
    }
    if (!source.isGraph()) {
      throw QuestionException.misuse(
          WHERE,
          " and ",
          WHERE_TS,
          " need a landscape of the store, found a folder; tarn import it first");
    }
    Set<Long> minima =
        where.isBlank() ? Set.of() : chosen(source, minima(WHERE, where), Projection::malformed);
    if (!where.isBlank() && minima.isEmpty()) {
      throw QuestionException.failed(
          WHERE, ": no minimum of " + whole.name() + " satisfies " + where.strip());
    }
    Set<Long> edges =
        whereTs.isBlank()
            ? Set.of()
            : chosen(
                source,
                new Predicate(
                    WHERE_TS,
                    whereTs,
                    "(higher:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(lower:Minimum)",
                    "t",
                    OF_TRANSITION_STATES),
                Projection::malformed);
    Network part =
        whole.projection(
            node -> where.isBlank() || minima.contains(whole.minimumId(node)),
            edge -> whereTs.isBlank() || edges.contains(whole.transitionStateId(edge)));
    return new Part(part, this, whole.nodeCount(), whole.edgeCount());
  }

  /** Ids of the minima of a network for which a predicate holds, ascending. */
  static long[] minimaWhere(
      String predicate, Network network, LandscapeSource source, OptionName option) {
    return chosen(source, minima(option, predicate), MinimaSet::malformed).stream()
        .filter(id -> network.nodeOf(id) >= 0)
        .mapToLong(Long::longValue)
        .sorted()
        .toArray();
  }

  private static Predicate minima(OptionName option, String text) {
    return new Predicate(option, text, "(m:Minimum {landscape: $landscape})", "m", OF_MINIMA);
  }

  /** A predicate on what {@code pattern} matches. */
  record Predicate(
      OptionName option, String text, String pattern, String variable, Set<String> usual) {}

  /**
   * What is wrong with a predicate.
   *
   * @param position {@code column 4}, or where else in the predicate; empty if that is not known
   * @param said what the database says
   */
  record Fault(Predicate predicate, String position, String said) {}

  private static QuestionException malformed(Fault fault) {
    String text =
        " "
            + fault.predicate.text.strip().replaceAll("\\s*\\R\\s*", " ")
            + ": "
            + fault.position
            + fault.said;
    return fault.position.startsWith("at") || fault.position.isEmpty()
        ? QuestionException.failed(fault.predicate.option, text)
        : QuestionException.misuse(fault.predicate.option, text);
  }

  private static Set<Long> chosen(
      LandscapeSource source, Predicate predicate, Function<Fault, QuestionException> malformed) {
    checkProperties(source, predicate);
    String query =
        "MATCH "
            + predicate.pattern
            + " WHERE (\n"
            + predicate.text
            + "\n) RETURN "
            + predicate.variable
            + ".id AS id";
    try {
      return source.column(query, parameters(source)).stream()
          .map(id -> ((Number) id).longValue())
          .collect(Collectors.toSet());
    } catch (QueryException e) {
      throw malformed.apply(fault(predicate, e));
    }
  }

  private static Map<String, Object> parameters(LandscapeSource source) {
    return Map.of("landscape", source.landscape().name());
  }

  /** The fault with its position in the predicate, which begins in the second line of the query. */
  private static Fault fault(Predicate predicate, QueryException e) {
    int line = e.line() - 1;
    String said = String.valueOf(e.getMessage()).replaceFirst("^line \\d+, column \\d+: ", "");
    boolean inside = line >= 1 && line <= predicate.text.lines().count();
    return new Fault(
        predicate,
        inside
            ? (line > 1 ? "line " + line + ", " : "") + "column " + e.column() + ": "
            : e.line() > 0 ? "at its end: " : "",
        said);
  }

  /** A property that nothing has is null in Cypher, and so is silent where it is misspelt. */
  private static void checkProperties(LandscapeSource source, Predicate predicate) {
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
    String query =
        "MATCH "
            + predicate.pattern
            + " UNWIND keys("
            + predicate.variable
            + ") AS key RETURN DISTINCT key ORDER BY key";
    List<String> names =
        source.column(query, parameters(source)).stream().map(String::valueOf).toList();
    for (String name : unusual) {
      if (!names.contains(name)) {
        Set<String> candidates = new TreeSet<>(names);
        candidates.addAll(predicate.usual);
        String near = NearestName.suggestion(name, candidates);
        throw QuestionException.failed(
            predicate.option,
            ": no "
                + (predicate.variable.equals("m") ? "minimum" : "transition state")
                + " of "
                + source.landscape().name()
                + " has a property "
                + name
                + (near.isEmpty() ? "; they have " + String.join(", ", names) : near));
      }
    }
  }
}
