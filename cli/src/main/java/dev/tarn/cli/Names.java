package dev.tarn.cli;

/** Names that landscapes may have: fit for a shell, a file name and a folder's absence. */
final class Names {
  private static final String PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

  private Names() {}

  static boolean isValid(String name) {
    return name.matches(PATTERN);
  }

  /** The name itself; {@code where} begins the error. */
  static String checked(String where, String name) {
    if (!isValid(name)) {
      throw CommandException.usage(
          where + ": expected a name of letters, digits, '.', '_' and '-', found " + name);
    }
    return name;
  }
}
