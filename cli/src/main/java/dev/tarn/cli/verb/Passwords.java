package dev.tarn.cli.verb;

import dev.tarn.cli.output.Terminal;
import java.io.Console;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/** Passwords come from the environment or from the keyboard, never from the command line. */
public final class Passwords {
  private Passwords() {}

  /** The password for serving at that address; empty where none is needed or none is known. */
  // Whether a person sits there we know from the launcher; before Java 22 there may be no console.
  @SuppressWarnings("SystemConsoleNull")
  static Optional<String> forServing(String address, Terminal terminal) {
    if (isOfThisMachineAlone(address)) {
      return Optional.empty();
    }
    Optional<String> known = fromEnvironment("TARN_PASSWORD", "NEO4J_PASSWORD");
    Console console = System.console();
    if (known.isPresent() || console == null || !terminal.errIsTerminal()) {
      return known;
    }
    char[] typed =
        console.readPassword("password for the user neo4j (enter: the one set before): ");
    return Optional.ofNullable(typed).map(String::new).filter(text -> !text.isEmpty());
  }

  private static boolean isOfThisMachineAlone(String address) {
    try {
      return Stream.of(InetAddress.getAllByName(address)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException e) {
      return true; // the server says what is wrong with it
    }
  }

  /** The first of these variables that is set. */
  static Optional<String> fromEnvironment(String... names) {
    return Stream.of(names)
        .map(System::getenv)
        .filter(value -> value != null && !value.isEmpty())
        .findFirst();
  }
}
