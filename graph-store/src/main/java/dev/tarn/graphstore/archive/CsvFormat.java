package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Two tables, {@code nodes.csv} and {@code edges.csv}, with the column names that Gephi knows. */
final class CsvFormat implements FolderFormat {

  @Override
  public List<String> extensions() {
    return List.of("csv");
  }

  @Override
  public Set<ArchiveContent> holds() {
    return GraphAttributes.CONTENTS;
  }

  @Override
  public void write(LandscapeStore store, Landscape landscape, Path folder) throws IOException {
    String name = landscape.name();
    List<String> nodeColumns = GraphAttributes.ofMinima(store, name);
    List<String> edgeColumns = GraphAttributes.ofTransitionStates(store, name);
    Network network = store.network(name);
    try (Writer nodes = open(folder.resolve("nodes.csv"));
        Writer edges = open(folder.resolve("edges.csv"))) {
      header(nodes, List.of("Id"), nodeColumns);
      store.forEachMinimum(
          name,
          m -> row(nodes, List.of(Long.toString(m.id())), nodeColumns, GraphAttributes.of(m)));
      header(edges, List.of("Source", "Target", "Type", "Id"), edgeColumns);
      store.forEachTransitionState(
          name,
          t ->
              row(
                  edges,
                  List.of(
                      Long.toString(t.higherMinimum()),
                      Long.toString(t.lowerMinimum()),
                      "Directed",
                      Long.toString(t.id())),
                  edgeColumns,
                  GraphAttributes.of(t, network.energy(network.nodeOf(t.higherMinimum())))));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Writer open(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }

  private static void header(Writer out, List<String> first, List<String> columns)
      throws IOException {
    List<String> names = new ArrayList<>(first);
    names.addAll(columns);
    out.append(names.stream().map(CsvFormat::quoted).collect(Collectors.joining(","))).append('\n');
  }

  private static void row(
      Writer out, List<String> first, List<String> columns, Map<String, String> values) {
    StringBuilder line = new StringBuilder(String.join(",", first));
    for (String column : columns) {
      line.append(',').append(values.getOrDefault(column, ""));
    }
    try {
      out.append(line.append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String name) {
    return name.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + name.replace("\"", "\"\"") + '"'
        : name;
  }
}
