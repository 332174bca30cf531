package dev.tarn.application;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question that has no answer, or a run file that cannot be followed; the message is one line. It
 * is made of texts and of {@link OptionName}s, which everybody who asks writes in a way of their
 * own.
 */
public final class QuestionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isMisuse;
  private final transient List<Object> parts;

  private QuestionException(boolean isMisuse, List<Object> parts) {
    super(
        (parts.get(0) instanceof OptionName ? "option " : "")
            + worded(parts, OptionName::camelCase));
    this.isMisuse = isMisuse;
    this.parts = parts;
  }

  /** The question is asked wrongly, whatever the landscape. */
  public static QuestionException misuse(Object... parts) {
    return new QuestionException(true, List.of(parts));
  }

  /** A parameter was refused by what it was meant for. */
  public static QuestionException misuse(OptionName option, IllegalArgumentException refusal) {
    return misuse(option, ": ", reason(refusal));
  }

  /** Parameters were refused by what they were meant for. */
  public static QuestionException misuse(IllegalArgumentException refusal) {
    return misuse(reason(refusal));
  }

  /** The landscape has no answer to the question. */
  public static QuestionException failed(Object... parts) {
    return new QuestionException(false, List.of(parts));
  }

  /** The reason that an exception gives. */
  public static String reason(IllegalArgumentException refusal) {
    return Objects.requireNonNullElse(refusal.getMessage(), "not understood");
  }

  /** Whether the question itself is wrong, rather than what it is asked of. */
  public boolean isMisuse() {
    return isMisuse;
  }

  /** The message with the names of options as {@code nameOf} writes them. */
  public String worded(Function<OptionName, String> nameOf) {
    return worded(parts, nameOf);
  }

  private static String worded(List<Object> parts, Function<OptionName, String> nameOf) {
    return parts.stream()
        .map(part -> part instanceof OptionName option ? nameOf.apply(option) : part.toString())
        .collect(Collectors.joining());
  }
}
