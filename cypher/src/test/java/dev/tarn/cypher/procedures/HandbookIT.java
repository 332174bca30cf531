package dev.tarn.cypher.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The manual says what the handbook says. {@link ProceduresIT} runs every example. */
class HandbookIT {
  private static final String REFERENCE = "Arguments in square brackets may be left out.\n";

  /** Set the property tarn.write.docs to write the reference anew. */
  @Test
  void theManualDescribesEveryProcedureAndFunction() throws IOException {
    Path page = Path.of("../docs/procedures.md");
    String found = Files.readString(page);
    int end = found.indexOf(REFERENCE);
    assertThat(end).isPositive();
    String expected = found.substring(0, end + REFERENCE.length()) + reference();
    if (Boolean.getBoolean("tarn.write.docs")) {
      Files.writeString(page, expected);
    } else {
      assertThat(found).isEqualTo(expected);
    }
  }

  private static String reference() {
    StringBuilder text = new StringBuilder();
    for (Handbook.Entry entry : Handbook.all()) {
      text.append("\n### ").append(entry.name()).append("\n\n").append(entry.description());
      if (entry.writes()) {
        text.append(" Needs a transaction that may write.");
      }
      text.append("\n\n`")
          .append(entry.name())
          .append('(')
          .append(String.join(", ", entry.arguments()))
          .append(")`");
      if (!entry.yields().isEmpty()) {
        text.append(" yields `").append(String.join("`, `", entry.yields())).append('`');
      }
      text.append("\n\n");
      entry
          .options()
          .forEach(
              (name, meaning) ->
                  text.append("- `").append(name).append("`: ").append(meaning).append('\n'));
      if (!entry.options().isEmpty()) {
        text.append('\n');
      }
      text.append("```cypher\n").append(entry.example()).append("\n```\n");
    }
    return text.toString();
  }
}
