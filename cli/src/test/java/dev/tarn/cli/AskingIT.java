package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions in Cypher, files in and out, and what is written back. */
class AskingIT {
  @TempDir static Path folder;

  private static String store = "";

  @BeforeAll
  static void makeStore() {
    store = folder.resolve("store").toString();
    try (LandscapeStore open = StoreLocation.of(Optional.of(store)).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
  }

  private static CommandLineRun tarn(String... args) {
    String[] all = new String[args.length + 2];
    System.arraycopy(args, 0, all, 0, args.length);
    all[args.length] = "--store";
    all[args.length + 1] = store;
    return CommandLineRun.of(all);
  }

  @Test
  void aQueryIsAnsweredAsTableJsonAndCsv() {
    String query =
        "MATCH (m:Minimum) RETURN m.id AS id, m.energy AS energy ORDER BY energy LIMIT 2";
    assertThat(tarn("query", query).out())
        .isEqualTo("id     energy\n 1         -6\n 2  -4.500000\n2 rows\n");
    assertThat(tarn("query", query, "--json").out())
        .isEqualTo("{\"columns\":[\"id\",\"energy\"],\"rows\":[[1,-6.0],[2,-4.5]]}\n");
    assertThat(tarn("query", query, "--csv").out()).isEqualTo("id,energy\n1,-6\n2,-4.5\n");
  }

  @Test
  void theCatalogueAndFilesTakeParameters() throws IOException {
    JsonNode lowest = tarn("query", "@lowest-minima", "--param", "limit=1", "--json").json();
    assertThat(lowest.get("rows")).hasSize(1);
    Path file = folder.resolve("one.cypher");
    Files.writeString(file, "MATCH (m:Minimum) WHERE m.id IN $ids RETURN count(m) AS n");
    JsonNode counted = tarn("query", file.toString(), "--param", "ids=[1, 2, 77]", "--json").json();
    assertThat(counted.at("/rows/0/0").asInt()).isEqualTo(2);
    assertThat(tarn("query").out()).contains("@lowest-minima");
  }

  @Test
  void wrongQueriesAreOneClearLineAndChangeNothing() {
    refused("tarn query: line 1, column 10: Invalid input 'RETURN'", "query", "MATCH (m RETURN m");
    refused(
        "tarn query: this query would change the store: allow it with --write",
        "query",
        "MATCH (m:Minimum) SET m.x = 1");
    refused(
        "tarn query: no query @lowest-minimum in the catalogue; did you mean lowest-minima?",
        "query",
        "@lowest-minimum");
    refused("tarn query: --param: expected KEY=VALUE, found x", "query", "RETURN 1", "-p", "x");
    refused("tarn query: no.cypher: no such file with a query", "query", "no.cypher");
    refused(
        "tarn query: no landscape sampel in the store; did you mean sample?",
        "query",
        "@basins",
        "-p",
        "landscape=sampel");
  }

  @Test
  void whatIsExportedIsImportedAgain() throws IOException {
    Path file = folder.resolve("sample.jsonl");
    CommandLineRun exported = tarn("export", "sample");
    assertThat(exported.exitCode()).isZero();
    assertThat(exported.err()).isEmpty();
    Files.writeString(file, exported.out());
    JsonNode imported = tarn("import", file.toString(), "--name", "copy", "--json").json();
    assertThat(imported.get("landscape").asText()).isEqualTo("copy");
    assertThat(imported.get("minima").asInt()).isEqualTo(6);
    assertThat(imported.get("transitionStates").asInt()).isEqualTo(7);
    CommandLineRun again = tarn("import", file.toString(), "--name", "copy");
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.err()).hasLineCount(1).contains("already holds");
    Path pathsample = folder.resolve("pathsample");
    assertThat(tarn("export", "copy", "--format", "pathsample", "-o", pathsample.toString()).out())
        .contains("6 minima, 7 transition states as pathsample");
    assertThat(tarn("delete", "copy").out())
        .isEqualTo("deleted copy: 6 minima, 7 transition states\n");
    CommandLineRun folderShown = CommandLineRun.of("show", pathsample.toString(), "--json");
    assertThat(folderShown.json().get("connectedComponents").asInt()).isEqualTo(2);
    Files.writeString(pathsample.resolve("min.A"), "1\n1\n");
    JsonNode rates =
        tarn("rates", pathsample + "/", "--from", "5", "--to", "@min.A", "-T", "1", "--json")
            .json();
    assertThat(rates.get("to").asText()).isEqualTo("@min.A");
  }

  @Test
  void aDamagedFolderLeavesNothingBehind() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("min.data"), "-1.0 2.0 1 1 1 1\n-2.0 2.0\n");
    Files.writeString(damaged.resolve("ts.data"), "");
    CommandLineRun run = tarn("import", damaged.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).hasLineCount(1).contains("min.data line 2: expected 6");
    assertThat(tarn("list", "--json").json().get("landscapes")).hasSize(1);
    refused(
        "tarn import: " + folder.resolve("nothing") + ": no such file",
        "import",
        folder.resolve("nothing").toString());
    refused(
        "tarn export: --format: expected one of pathsample, topsearch, pele, jsonl",
        "export",
        "sample",
        "--format",
        "jsnl");
  }

  @Test
  void measuresOfTheNetworkAreWrittenBackAndColourTheTree() {
    JsonNode json = tarn("network", "sample", "--bootstraps", "10", "--write", "--json").json();
    for (String key : List.of("nodes", "edges", "meanDegree", "meanShortestPath", "diameter")) {
      assertThat(json.get(key).isNumber()).as(key).isTrue();
    }
    for (String key :
        List.of("clusteringCoefficient", "smallWorldSigma", "powerLaw", "communities")) {
      assertThat(json.has(key)).as(key).isTrue();
    }
    assertThat(json.get("nodes").asInt()).isEqualTo(5);
    assertThat(json.get("edges").asInt()).isEqualTo(5);
    // Bottoms: 1, 5 (its neighbour 4 lies higher) and the lone 6.
    assertThat(json.get("monotonicSequenceBasins").asInt()).isEqualTo(3);
    JsonNode degree = tarn("query", "MATCH (m:Minimum {id: 3}) RETURN m.degree", "--json").json();
    assertThat(degree.at("/rows/0/0").asInt()).isEqualTo(3);
    CommandLineRun tree =
        tarn("tree", "sample", "-o", folder.resolve("c.svg").toString(), "--colour", "community");
    assertThat(tree.exitCode()).isZero();
    refused(
        "tarn network: --weight: expected one of unweighted, barrier, flux, found flx",
        "network",
        "sample",
        "--weight",
        "flx");
  }

  @Test
  void aPredicateIsASetOfMinima() {
    JsonNode json =
        tarn("path", "sample", "--from", "m.energy < -5", "--to", "m.id = 5", "--json").json();
    assertThat(json.at("/paths/0/minima/0").asInt()).isEqualTo(1);
    refused(
        "tarn path: --from: expected ids, lowest:N, @file or a Cypher predicate on m,"
            + " found m.energy <",
        "path",
        "sample",
        "--from",
        "m.energy <",
        "--to",
        "5");
  }

  private static void refused(String start, String... args) {
    CommandLineRun run = tarn(args);
    assertThat(run.err()).startsWith(start).hasLineCount(1);
    assertThat(run.out().getBytes(StandardCharsets.UTF_8)).isEmpty();
    assertThat(run.exitCode()).isNotZero();
  }
}
