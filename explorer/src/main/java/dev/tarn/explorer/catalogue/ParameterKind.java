package dev.tarn.explorer.catalogue;

import java.util.Optional;

/**
 * One parameter of a potential in the catalogue.
 *
 * @param name key in the run file
 * @param type kind of value
 * @param fallback value where the run file has none; empty if it must be given
 * @param least smallest allowed number
 * @param most largest allowed number
 * @param description what it is, in a few words
 */
public record ParameterKind(
    String name,
    Type type,
    Optional<Object> fallback,
    double least,
    double most,
    String description) {

  /** Kinds of values. */
  public enum Type {
    /** A whole number. */
    WHOLE("a whole number"),
    /** A real number. */
    REAL("a number"),
    /** A list of real numbers. */
    REALS("a list of numbers"),
    /** A list of whole numbers; one number alone is a list of one. */
    WHOLES("a list of whole numbers"),
    /** Text. */
    TEXT("text"),
    /** Where data come from: text, or a map of what is to be said about them. */
    DATA("text or keys and values");

    private final String words;

    Type(String words) {
      this.words = words;
    }

    /** The type in words, with its article. */
    public String words() {
      return words;
    }
  }
}
