package dev.tarn.cli.verb.look;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens an address in the person's web browser, where there is one. */
public final class DesktopBrowser {
  private DesktopBrowser() {}

  /** Tries; a note says so where it cannot. */
  static void open(URI address, PrintStream notes) {
    for (List<String> command : commands(System.getenv(), System.getProperty("os.name", ""))) {
      List<String> words = new ArrayList<>(command);
      words.add(address.toString());
      try {
        new ProcessBuilder(words)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
        return;
      } catch (IOException e) {
        // There is no such program; the next one may be there.
      }
    }
    notes.println("note: --open found no display and no browser; open the address yourself");
  }

  /** What to try, in order: BROWSER, then what the desktop offers. */
  static List<List<String>> commands(Map<String, String> environment, String system) {
    List<List<String>> commands = new ArrayList<>();
    for (String name : environment.getOrDefault("BROWSER", "").split(":", -1)) {
      if (!name.isBlank()) {
        commands.add(List.of(name));
      }
    }
    String os = system.toLowerCase(Locale.ROOT);
    if (os.startsWith("mac")) {
      commands.add(List.of("open"));
    } else if (os.startsWith("windows")) {
      commands.add(List.of("rundll32", "url.dll,FileProtocolHandler"));
    } else if (environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY")) {
      commands.add(List.of("xdg-open"));
    }
    return commands;
  }
}
