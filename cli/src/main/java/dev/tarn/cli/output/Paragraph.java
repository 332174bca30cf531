package dev.tarn.cli.output;

import java.io.PrintStream;

/** Sentences broken into lines that a terminal shows whole. */
final class Paragraph {
  private static final int WIDTH = 96;
  private static final String INDENT = "    ";

  private Paragraph() {}

  /** Prints the heading and the text after it; lines after the first are indented. */
  static void print(PrintStream out, String heading, String text) {
    StringBuilder line = new StringBuilder(heading.stripTrailing());
    for (String word : text.split(" ", -1)) {
      if (line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line.setLength(0);
        line.append(INDENT).append(word);
      } else {
        line.append(' ').append(word);
      }
    }
    out.println(line);
  }
}
