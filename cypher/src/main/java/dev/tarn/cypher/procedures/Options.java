package dev.tarn.cypher.procedures;

import dev.tarn.application.MinimaSet;
import dev.tarn.application.Projection;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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

  String text(Option option, String otherwise) {
    Object value = value(option);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw wrong(option, "text", value);
  }

  Optional<String> optionalText(Option option) {
    return has(option) ? Optional.of(text(option, "")) : Optional.empty();
  }

  boolean flag(Option option) {
    Object value = value(option);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw wrong(option, "true or false", value);
  }

  int count(Option option, int otherwise, int least) {
    Object value = value(option);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Long count && count >= least && count <= Integer.MAX_VALUE) {
      return count.intValue();
    }
    throw wrong(option, "a whole number of at least " + least, value);
  }

  long whole(Option option, long otherwise) {
    Object value = value(option);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Long whole) {
      return whole;
    }
    throw wrong(option, "a whole number", value);
  }

  OptionalDouble number(Option option) {
    Object value = value(option);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value instanceof Number number) {
      return OptionalDouble.of(number.doubleValue());
    }
    throw wrong(option, "a number", value);
  }

  /** The one temperature that must be given. */
  double temperature() {
    return optionalTemperature()
        .orElseThrow(() -> wrong(Option.TEMPERATURE, "a temperature", null));
  }

  OptionalDouble optionalTemperature() {
    OptionalDouble given = number(Option.TEMPERATURE);
    if (given.isPresent()
        && !(given.getAsDouble() > 0 && given.getAsDouble() < Double.POSITIVE_INFINITY)) {
      throw wrong(Option.TEMPERATURE, "a temperature above 0", value(Option.TEMPERATURE));
    }
    return given;
  }

  /** The temperatures under either name; empty if none are given. */
  Optional<TemperatureGrid> temperatures() {
    Object several = value(Option.TEMPERATURES);
    if (several == null) {
      OptionalDouble one = optionalTemperature();
      return one.isPresent()
          ? Optional.of(TemperatureGrid.of(one.getAsDouble()))
          : Optional.empty();
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
