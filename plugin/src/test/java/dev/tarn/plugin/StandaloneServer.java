package dev.tarn.plugin;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

/**
 * A Neo4j server in a process of its own, from the jars that Maven has, without any of ours on its
 * class path: what it knows of Tarn it knows from the plugins folder.
 */
final class StandaloneServer implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  /** What is no part of a stock server: ourselves, what the plugin brings, and test libraries. */
  private static final Pattern NOT_NEO4J =
      Pattern.compile(
          "(tarn-|jgrapht|jheaps|apfloat|commons-math3|networkanalysis|fastutil|org\\.jfree|sqlite|ejml"
              + "|neo4j-java-driver|neo4j-browser|junit|assertj|surefire|opentest4j|apiguardian|jspecify"
              + "|byte-buddy).*");

  private final Process process;
  private final Path home;
  private final int port;

  private StandaloneServer(Process process, Path home, int port) {
    this.process = process;
    this.home = home;
    this.port = port;
  }

  /** Starts a server with that jar in its plugins folder; returns when it answers. */
  static StandaloneServer start(Path home, Path plugin) {
    try {
      int port = freePort();
      Files.createDirectories(home.resolve("plugins"));
      Files.createDirectories(home.resolve("conf"));
      Files.copy(plugin, home.resolve("plugins/tarn.jar"));
      Files.writeString(
          home.resolve("conf/neo4j.conf"),
          String.format(
              Locale.ROOT,
              """
              server.bolt.listen_address=127.0.0.1:%d
              server.http.enabled=false
              server.https.enabled=false
              dbms.security.auth_enabled=false
              dbms.usage_report.enabled=false
              server.memory.pagecache.size=32m
              db.tx_log.preallocate=false
              """,
              port));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath(),
                  "org.neo4j.server.CommunityEntryPoint",
                  "--home-dir=" + home,
                  "--config-dir=" + home.resolve("conf"))
              .redirectErrorStream(true)
              .redirectOutput(home.resolve("out").toFile())
              .redirectInput(new File("/dev/null"))
              .start();
      StandaloneServer server = new StandaloneServer(process, home, port);
      server.awaitAnswer();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Jars of Neo4j and of what it brings. */
  static String classPath() {
    List<String> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(
                entry -> !NOT_NEO4J.matcher(String.valueOf(Path.of(entry).getFileName())).matches())
            .toList();
    return jars.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitAnswer() {
    long giveUpAt = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try (Driver driver = driver()) {
        driver.verifyConnectivity();
        return;
      } catch (ServiceUnavailableException e) {
        if (!process.isAlive() || System.nanoTime() > giveUpAt) {
          String said = log();
          close();
          throw new IllegalStateException("the server does not answer; it says:\n" + said, e);
        }
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** A connection through the official driver. */
  Driver driver() {
    return GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.none());
  }

  /** What the server has written about itself. */
  String log() {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("out", "logs/neo4j.log")) {
      try {
        text.append(Files.readString(home.resolve(name)));
      } catch (IOException e) {
        text.append("(no ").append(name).append(")\n");
      }
    }
    return text.toString();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
