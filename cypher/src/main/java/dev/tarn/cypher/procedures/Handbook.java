package dev.tarn.cypher.procedures;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;
import org.neo4j.procedure.UserFunction;

/** What there is to call, from the annotations of the methods that are called. */
public final class Handbook {
  private static final List<Class<?>> PROCEDURES =
      List.of(
          LandscapeProcedures.class,
          NetworkProcedures.class,
          PathProcedures.class,
          ThermodynamicsProcedures.class,
          KineticsProcedures.class,
          TreeProcedures.class);
  private static final List<Class<?>> FUNCTIONS = List.of(PointFunctions.class);
  private static final Map<String, Entry> ENTRIES = entries();

  private Handbook() {}

  /**
   * A procedure or function.
   *
   * @param name its name, such as {@code tarn.rates}
   * @param isFunction whether it is a function
   * @param writes whether it changes the database
   * @param arguments names of its arguments, those with a default in square brackets
   * @param yields names of the columns; empty for a function
   * @param description what it answers
   * @param options what its map of options may hold, each with a description
   * @param example a call
   */
  public record Entry(
      String name,
      boolean isFunction,
      boolean writes,
      List<String> arguments,
      List<String> yields,
      String description,
      Map<String, String> options,
      String example) {
    public Entry {
      arguments = List.copyOf(arguments);
      yields = List.copyOf(yields);
      options = java.util.Collections.unmodifiableMap(options);
    }
  }

  static List<Class<?>> procedures() {
    return PROCEDURES;
  }

  static List<Class<?>> functions() {
    return FUNCTIONS;
  }

  /** All of them, by name, procedures first. */
  public static List<Entry> all() {
    return ENTRIES.values().stream()
        .sorted(java.util.Comparator.comparing(Entry::isFunction).thenComparing(Entry::name))
        .toList();
  }

  /** The entry of that name. */
  static Entry of(String name) {
    Entry entry = ENTRIES.get(name);
    if (entry == null) {
      throw new IllegalArgumentException("nothing is described under the name " + name);
    }
    return entry;
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> entries = new TreeMap<>();
    for (Class<?> type : PROCEDURES) {
      for (Method method : type.getMethods()) {
        Procedure procedure = method.getAnnotation(Procedure.class);
        if (procedure != null) {
          entries.put(
              procedure.name(),
              entry(procedure.name(), false, procedure.mode() == Mode.WRITE, method));
        }
      }
    }
    for (Class<?> type : FUNCTIONS) {
      for (Method method : type.getMethods()) {
        UserFunction function = method.getAnnotation(UserFunction.class);
        if (function != null) {
          entries.put(function.name(), entry(function.name(), true, false, method));
        }
      }
    }
    return entries;
  }

  private static Entry entry(String name, boolean isFunction, boolean writes, Method method) {
    Usage usage = method.getAnnotation(Usage.class);
    Description description = method.getAnnotation(Description.class);
    if (usage == null || description == null) {
      throw new IllegalStateException(name + " is not described");
    }
    Map<String, String> options = new java.util.LinkedHashMap<>();
    for (Option option : usage.options()) {
      options.put(option.key(), option.description());
    }
    return new Entry(
        name,
        isFunction,
        writes,
        Arrays.stream(method.getParameters())
            .map(parameter -> parameter.getAnnotation(Name.class))
            .map(
                argument ->
                    argument.defaultValue().equals(Name.DEFAULT_VALUE)
                        ? argument.value()
                        : "[" + argument.value() + "]")
            .collect(Collectors.toList()),
        isFunction ? List.of() : columns(method),
        description.value(),
        options,
        usage.example());
  }

  private static List<String> columns(Method method) {
    Class<?> row =
        (Class<?>) ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    return Arrays.stream(row.getRecordComponents()).map(RecordComponent::getName).toList();
  }
}
