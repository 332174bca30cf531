package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.landscape.LandscapeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  void theCatalogueIsListedAndProceduresAreThere() {
    CommandLineRun listed = tarn("query", "--catalogue");
    assertThat(listed.out()).contains("@funnel-bottoms", "@degree-distribution");
    assertThat(tarn("query", "--catalogue", "--json").json().get("queries"))
        .hasSizeGreaterThanOrEqualTo(30);
    JsonNode bottoms =
        tarn("query", "@funnel-bottoms", "--param", "landscape=sample", "--json").json();
    assertThat(bottoms.get("columns").toString())
        .isEqualTo("[\"bottom\",\"energy\",\"above\",\"lowestWayUp\"]");
    assertThat(bottoms.at("/rows/0/0").asInt()).isEqualTo(1);
    JsonNode rates =
        tarn("rates", "sample", "--from", "5", "--to", "1", "-T", "0.5", "--json").json();
    JsonNode asked =
        tarn(
                "query",
                "CALL tarn.rates('sample', {from: [5], to: [1], temperature: 0.5})"
                    + " YIELD rateForward, mfptBackward",
                "--json")
            .json();
    assertThat(asked.at("/rows/0/0").asDouble()).isEqualTo(rates.get("rateForward").asDouble());
    assertThat(asked.at("/rows/0/1").asDouble()).isEqualTo(rates.get("mfptBackward").asDouble());
    refused(
        "tarn query: tarn.tree: unknown option lowst; did you mean lowest?",
        "query",
        "CALL tarn.tree('sample', {lowst: 2})");
    refused("tarn query: expected a query or --catalogue, found both", "query", "x", "--catalogue");
    refused(
        "tarn query: --param lanscape: the query has no $lanscape; did you mean landscape?",
        "query",
        "MATCH (m:Minimum {landscape: $landscape}) RETURN m",
        "-p",
        "lanscape=sample");
    refused("tarn query: missing parameter: Expected parameter(s): x", "query", "RETURN $x + 1");
    refused(
        "tarn query: query basins: unknown parameter $limt: expected $landscape, $limit",
        "query",
        "@basins",
        "-p",
        "limt=3");
  }

  // The last row fails: all before it must have been printed by then, so nothing was collected.
  @Test
  void largeResultsStream() {
    String query = "UNWIND range(1, 50000) AS i RETURN i, 'a name' AS name, 1 / (50000 - i) AS x";
    for (String format : List.of("", "--csv", "--json")) {
      CommandLineRun run = format.isEmpty() ? tarn("query", query) : tarn("query", query, format);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).isEqualTo("tarn query: / by zero\n");
      assertThat(run.out()).as(format).contains("49999").hasSizeGreaterThan(700_000);
    }
    CommandLineRun whole = tarn("query", "UNWIND range(1, 1000000) AS i RETURN i");
    assertThat(whole.exitCode()).isZero();
    assertThat(whole.out()).startsWith("   i\n   1\n").endsWith("\n1000000\n1,000,000 rows\n");
  }

  @Test
  void everyVerbThatComputesTakesAPart() {
    String[] part = {"--where", "m.energy < -3.2 AND m.id <> 6", "--where-ts", "t.energy < -3.1"};
    // Left: minima 1, 2, 3, 5 and of their transition states 1, 2, 6.
    JsonNode network = with(part, "network", "sample", "--bootstraps", "0").json();
    assertThat(network.get("minima").asInt()).isEqualTo(4);
    assertThat(network.get("transitionStates").asInt()).isEqualTo(3);
    assertThat(network.get("projection").toString())
        .isEqualTo(
            "{\"where\":\"m.energy < -3.2 AND m.id <> 6\",\"whereTs\":\"t.energy < -3.1\","
                + "\"minima\":4,\"ofMinima\":6,\"transitionStates\":3,\"ofTransitionStates\":7}");
    String tree = folder.resolve("part.svg").toString();
    assertThat(with(part, "tree", "sample", "-o", tree).json().get("leaves").asInt()).isEqualTo(4);
    JsonNode path = with(part, "path", "sample", "--from", "2", "--to", "3").json();
    assertThat(path.at("/paths/0/minima").toString()).isEqualTo("[2,1,3]");
    JsonNode rates =
        with(part, "rates", "sample", "--from", "m.id > 2 AND m.id < 5", "--to", "1", "-T", "1")
            .json();
    assertThat(rates.get("minima").asInt()).isEqualTo(3);
    JsonNode thermo = with(part, "thermo", "sample", "--temperatures", "0.5").json();
    assertThat(thermo.get("heatCapacity").get(0).asDouble())
        .isLessThan(
            tarn("thermo", "sample", "--temperatures", "0.5", "--json")
                .json()
                .get("heatCapacity")
                .get(0)
                .asDouble());
    JsonNode groups =
        with(part, "regroup", "sample", "-T", "0.5", "--barrier", "0.1", "--name", "groups").json();
    assertThat(groups.get("minima").asInt()).isEqualTo(4);
    assertThat(tarn("delete", "groups").exitCode()).isZero();
    String page = folder.resolve("part.html").toString();
    assertThat(with(part, "report", "sample", "-o", page).json().has("projection")).isTrue();
    assertThat(tarn("network", "sample", "--bootstraps", "0", "--where", "m.energy < -4").out())
        .startsWith("where m.energy < -4: 3 of 6 minima, 3 of 7 transition states\n\n");
    assertThat(tarn("network", "sample", "--bootstraps", "0", "--json").json().has("projection"))
        .isFalse();
    // Predicates may call functions.
    assertThat(
            with(
                    new String[] {"--where", "tarn.occupation(m, 0.3) > 0.01"},
                    "network",
                    "sample",
                    "--bootstraps",
                    "0")
                .json()
                .get("minima")
                .asInt())
        .isBetween(1, 3);
  }

  private static CommandLineRun with(String[] part, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of(part));
    all.add("--json");
    return tarn(all.toArray(new String[0]));
  }

  @Test
  void wrongPredicatesSayWhere() {
    refused(
        "tarn network: --where m.energy <<: column 11: Invalid input",
        "network",
        "sample",
        "--where",
        "m.energy <<");
    refused(
        "tarn thermo: --where: no minimum of sample satisfies m.energy > 9",
        "thermo",
        "sample",
        "--where",
        "m.energy > 9");
    refused(
        "tarn rates: --where-ts: no transition state of sample has a property energi;"
            + " did you mean energy?",
        "rates",
        "sample",
        "--from",
        "1",
        "--to",
        "2",
        "-T",
        "1",
        "--where-ts",
        "t.energi < 0");
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
  void anExtensionOfNoFormatIsRefusedAndNothingIsWritten() {
    Path file = folder.resolve("sample.xyz");
    CommandLineRun refused = tarn("export", "sample", "-o", file.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .hasLineCount(1)
        .startsWith("tarn export: -o: " + file + ": no format has the extension .xyz: expected")
        .contains("jsonl (.jsonl)", "graphml (.graphml)", "csv (.csv)", "--format");
    assertThat(file).doesNotExist();
    assertThat(tarn("export", "sample", "--format", "jsonl", "-o", file.toString()).exitCode())
        .isZero();
    assertThat(file).exists();
    Path bare = folder.resolve("sample");
    assertThat(tarn("export", "sample", "-o", bare.toString()).out()).contains("as jsonl");
    assertThat(bare).hasSameTextualContentAs(file);
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
