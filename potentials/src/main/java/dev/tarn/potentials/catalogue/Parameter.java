package dev.tarn.potentials.catalogue;

import dev.tarn.landscape.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One typed parameter of a kind of potential: its key in run files, its range, its default.
 *
 * <p>A value has two forms. The <em>plain</em> form is kept with a landscape and can be written as
 * JSON: {@code Long}, {@code Double}, {@code String}, lists of them, or a map. The <em>typed</em>
 * form, T, is what {@link PotentialKind#create} receives.
 *
 * @param <T> type of its values
 */
public final class Parameter<T> {
  private final String name;
  private final String typeInWords;
  private final Optional<Object> fallback;
  private final double least;
  private final double most;
  private final String description;
  private final Optional<Object> example;
  private final Function<Object, Optional<Object>> plain;
  private final Function<Object, T> typed;

  private Parameter(
      String name,
      String typeInWords,
      Optional<Object> fallback,
      double least,
      double most,
      String description,
      Optional<Object> example,
      Function<Object, Optional<Object>> plain,
      Function<Object, T> typed) {
    this.name = name;
    this.typeInWords = typeInWords;
    this.fallback = fallback;
    this.least = least;
    this.most = most;
    this.description = description;
    this.example = example;
    this.plain = plain;
    this.typed = typed;
  }

  private static <T> Parameter<T> of(
      String name,
      String typeInWords,
      double least,
      double most,
      String description,
      Object example,
      Function<Object, Optional<Object>> plain,
      Function<Object, T> typed) {
    return new Parameter<>(
        name,
        typeInWords,
        Optional.empty(),
        least,
        most,
        description,
        Optional.of(example),
        plain,
        typed);
  }

  /** An integer within a range that fits an {@code int}. */
  public static Parameter<Integer> integer(String name, int least, int most, String description) {
    return of(
        name,
        "a whole number",
        least,
        most,
        description,
        Math.max(8L, least),
        Parameter::integer,
        value -> Math.toIntExact((Long) value));
  }

  /** A seed: any integer up to 9e15 in magnitude. */
  public static Parameter<Long> seed(String name, String description) {
    return of(
        name, "a whole number", -9e15, 9e15, description, 1L, Parameter::integer, Long.class::cast);
  }

  /** A number within a range. */
  public static Parameter<Double> real(String name, double least, double most, String description) {
    return of(
        name,
        "a number",
        least,
        most,
        description,
        Math.max(1.0, least),
        value ->
            value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty(),
        Double.class::cast);
  }

  /** A list of numbers, each within a range. */
  public static Parameter<double[]> reals(
      String name, double least, double most, String description) {
    return of(
        name,
        "a list of numbers",
        least,
        most,
        description,
        List.of(1.0),
        value ->
            value instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)
                ? Optional.of(list.stream().map(v -> ((Number) v).doubleValue()).toList())
                : Optional.empty(),
        value -> numbers(value).mapToDouble(Number::doubleValue).toArray());
  }

  /** A list of integers, each within a range, at least one; one number alone is a list of one. */
  public static Parameter<int[]> integers(String name, int least, int most, String description) {
    return of(
        name,
        "a list of whole numbers",
        least,
        most,
        description,
        Math.max(8L, least),
        value -> {
          List<?> list = value instanceof List<?> several ? several : List.of(value);
          return !list.isEmpty() && list.stream().allMatch(v -> integer(v).isPresent())
              ? Optional.of(list.stream().map(v -> ((Number) v).longValue()).toList())
              : Optional.empty();
        },
        value -> numbers(value).mapToInt(Number::intValue).toArray());
  }

  /** Text. */
  public static Parameter<String> text(String name, String description) {
    return of(
        name,
        "text",
        0,
        0,
        description,
        "text",
        value -> value instanceof String ? Optional.of(value) : Optional.empty(),
        String.class::cast);
  }

  /**
   * One of several words: the constants of an enumeration in lower case.
   *
   * @param fallback the constant that is meant where no word is given
   */
  public static <E extends Enum<E>> Parameter<E> word(String name, E fallback, String description) {
    List<E> constants = List.of(fallback.getDeclaringClass().getEnumConstants());
    Parameter<E> any =
        of(
            name,
            "text",
            0,
            0,
            description,
            lower(fallback),
            value -> value instanceof String ? Optional.of(value) : Optional.empty(),
            value -> constant(name, constants, (String) value));
    return any.orElse(lower(fallback));
  }

  /**
   * Where data come from: text, or a map of what is to be said about them.
   *
   * @param example text that stands for data that are always there
   * @param complete fills in the defaults of what was given, so that the same data can be read
   *     again; an {@link IllegalArgumentException} of it refuses the value
   */
  public static Parameter<Object> data(
      String name, String description, String example, Function<Object, Object> complete) {
    return of(
        name,
        "text or keys and values",
        0,
        0,
        description,
        example,
        value ->
            value instanceof String || value instanceof Map<?, ?>
                ? Optional.of(complete.apply(value))
                : Optional.empty(),
        Function.identity());
  }

  /** The same with a value, in its plain form, where none is given. */
  public Parameter<T> orElse(Object newFallback) {
    return new Parameter<>(
        name,
        typeInWords,
        Optional.of(newFallback),
        least,
        most,
        description,
        example,
        plain,
        typed);
  }

  /** Its key in run files. */
  public String name() {
    return name;
  }

  /** Its type in words, with the article. */
  public String typeInWords() {
    return typeInWords;
  }

  /** The plain value where none is given; empty if one must be given. */
  public Optional<Object> fallback() {
    return fallback;
  }

  /** Smallest allowed number, 0 for what is no number. */
  public double least() {
    return least;
  }

  /** Largest allowed number, 0 for what is no number. */
  public double most() {
    return most;
  }

  /** What it is, in a few words. */
  public String description() {
    return description;
  }

  /** A small plain value that is allowed. */
  public Object example() {
    return fallback.or(() -> example).orElseThrow();
  }

  /**
   * The plain form of a value that somebody gave.
   *
   * @throws ParameterException if it is of another type or out of range
   */
  Object plain(Object given) {
    Object value;
    try {
      value =
          plain
              .apply(given)
              .orElseThrow(
                  () -> refused("expected " + typeInWords + " for " + name + ", found " + given));
    } catch (ParameterException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(name, String.valueOf(e.getMessage()), e);
    }
    if (value instanceof Number || value instanceof List<?>) {
      numbers(value).forEach(number -> requireRange(number.doubleValue()));
    }
    return value;
  }

  /** The typed form of a plain value. */
  T typed(Object value) {
    return typed.apply(value);
  }

  private void requireRange(double value) {
    if (!(value >= least && value <= most)) {
      throw refused(
          "expected "
              + name
              + " from "
              + shown(least)
              + " to "
              + shown(most)
              + ", found "
              + shown(value));
    }
  }

  /** What is wrong with its value. */
  public ParameterException refused(String message) {
    return new ParameterException(name, message);
  }

  private static java.util.stream.Stream<Number> numbers(Object value) {
    List<?> list = value instanceof List<?> several ? several : List.of(value);
    return list.stream().map(Number.class::cast);
  }

  private static Optional<Object> integer(Object value) {
    return value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
        ? Optional.of(number.longValue())
        : Optional.empty();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(String name, List<E> constants, String text) {
    List<String> words = constants.stream().map(Parameter::lower).toList();
    int at = words.indexOf(text);
    if (at < 0) {
      throw new ParameterException(
          name,
          "expected "
              + String.join(" or ", words)
              + " for "
              + name
              + ", found "
              + text
              + NearestName.suggestion(text, words));
    }
    return constants.get(at);
  }

  /** A number without a point where it is an integer. */
  public static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return name + ": " + description;
  }
}
