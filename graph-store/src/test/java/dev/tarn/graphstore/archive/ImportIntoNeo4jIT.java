package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.StoreOptions;
import dev.tarn.graphstore.embedded.Neo4jLandscapeStore;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.ReferenceData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportIntoNeo4jIT {
  @TempDir static Path folder = Path.of("");
  private static @Nullable Neo4jLandscapeStore opened;

  private static Neo4jLandscapeStore store() {
    return Objects.requireNonNull(opened);
  }

  @BeforeAll
  static void open() {
    opened = Neo4jLandscapeStore.open(folder.resolve("store"), StoreOptions.CREATE);
  }

  @AfterAll
  static void close() {
    store().close();
  }

  private static String lines(LandscapeStore store, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LandscapeArchives.exportTo(store, name, ArchiveFormat.JSONL, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anImportThatFailsLateLeavesNothing() throws IOException {
    Path archive = Files.createDirectory(folder.resolve("bad"));
    Files.writeString(archive.resolve("min.data"), "-3 1 1 1 2 3\n-2 1 1 1 2 3\n");
    Files.writeString(
        archive.resolve("ts.data"), "-1 1 1 1 2 1 2 3\n".repeat(12_000) + "-1 1 1 1 9 1 2 3\n");
    assertThatThrownBy(
            () ->
                LandscapeArchives.importFrom(
                    archive, Optional.empty(), "bad", store(), ImportProgress.NONE))
        .hasMessage("ts.data line 12001: expected the number of a minimum from 1 to 2, found 9");
    assertThat(store().landscape("bad")).isEmpty();
    List<Object> left = new ArrayList<>();
    store()
        .database()
        .executeTransactionally(
            "MATCH (n) WHERE n.landscape = 'bad' OR n.name = 'bad' RETURN count(n) AS n",
            java.util.Map.of(),
            result -> left.add(result.next().get("n")));
    assertThat(left).containsExactly(0L);
  }

  @ParameterizedTest
  @CsvSource({"9comm,994,4320", "lj13,1510,29007", "lj38,64,70", "tetraala,57,92"})
  void publishedNetworksAreTheSameInNeo4jAndInMemory(String set, long minima, long edges) {
    Path data = ReferenceData.require("ktn/" + set);
    List<Long> progress = new ArrayList<>();
    ImportSummary summary =
        LandscapeArchives.importFrom(
            data,
            Optional.empty(),
            set,
            store(),
            (points, fraction) -> {
              assertThat(fraction).isBetween(0.0, 1.0);
              progress.add(points);
            });
    assertThat(store().counts(set)).isEqualTo(new LandscapeCounts(minima, edges, 0));
    assertThat(progress).isSorted().last().isEqualTo(minima + edges);
    try (InMemoryLandscapeStore twin =
        LandscapeArchives.readInMemory(data, Optional.empty(), set)) {
      assertThat(lines(store(), set)).isEqualTo(lines(twin, set));
    }
    summary.sets().forEach((name, ids) -> assertThat(ids).isNotEmpty());
    if (summary.sets().containsKey("A")) {
      assertThat(store().propertyNames(set)).contains("set");
    }
  }
}
