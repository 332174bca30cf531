package dev.tarn.cypher.procedures;

import dev.tarn.application.MinimaSet;
import dev.tarn.application.Projection;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;

/**
 * The map of options that a procedure was given, with its types checked. A key with the value null
 * counts as not given.
 */
final class Options {
  private final String procedure;
  private final Map<String, Object> values;

  private Options(String procedure, Map<String, Object> values) {
    this.procedure = procedure;
    this.values = values;
  }

  /** The options of a call; one that the procedure does not take is an error. */
  static Options of(String procedure, Map<String, Object> values) {
    var known = Handbook.of(procedure).options().keySet();
    for (String given : values.keySet()) {
      if (!known.contains(given)) {
        String near = NearestName.suggestion(given, known);
        throw new ProcedureFailure(
            procedure
                + ": unknown option "
                + given
                + (near.isEmpty() ? "; expected one of " + String.join(", ", known) : near));
      }
    }
    return new Options(procedure, values);
  }

  private @Nullable Object value(Option option) {
    return values.get(option.key());
  }

  boolean has(Option option) {
    return value(option) != null;
  }

  private ProcedureFailure wrong(Option option, String expected, @Nullable Object found) {
    return new ProcedureFailure(
        procedure
            + ": option "
            + option.key()
            + ": expected "
            + expected
            + ", found "
            + shown(found));
  }

  private static String shown(@Nullable Object value) {
    return value == null
        ? "none"
        : value instanceof String text ? "'" + text + "'" : value.toString();
  }

  /** The value, if one is given; one of another type is an error. */
  private <T> Optional<T> typed(Option option, Class<T> type, String expected) {
    Object value = value(option);
    if (value != null && !type.isInstance(value)) {
      throw wrong(option, expected, value);
    }
    return Optional.ofNullable(type.cast(value));
  }

  Optional<String> text(Option option) {
    return typed(option, String.class, "text");
  }

  String text(Option option, String otherwise) {
    return text(option).orElse(otherwise);
  }

  boolean flag(Option option) {
    return typed(option, Boolean.class, "true or false").orElse(false);
  }

  Optional<Integer> count(Option option, int least) {
    String expected = "a whole number of at least " + least;
    Optional<Long> count = typed(option, Long.class, expected);
    if (count.isPresent() && (count.get() < least || count.get() > Integer.MAX_VALUE)) {
      throw wrong(option, expected, count.get());
    }
    return count.map(Long::intValue);
  }

  long whole(Option option, long otherwise) {
    return typed(option, Long.class, "a whole number").orElse(otherwise);
  }

  Optional<Double> number(Option option) {
    return typed(option, Number.class, "a number").map(Number::doubleValue);
  }

  /** The one temperature that must be given. */
  double temperature() {
    return optionalTemperature()
        .orElseThrow(() -> wrong(Option.TEMPERATURE, "a temperature", null));
  }

  Optional<Double> optionalTemperature() {
    Optional<Double> given = number(Option.TEMPERATURE);
    if (given.isPresent() && !(given.get() > 0 && given.get() < Double.POSITIVE_INFINITY)) {
      throw wrong(Option.TEMPERATURE, "a temperature above 0", value(Option.TEMPERATURE));
    }
    return given;
  }

  /** The temperatures under either name; empty if none are given. */
  Optional<TemperatureGrid> temperatures() {
    Object several = value(Option.TEMPERATURES);
    if (several == null) {
      return optionalTemperature().map(TemperatureGrid::of);
    }
    if (has(Option.TEMPERATURE)) {
      throw new ProcedureFailure(procedure + ": expected temperature or temperatures, found both");
    }
    if (several instanceof String text) {
      return Optional.of(TemperatureGrid.parse(Option.TEMPERATURES.of(), text));
    }
    List<?> list = several instanceof List<?> items ? items : List.of(several);
    for (Object item : list) {
      if (!(item instanceof Number number && number.doubleValue() > 0)) {
        throw wrong(Option.TEMPERATURES, "temperatures above 0", item);
      }
    }
    if (list.isEmpty()) {
      throw wrong(Option.TEMPERATURES, "'lowest:highest:count' or a list of numbers", several);
    }
    return Optional.of(
        TemperatureGrid.of(
            list.stream().mapToDouble(item -> ((Number) item).doubleValue()).toArray()));
  }

  /** A set of minima of a landscape. */
  MinimaSet minima(Option option, String landscape) {
    Object value = value(option);
    if (value instanceof String text) {
      return new MinimaSet(text);
    }
    List<?> items =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    if (items.isEmpty()) {
      throw wrong(option, "at least one minimum", value);
    }
    return MinimaSet.of(items.stream().mapToLong(item -> idOf(option, item, landscape)).toArray());
  }

  private long idOf(Option option, Object item, String landscape) {
    if (item instanceof Long id) {
      return id;
    }
    if (!(item instanceof Node node)) {
      throw wrong(option, "ids of minima", item);
    }
    if (!LandscapeView.landscapeOf(node).equals(landscape)) {
      throw new ProcedureFailure(
          procedure
              + ": "
              + option.of()
              + ": expected minima of "
              + landscape
              + ", found a node of another kind");
    }
    return LandscapeView.idOf(node);
  }

  Projection projection() {
    return new Projection(text(Option.WHERE, ""), text(Option.WHERE_TS, ""));
  }
}
