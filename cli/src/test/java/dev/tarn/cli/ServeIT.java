package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A real {@code tarn serve}, and what others do with it. One process for all tests. */
class ServeIT {
  private static final String SHOWN = "lj13";
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("show", "sample"),
          List.of("network", "sample"),
          List.of("thermo", "sample", "--temperatures", "0.1:1:4"),
          List.of("rates", "sample", "--from", "lowest:1", "--to", "m.energy > -4.1", "-T", "1"),
          List.of("path", "sample", "--from", "5", "--to", "1"),
          List.of("query", "@lowest-minima", "--param", "landscape=sample"),
          List.of("query", "@degrees", "--param", "landscape=sample"),
          List.of(
              "query", "MATCH (m:Minimum {landscape: 'sample'})-[t]->(n) RETURN t ORDER BY t.id"),
          List.of("query", "MATCH p = (:Minimum {landscape: 'sample', id: 4})-->() RETURN p"),
          List.of("export", "sample"));

  @TempDir static Path folder = Path.of("");
  private static final Map<List<String>, String> ANSWERS = new LinkedHashMap<>();
  private static @Nullable TarnProcess started;
  private static @Nullable JsonNode announced;

  private static String store() {
    return folder.resolve("store").toString();
  }

  @BeforeAll
  static void serve() throws IOException, InterruptedException {
    try (GraphStore open = StoreLocation.of(Optional.of(store())).openOrCreate()) {
      SampleLandscape.addTo(open);
      if (published().isEmpty()) {
        addRandom(open);
      }
    }
    if (published().isPresent()) {
      String files = published().get().toString();
      assertThat(run(store(), "import", files, "--name", SHOWN).exitCode()).isZero();
    }
    for (List<String> question : QUESTIONS) {
      ANSWERS.put(question, answer(store(), question));
    }
    TarnProcess process =
        TarnProcess.start(
            folder,
            "serve",
            SHOWN,
            "--json",
            "--bolt-port",
            "0",
            "--http-port",
            "0",
            "--store",
            store());
    started = process;
    announced = new ObjectMapper().readTree(process.awaitFirstLine());
  }

  private static Optional<Path> published() {
    try {
      return Optional.of(ReferenceData.require("ktn/lj13"));
    } catch (TestAbortedException e) {
      return Optional.empty();
    }
  }

  /** Stands in for LJ13 where that is not at hand: 60 minima, each joined to some lower ones. */
  private static void addRandom(GraphStore store) {
    SplittableRandom random = new SplittableRandom(1);
    List<Minimum> minima = new ArrayList<>();
    List<TransitionState> edges = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      minima.add(Minimum.of(i, i - 61, 0, 1));
      for (int k = 0; i > 1 && k < 2; k++) {
        Minimum lower = minima.get(random.nextInt(i - 1));
        edges.add(
            TransitionState.of(edges.size() + 1, minima.get(i - 1), lower, i - 60 + 0.5, 0, 1));
      }
    }
    store.create(new Landscape(SHOWN, "random", Map.of(), 1, 0, "", "", 1, Instant.EPOCH));
    try (LandscapeSink sink = store.openSink(SHOWN)) {
      sink.commit(LandscapeUpdate.of(minima, edges));
    }
  }

  @AfterAll
  static void itStopsCleanlyWhenAsked() {
    process().interrupt();
    CommandLineRun run = process().await();
    assertThat(run.exitCode()).isEqualTo(143);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).hasLineCount(1);
    assertThat(folder.resolve("store/in-use-by")).doesNotExist();
    for (List<String> question : QUESTIONS) {
      assertThat(answer(store(), question)).isEqualTo(ANSWERS.get(question));
    }
  }

  private static TarnProcess process() {
    return Objects.requireNonNull(started);
  }

  private static String announced(String key) {
    return Objects.requireNonNull(announced).get(key).asText();
  }

  private static CommandLineRun run(String store, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--store", store));
    return CommandLineRun.of(all.toArray(new String[0]));
  }

  /** Its JSON; the labels that stand for colours are there only where it was served. */
  private static String answer(String store, List<String> question) {
    List<String> words = new ArrayList<>(question);
    if (!question.get(0).equals("export")) {
      words.add("--json");
    }
    CommandLineRun run = run(store, words.toArray(new String[0]));
    assertThat(run.exitCode()).as(question + ": " + run.err()).isZero();
    return run.out()
        .replaceAll("\"EnergyBand[0-9]\",", "")
        .replaceAll("\"caption\":\"[^\"]*\",?", "")
        .replaceAll("\"seconds\":[0-9.]+", "");
  }

  @Test
  void everyVerbAnswersOverBoltAsFromTheFolder() {
    for (List<String> question : QUESTIONS) {
      assertThat(answer(announced("bolt"), question))
          .as(question.toString())
          .isEqualTo(ANSWERS.get(question));
    }
    assertThat(answer(announced("bolt").replace("bolt:", "neo4j:"), QUESTIONS.get(0)))
        .isEqualTo(ANSWERS.get(QUESTIONS.get(0)));
  }

  @Test
  void verbsThatWriteWriteOverBolt() throws IOException {
    String bolt = announced("bolt");
    CommandLineRun explored =
        run(bolt, "explore", "--potential", "mueller-brown", "--name", "mb", "--json");
    assertThat(explored.json().get("minima").asInt()).as(explored.err()).isEqualTo(3);
    assertThat(explored.json().get("transitionStates").asInt()).isEqualTo(2);
    Path file = folder.resolve("mb.jsonl");
    assertThat(run(bolt, "export", "mb", "-o", file.toString()).exitCode()).isZero();
    assertThat(run(bolt, "import", file.toString(), "--name", "copy", "--json").json().toString())
        .contains("\"minima\":3,\"transitionStates\":2");
    assertThat(run(bolt, "network", "copy", "--write").exitCode()).isZero();
    assertThat(
            run(
                    bolt,
                    "query",
                    "MATCH (m:Minimum {landscape: 'copy'}) RETURN count(m.community)",
                    "--csv")
                .out())
        .isEqualTo("count(m.community)\n3\n");
    CommandLineRun refused = run(bolt, "query", "MATCH (m:Minimum) SET m.x = 1");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo("tarn query: this query would change the store: allow it with --write\n");
    assertThat(
            run(bolt, "query", "MATCH (m:Minimum {landscape: 'mb'}) SET m.x = 1", "--write").out())
        .contains("3 properties set");
    CommandLineRun malformed = run(bolt, "query", "MATCH (m:Minimum) RETRUN m");
    assertThat(malformed.exitCode()).isEqualTo(1);
    assertThat(malformed.err()).hasLineCount(1).contains("line 1, column 19");
    CommandLineRun again = run(bolt, "import", file.toString(), "--name", "copy");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).hasLineCount(1).contains("already holds a landscape 'copy'");
    assertThat(run(bolt, "delete", "copy").exitCode()).isZero();
    assertThat(run(bolt, "delete", "mb").exitCode()).isZero();
    CommandLineRun gone = run(bolt, "show", "mb");
    assertThat(gone.exitCode()).isEqualTo(1);
    assertThat(gone.err()).hasLineCount(1).contains("no landscape mb in " + bolt);
  }

  @Test
  void whoOpensTheFolderIsToldWhereItIsServed() {
    for (String[] words :
        List.of(
            new String[] {"list"},
            new String[] {"explore", "--potential", "mueller-brown"},
            new String[] {"serve", "--bolt-port", "0", "--http-port", "0"})) {
      CommandLineRun run = TarnProcess.start(folder, with(words, "--store", store())).await();
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .isEqualTo(
              "tarn "
                  + words[0]
                  + ": store "
                  + store()
                  + " is being served (process "
                  + process().pid()
                  + "): use --store "
                  + announced("bolt")
                  + " instead\n");
    }
  }

  private static String[] with(String[] words, String... more) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  @Test
  void whatCannotBeServedIsSaidInOneLine() throws IOException {
    CommandLineRun served = run(announced("bolt"), "serve");
    assertThat(served.exitCode()).isEqualTo(2);
    assertThat(served.err()).hasLineCount(1).contains("which is served already");
    CommandLineRun password = run("bolt://neo4j:secret@localhost:7687", "list");
    assertThat(password.exitCode()).isEqualTo(2);
    assertThat(password.err()).hasLineCount(1).contains("TARN_PASSWORD").doesNotContain("secret");
    CommandLineRun missing = run(folder.resolve("nothing").toString(), "serve", "--bolt-port", "0");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.err()).hasLineCount(1);
    CommandLineRun port = run(store(), "serve", "--bolt-port", "70000");
    assertThat(port.exitCode()).isEqualTo(2);
    assertThat(port.err()).hasLineCount(1).contains("between 1 and 65535");
    try (ServerSocket taken = new ServerSocket(0)) {
      CommandLineRun run =
          run(
              store(),
              "serve",
              "--http-port",
              String.valueOf(taken.getLocalPort()),
              "--bolt-port",
              "0");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).hasLineCount(1).contains("name another with --http-port");
    }
  }

  @Test
  void nothingListensBeyondThisMachine() throws IOException {
    Path descriptors = Path.of("/proc/" + process().pid() + "/fd");
    assumeTrue(Files.isDirectory(descriptors), "needs /proc");
    Set<String> sockets = new HashSet<>();
    try (var files = Files.list(descriptors)) {
      for (Path file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          sockets.add(Files.readSymbolicLink(file).toString());
        }
      }
    }
    List<String> listening = new ArrayList<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      for (String line : Files.readAllLines(Path.of(table))) {
        String[] columns = line.strip().split("\\s+", -1);
        boolean listens = columns[3].equals("0A");
        if (listens && sockets.contains("socket:[" + columns[9] + "]")) {
          listening.add(columns[1].replaceFirst(":.*", ""));
        }
      }
    }
    assertThat(listening)
        .hasSize(2)
        .allMatch(
            address ->
                address.equals("0100007F")
                    || address.equals("0000000000000000FFFF00000100007F")
                    || address.equals("00000000000000000000000001000000"));
  }

  @Test
  void theBrowserDrawsTheFirstQueryOfItsGuideInColours() throws IOException, InterruptedException {
    Optional<Path> program = Chromium.installed();
    assumeTrue(program.isPresent(), "needs Chromium (Debian: apt install chromium)");
    try (Chromium page = Chromium.start(program.orElseThrow(), folder)) {
      page.open(URI.create(announced("browser")));
      page.await("document.querySelector('pre.runnable')");
      assertThat(page.evaluate("document.body.innerText")).contains("The landscape " + SHOWN);
      assertThat(page.evaluate("document.querySelector('pre.runnable').innerText").strip())
          .isEqualTo(announced("firstQuery").strip());
      awaitCaptions();
      page.evaluate("document.querySelector('pre.runnable').click()");
      page.await("document.querySelector('[data-testid=activeEditor]').innerText.length > 50");
      page.evaluate("document.querySelector('[data-testid=editor-Run]').click()");
      page.await("document.querySelectorAll('svg g.node').length >= 10");
      String colours =
          page.evaluate(
              "new Set([...document.querySelectorAll('svg g.node circle')]"
                  + ".map(c => c.getAttribute('fill')).filter(c => c)).size");
      assertThat(Integer.parseInt(colours)).isGreaterThan(1);
      assertThat(page.evaluate("document.querySelector('svg g.node text').textContent").strip())
          .matches("-?[0-9]+(\\.[0-9]+)?");
      Thread.sleep(3000); // the drawing settles
      page.screenshot(folder.resolve("browser.png"));
      assertThat(Files.size(folder.resolve("browser.png"))).isGreaterThan(20_000);
      if (Boolean.getBoolean("tarn.write.docs")) {
        page.screenshot(Checkout.root().resolve("docs/images/browser.png"));
      }
    }
  }

  private static void awaitCaptions() throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      String missing =
          run(
                  announced("bolt"),
                  "query",
                  "MATCH (m:Minimum {landscape: '"
                      + SHOWN
                      + "'}) WHERE m.caption IS NULL"
                      + " RETURN count(m) AS missing",
                  "--csv")
              .out();
      if (missing.equals("missing\n0\n")) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no captions");
  }
}
