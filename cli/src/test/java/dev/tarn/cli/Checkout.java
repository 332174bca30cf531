package dev.tarn.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files around the modules, as tests need them. */
final class Checkout {
  private Checkout() {}

  /** The root of the repository. */
  static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("bin/tarn"))) {
      Path parent = at.getParent();
      if (parent == null) {
        throw new IllegalStateException("no bin/tarn above " + Path.of("").toAbsolutePath());
      }
      at = parent;
    }
    return at;
  }

  static String read(String file) {
    try {
      return Files.readString(root().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of the file's {@code sh} blocks, comments and blank lines left out. */
  static List<String> shellCommands(String file) {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : read(file).lines().toList()) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && !line.isBlank() && !line.startsWith("#")) {
        commands.add(line.replaceFirst("\\s+#.*", "").strip());
      }
    }
    return commands;
  }

  /** The words of a command as a shell would see them; double and single quotes only. */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    boolean begun = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote != 0 ? 0 : c;
        begun = true;
      } else if (c == ' ' && quote == 0) {
        if (begun) {
          words.add(word.toString());
        }
        word.setLength(0);
        begun = false;
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    return words;
  }
}
