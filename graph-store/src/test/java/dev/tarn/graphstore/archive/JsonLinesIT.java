package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesIT {
  // By hand: two minima, an edge with coordinates, a loop, a maximum.
  private static final String EXAMPLE =
      """
      {"tarnLandscape":1,"potential":"six-hump-camel","parameters":{"a":1,"b":[2.5]},\
      "dimension":2,"zeroModes":0,"energyUnit":"","lengthUnit":""}
      {"minimum":1,"energy":-1.0316284534898772,"logDetHessian":3.5,"symmetryOrder":1,\
      "rmsGradient":1.0E-12,"hits":12,"observables":{"q":0.25},"coordinates":[0.0898,-0.7126]}
      {"minimum":4,"energy":-0.2,"symmetryOrder":2,"hits":0}
      {"transitionState":1,"minima":[4,1],"energy":0.0,"logDetHessian":2.0,"symmetryOrder":1,\
      "lowestEigenvalue":-8.0,"rmsGradient":2.0E-12,"hits":3,"coordinates":[0.0,0.0]}
      {"transitionState":2,"minima":[4,4],"energy":5.684341886080802E-14,"symmetryOrder":1,"hits":0}
      {"stationaryPoint":1,"index":2,"unexpectedZeroEigenvalues":0,"energy":2.5,\
      "symmetryOrder":1,"hits":1}
      """;

  private static final Map<String, Object> PARAMETERS = Map.of("b", List.of(2.5), "a", 1L);

  @TempDir Path folder = Path.of("");

  private static Landscape named(String name, Instant at) {
    return new Landscape(name, "six-hump-camel", PARAMETERS, 2, 0, "", "", 1, at);
  }

  private static String export(InMemoryLandscapeStore store, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LandscapeArchives.exportTo(store, name, ArchiveFormat.JSONL, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameLandscapeGivesTheSameBytesWhateverItsNameTimeAndOrderOfWriting() {
    List<Minimum> minima =
        new java.util.ArrayList<>(
            List.of(
                new Minimum(
                    1,
                    -1.0316284534898772,
                    3.5,
                    1,
                    1e-12,
                    12,
                    new double[] {0.0898, -0.7126},
                    Observables.of(List.of("q"), 0.25)),
                Minimum.of(4, -0.2, Double.NaN, 2)));
    List<TransitionState> edges =
        new java.util.ArrayList<>(
            List.of(
                new TransitionState(
                    1, 4, 1, 0, 2, 1, -8, 2e-12, 3, new double[] {0, 0}, Observables.NONE),
                TransitionState.of(2, minima.get(1), minima.get(1), 0x1p-44, Double.NaN, 1)));
    UnconnectedStationaryPoint top =
        new UnconnectedStationaryPoint(
            1, 2, 0, 2.5, Double.NaN, 1, Double.NaN, 1, new double[0], Observables.NONE);
    for (int i = 0; i < 2; i++) {
      InMemoryLandscapeStore store = new InMemoryLandscapeStore();
      String name = "run" + i;
      store.create(named(name, Instant.ofEpochSecond(i)));
      try (LandscapeSink sink = store.openSink(name)) {
        sink.commit(
            new LandscapeUpdate(
                minima,
                edges,
                List.of(top),
                LandscapeUpdate.HitCounts.NONE,
                LandscapeUpdate.HitCounts.NONE,
                Optional.empty(),
                Optional.empty()));
      }
      assertThat(export(store, name)).isEqualTo(EXAMPLE);
      Collections.reverse(minima);
      Collections.reverse(edges);
    }
  }

  @Test
  void whatIsReadIsWrittenAgainToTheByte() throws IOException {
    Path file = Files.writeString(folder.resolve("camel.jsonl"), EXAMPLE);
    InMemoryLandscapeStore store = LandscapeArchives.readInMemory(file, Optional.empty(), "camel");
    Landscape landscape = store.landscape("camel").orElseThrow();
    assertThat(landscape.parameters()).isEqualTo(PARAMETERS);
    assertThat(landscape.dimension()).isEqualTo(2);
    assertThat(store.counts("camel").stationaryPoints()).isEqualTo(1);
    assertThat(export(store, "camel")).isEqualTo(EXAMPLE);
    Path again = folder.resolve("again.jsonl");
    LandscapeArchives.exportTo(store, "camel", ArchiveFormat.JSONL, again);
    assertThat(again).hasContent(EXAMPLE);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"minimum\":4,\"energy\":1} | minimum 4 stands there twice",
        "{\"minimum\":7} | expected a finite number \"energy\", found nothing",
        "{\"minimum\":7,\"energy\":\"NaN\"} | expected a finite number \"energy\", found \"NaN\"",
        "{\"minimum\":1.5,\"energy\":1} | expected a whole number \"minimum\", found 1.5",
        "{\"minimum\":0,\"energy\":1} | minimum: expected an id of at least 1, found 0",
        "{\"minimum\":8,\"energy\":1,\"symmetryOrder\":0} | expected a symmetry order of at least"
            + " 1, found 0",
        "{\"transitionState\":9,\"minima\":[1,2],\"energy\":1} | ends at minimum 2, which no line"
            + " before this one gives",
        "{\"transitionState\":9,\"minima\":[1],\"energy\":1} | expected \"minima\": two ids, found"
            + " [1]",
        "{\"saddle\":9} | expected \"minimum\", \"transitionState\" or \"stationaryPoint\", found"
            + " \"saddle\"",
        "[] | expected a JSON object, found '[]'",
        "`` | expected a JSON object, found ''",
      })
  void aDamagedLineIsNamedWithWhatWasExpected(String line, String message) throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), EXAMPLE + line + "\n");
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(file, Optional.empty(), "x"))
        .isInstanceOf(ArchiveException.class)
        .hasMessage("x.jsonl line 7: " + message);
  }

  @Test
  void malformedJsonIsNamedWithItsColumn() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), EXAMPLE + "{\"minimum\":7,,}\n");
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(file, Optional.empty(), "x"))
        .hasMessageStartingWith("x.jsonl line 7: column 14: malformed JSON: ")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.jsonl"), "{\"tarnLandscape\":2}\n");
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(file, Optional.empty(), "x"))
        .hasMessage("x.jsonl line 1: expected format version 1, found 2: update Tarn");
  }

  @Test
  void whatIsNoArchiveIsToldSo() throws IOException {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear Sir");
    assertThatThrownBy(() -> LandscapeArchives.readNetwork(file, Optional.empty(), "x"))
        .isInstanceOf(ArchiveException.class)
        .hasMessageStartingWith("cannot tell the format of " + file);
  }
}
