package dev.tarn.application;

/** What a question found: a record with typed results, which are also names and values. */
public interface Answer {

  /**
   * The results by name. Names and their order are a contract: they are the keys of the command's
   * {@code --json}, and of its {@code --csv} where the answer has {@linkplain NamedValues#rows()
   * rows}.
   */
  NamedValues values();
}
