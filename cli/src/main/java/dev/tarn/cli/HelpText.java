package dev.tarn.cli;

import java.io.PrintStream;

/** What {@code tarn} and {@code tarn help} show. */
final class HelpText {
  private HelpText() {}

  static void overview(PrintStream out) {
    out.println("Tarn: energy landscapes as graphs in Neo4j");
    out.println();
    out.println("usage: tarn VERB [LANDSCAPE] [options]      tarn help VERB for its options");
    String group = "";
    for (Verbs.Entry entry : Verbs.ALL) {
      if (!entry.group().equals(group)) {
        group = entry.group();
        out.println();
        out.println(group);
      }
      out.println("  " + entry.name() + " ".repeat(12 - entry.name().length()) + entry.summary());
    }
    out.println();
    out.println("Every verb takes --store PATH (default ./tarn-store), --json, --csv and --help.");
    out.println("Start with:  tarn explore examples/lj13.yaml");
  }
}
