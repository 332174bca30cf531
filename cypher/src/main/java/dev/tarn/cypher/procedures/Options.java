package dev.tarn.cypher.procedures;

import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.cypher.MinimaSet;
import dev.tarn.cypher.Projection;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
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
  Optional<double[]> temperatures() {
    Object several = value(Option.TEMPERATURES);
    if (several != null && has(Option.TEMPERATURE)) {
      throw new ProcedureFailure(procedure + ": expected temperature or temperatures, found both");
    }
    if (several == null) {
      OptionalDouble one = has(Option.TEMPERATURE) ? optionalTemperature() : OptionalDouble.empty();
      return one.isPresent() ? Optional.of(new double[] {one.getAsDouble()}) : Optional.empty();
    }
    try {
      if (several instanceof String text) {
        return Optional.of(Temperatures.parse(text));
      }
      if (several instanceof Number number) {
        return Optional.of(new double[] {Temperatures.requirePositive(number.doubleValue())});
      }
    } catch (IllegalArgumentException e) {
      throw new ProcedureFailure(procedure + ": option temperatures: " + e.getMessage(), e);
    }
    if (several instanceof List<?> list && !list.isEmpty()) {
      double[] grid = new double[list.size()];
      for (int k = 0; k < grid.length; k++) {
        if (!(list.get(k) instanceof Number number) || !(number.doubleValue() > 0)) {
          throw wrong(Option.TEMPERATURES, "temperatures above 0", list.get(k));
        }
        grid[k] = number.doubleValue();
      }
      return Optional.of(grid);
    }
    throw wrong(Option.TEMPERATURES, "'lowest:highest:count' or a list of numbers", several);
  }

  /** Ids of the minima of a set. */
  long[] minima(Option option, Network network, Projection.Asker asker) {
    Object value = value(option);
    String name = procedure + ": option " + option.key();
    if (value instanceof String text) {
      return MinimaSet.ids(text, network, asker, name);
    }
    List<?> items =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    List<Long> ids = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof Node node) {
        ids.add(idOf(node, network, name));
      } else if (item instanceof Long id) {
        ids.add(id);
      } else {
        throw wrong(option, "ids of minima", item);
      }
    }
    if (ids.isEmpty()) {
      throw wrong(option, "at least one minimum", value);
    }
    for (long id : ids) {
      if (network.nodeOf(id) < 0) {
        throw new ProcedureFailure(
            name + ": expected ids of minima of " + network.name() + ", found " + id);
      }
    }
    return ids.stream().mapToLong(Long::longValue).toArray();
  }

  private static long idOf(Node node, Network network, String name) {
    if (!LandscapeView.landscapeOf(node).equals(network.name())) {
      throw new ProcedureFailure(
          name + ": expected minima of " + network.name() + ", found a node of another kind");
    }
    return LandscapeView.idOf(node);
  }

  Projection projection() {
    return new Projection(text(Option.WHERE, ""), text(Option.WHERE_TS, ""));
  }
}
