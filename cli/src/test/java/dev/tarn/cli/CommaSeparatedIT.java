package dev.tarn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tarn.cli.open.StoreLocation;
import dev.tarn.cli.output.Numbers;
import dev.tarn.landscape.LandscapeStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every verb with {@code --csv}, beside what it says with {@code --json}. */
class CommaSeparatedIT {
  @TempDir static Path folder = Path.of("");

  @BeforeAll
  static void makeStore() {
    try (LandscapeStore open = StoreLocation.of(Optional.of(store())).openOrCreate()) {
      SampleLandscape.addTo(open);
    }
  }

  private static String store() {
    return folder.resolve("store").toString();
  }

  private static CommandLineRun run(String form, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(form, "--store", store()));
    return CommandLineRun.of(all.toArray(new String[0]));
  }

  /** Rows as maps; no cell of the sample needs quotes except where a test says so. */
  private static List<Map<String, String>> csv(String... words) {
    CommandLineRun run = run("--csv", words);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    List<String> lines = records(run.out());
    assertThat(lines).as(run.out()).hasSizeGreaterThan(1);
    String[] headings = lines.get(0).split(",", -1);
    assertThat(headings).doesNotHaveDuplicates().doesNotContain("");
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      assertThat(cells).as(line).hasSameSizeAs(headings);
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < headings.length; c++) {
        row.put(headings[c], cells.get(c));
      }
      rows.add(row);
    }
    return rows;
  }

  /** Lines, except that a quoted cell may hold line feeds. */
  private static List<String> records(String text) {
    List<String> records = new ArrayList<>();
    String begun = "";
    for (String line : text.lines().toList()) {
      String record = begun.isEmpty() ? line : begun + "\n" + line;
      boolean open = record.chars().filter(c -> c == '"').count() % 2 == 1;
      begun = open ? record : "";
      if (!open) {
        records.add(record);
      }
    }
    assertThat(begun).isEmpty();
    return records;
  }

  /** As RFC 4180 has it. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static JsonNode json(String... words) {
    return run("--json", words).json();
  }

  /** Every plain value of the node is in the row, with all its digits. */
  private static void assertSame(Map<String, String> row, JsonNode node) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getValue().isValueNode() && !field.getKey().equals("seconds")) {
        assertThat(row).containsEntry(field.getKey(), text(field.getValue()));
      }
    }
  }

  private static String text(JsonNode value) {
    return value.isNumber()
        ? Numbers.plain(value.asDouble())
        : value.isNull() ? "" : value.asText();
  }

  @Test
  void listHasARowForEachLandscape() {
    assertSame(csv("list").get(0), json("list").at("/landscapes/0"));
  }

  @Test
  void showHasARowForEachMinimum() {
    List<Map<String, String>> rows = csv("show", "sample");
    assertThat(rows).hasSize(6);
    assertThat(rows.get(0))
        .isEqualTo(
            Map.of(
                "minimum", "1",
                "energy", "-6",
                "symmetryOrder", "2",
                "transitionStates", "3",
                "component", "1"));
    assertThat(rows)
        .extracting(row -> row.get("minimum"))
        .containsExactly("1", "2", "5", "3", "6", "4");
  }

  @Test
  void networkHasTheMeasuresOfEachMinimum() {
    List<Map<String, String>> rows = csv("network", "sample", "--bootstraps", "10");
    assertThat(rows).hasSize(6);
    assertThat(rows)
        .extracting(row -> row.get("degree"))
        .containsExactly("2", "2", "3", "2", "1", "0");
    assertThat(rows.get(0)).containsKeys("energy", "betweenness", "community", "basin", "hubRank");
  }

  @Test
  void pathsHaveARowForEachStep() {
    List<Map<String, String>> rows = csv("path", "sample", "--from", "5", "--to", "1");
    JsonNode paths = json("path", "sample", "--from", "5", "--to", "1").get("paths");
    int at = 0;
    for (JsonNode path : paths) {
      for (int k = 0; k <= path.get("steps").asInt(); k++) {
        Map<String, String> row = rows.get(at++);
        assertThat(row).containsEntry("kind", path.get("kind").asText());
        assertThat(row).containsEntry("minimum", path.at("/minima/" + k).asText());
        assertThat(row).containsEntry("energy", text(path.at("/minimumEnergies/" + k)));
        assertThat(row)
            .containsEntry("transitionStateEnergy", text(path.at("/transitionStateEnergies/" + k)));
      }
    }
    assertThat(rows).hasSize(at);
  }

  @Test
  void ratesHaveARowForEachTemperature() {
    String[] words = {"rates", "sample", "--from", "5", "--to", "1", "-T"};
    String[] one = Arrays.copyOf(words, 8);
    one[7] = "0.5";
    assertSame(csv(one).get(0), json(one));
    one[7] = "0.5,1";
    List<Map<String, String>> rows = csv(one);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).containsEntry("mfptForward", text(json(one).at("/mfptForward/1")));
    one[7] = "1";
    String[] committors = Arrays.copyOf(one, 9);
    committors[8] = "--committors";
    List<Map<String, String>> minima = csv(committors);
    assertThat(minima.get(0)).containsEntry("minimum", "1");
    assertThat(minima.get(0).get("committor")).isEqualTo("1");
  }

  @Test
  void thermoHasARowForEachTemperature() {
    List<Map<String, String>> rows = csv("thermo", "sample", "--temperatures", "0.1:1:4");
    JsonNode heat = json("thermo", "sample", "--temperatures", "0.1:1:4").get("heatCapacity");
    assertThat(rows).hasSize(4);
    for (int i = 0; i < 4; i++) {
      assertThat(Double.parseDouble(rows.get(i).get("C")) / heat.get(i).asDouble() - 1)
          .isBetween(-1e-12, 1e-12);
    }
  }

  @Test
  void theRestHasOneRowOrThatOfItsList() {
    assertSame(csv("coverage", "sample").get(0), json("coverage", "sample"));
    String tree = folder.resolve("t.svg").toString();
    assertSame(csv("tree", "sample", "-o", tree).get(0), json("tree", "sample", "-o", tree));
    String page = folder.resolve("r.html").toString();
    assertSame(csv("report", "sample", "-o", page).get(0), json("report", "sample", "-o", page));
    String file = folder.resolve("s.jsonl").toString();
    assertSame(csv("export", "sample", "-o", file).get(0), json("export", "sample", "-o", file));
    assertThat(csv("import", file, "--name", "copy").get(0)).containsEntry("minima", "6");
    assertThat(csv("regroup", "copy", "-T", "1", "--barrier", "0.1", "--name", "groups").get(0))
        .containsEntry("regroupedFrom", "copy");
    assertThat(csv("delete", "groups").get(0)).containsEntry("landscape", "groups");
    assertThat(csv("delete", "copy").get(0)).containsEntry("transitionStates", "7");
    assertSame(csv("version").get(0), json("version"));
    assertThat(csv("query", "--catalogue")).hasSizeGreaterThan(29);
    assertThat(csv("query", "MATCH (m:Minimum) RETURN m.id AS id, m.energy ORDER BY id"))
        .hasSize(6)
        .first()
        .isEqualTo(Map.of("id", "1", "m.energy", "-6"));
    assertThat(csv("systems", "lennard-jones"))
        .extracting(row -> row.get("name"))
        .contains("atoms");
    assertThat(csv("systems")).hasSizeGreaterThan(20);
  }

  @Test
  void whatExploresHasARowOfFigures() {
    Map<String, String> row = csv("explore", "--potential", "mueller-brown", "--name", "mb").get(0);
    assertThat(row).containsEntry("minima", "3").containsEntry("transitionStates", "2");
    List<Map<String, String>> byIndex =
        csv("census", "--potential", "six-hump-camel", "--name", "camel");
    assertThat(byIndex).extracting(r -> r.get("index")).startsWith("0", "1");
    assertThat(byIndex.get(0)).containsEntry("count", "6");
    List<Map<String, String>> sizes =
        csv("descend", "--potential", "mueller-brown", "--descents", "5");
    assertThat(sizes).hasSize(1);
    assertThat(run("--csv", "delete", "mb").exitCode()).isZero();
    assertThat(run("--csv", "delete", "camel").exitCode()).isZero();
  }

  @Test
  void everyVerbTakesItAndRefusesBothForms() {
    for (String verb : new TreeSet<>(Verbs.names())) {
      CommandLineRun help = CommandLineRun.of(verb, "--help");
      assertThat(help.out()).as(verb).contains("--csv", "--json");
    }
    CommandLineRun both = CommandLineRun.of("version", "--csv", "--json");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).isEqualTo("tarn version: expected --csv or --json, found both\n");
    CommandLineRun whole = run("--csv", "export", "sample");
    assertThat(whole.exitCode()).isEqualTo(2);
    assertThat(whole.err()).hasLineCount(1).contains("--format csv");
  }
}
