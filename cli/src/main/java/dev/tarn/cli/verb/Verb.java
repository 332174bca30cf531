package dev.tarn.cli.verb;

import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.CommandException;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.cli.output.Terminal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** One verb of the command: its options, and what it does. Used once. */
public abstract class Verb {

  /** Set by picocli before anything else. */
  @Spec CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "PATH",
      description = "Folder, or bolt://HOST:PORT (default: TARN_STORE, or ./tarn-store).")
  @Nullable String store;

  @Option(names = "--json", description = "Print one JSON object and nothing else.")
  protected boolean json;

  @Option(
      names = "--csv",
      description = "Print the rows of the result, comma-separated, and nothing else.")
  protected boolean csv;

  @Option(names = "--stacktrace", description = "Show where an error came from.")
  boolean stacktrace;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Does what the verb says, in the form that the options ask for. */
  public final void runOn(Terminal terminal) {
    if (json && csv) {
      throw CommandException.usage("expected --csv or --json, found both");
    }
    run(csv ? terminal.withRows() : terminal);
  }

  /** Whether to show where an error came from. */
  public final boolean showsStackTrace() {
    return stacktrace;
  }

  /** Does what the verb says; throws {@link CommandException} where it cannot. */
  protected abstract void run(Terminal terminal);

  /** Whether the result is for a program to read, and what a person would like is left out. */
  protected final boolean forPrograms() {
    return json || csv;
  }

  /** The store the person means. */
  protected final StoreLocation storeLocation() {
    return StoreLocation.of(
        Optional.ofNullable(store).or(() -> Optional.ofNullable(System.getenv("TARN_STORE"))));
  }

  /** Names a command that people usually want next; nothing for programs. */
  protected final void next(Terminal terminal, String... commands) {
    if (forPrograms() || commands.length == 0) {
      return;
    }
    terminal.out().flush();
    StringBuilder line = new StringBuilder("\nnext: ");
    for (int i = 0; i < commands.length; i++) {
      line.append(i == 0 ? "" : "\n      ").append("tarn ").append(commands[i]);
      if (store != null) {
        line.append(" --store ").append(store);
      }
    }
    terminal.err().println(line);
  }

  /** A path as the person would write it: relative where that is shorter. */
  protected static String shown(Path path) {
    return Descriptions.path(path);
  }
}
