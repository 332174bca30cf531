package dev.tarn.application;

/** Names that landscapes may have: fit for a shell, a file name and a folder's absence. */
public final class LandscapeName {
  private static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private LandscapeName() {}

  /** Whether the name may be used. */
  public static boolean isValid(String name) {
    return name.matches(PATTERN);
  }

  /**
   * The name itself.
   *
   * @param where what a message calls it: an {@link OptionName}, or a place in a file
   * @throws QuestionException if it may not be used
   */
  public static String checked(Object where, String name) {
    if (!isValid(name)) {
      throw QuestionException.misuse(
          where, ": expected a name of letters, digits, '.', '_' and '-', found ", name);
    }
    return name;
  }
}
