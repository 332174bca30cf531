package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.ReferenceData;
import dev.tarn.landscape.TransitionState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsampleFolderIT {
  private static final String MINIMA = "-3.0D+00 1.5 2 1 2 3\n  -2.5 1.25-101 1 1.0 2.0 3.0\n";
  private static final String EDGES = "-1.0 0.5 1 1 2 4 5 6\r\n-0.5 0.25 1 2 2 4 5 6\n\n  \n";

  @TempDir Path folder = Path.of("");

  private void write(String minima, String edges) throws IOException {
    Files.writeString(folder.resolve("min.data"), minima);
    Files.writeString(folder.resolve("ts.data"), edges);
  }

  private InMemoryLandscapeStore read() {
    return LandscapeArchives.readInMemory(folder, Optional.empty(), "l");
  }

  private static List<Minimum> minima(InMemoryLandscapeStore store) {
    List<Minimum> all = new ArrayList<>();
    store.forEachMinimum("l", all::add);
    return all;
  }

  private static List<TransitionState> edges(InMemoryLandscapeStore store) {
    List<TransitionState> all = new ArrayList<>();
    store.forEachTransitionState("l", all::add);
    return all;
  }

  @Test
  void fortranNumbersMomentsAndBlankEndsAreUnderstood() throws IOException {
    write(MINIMA, EDGES);
    InMemoryLandscapeStore store = read();
    List<Minimum> minima = minima(store);
    assertThat(minima).hasSize(2);
    assertThat(minima.get(0).energy()).isEqualTo(-3);
    assertThat(minima.get(0).symmetryOrder()).isEqualTo(2);
    assertThat(minima.get(1).logDetHessian()).isEqualTo(1.25e-101);
    assertThat(minima.get(1).observables().asMap())
        .containsExactly(
            java.util.Map.entry("inertiaX", 1.0),
            java.util.Map.entry("inertiaY", 2.0),
            java.util.Map.entry("inertiaZ", 3.0));
    TransitionState first = edges(store).get(0);
    assertThat(first.higherMinimum()).isEqualTo(2);
    assertThat(first.lowerMinimum()).isEqualTo(1);
    assertThat(edges(store).get(1).isDegenerate()).isTrue();
  }

  @Test
  void aSeventhColumnSetsAndPointsComeAlong() throws IOException {
    write("-3 1 1 1 2 3 7.5\n-2 1 1 1 2 3 8.5\n", "-1 1 1 1 2 4 5 6\n");
    Files.writeString(folder.resolve("min.A"), "1\n2\n");
    Files.writeString(folder.resolve("min.B"), " 1 \n   1 \n");
    ByteBuffer points = ByteBuffer.allocate(2 * 9 * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 18; i++) {
      points.putDouble(i / 4.0);
    }
    Files.write(folder.resolve("points.min"), points.array());
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    ImportSummary summary =
        LandscapeArchives.importFrom(folder, Optional.empty(), "l", store, ImportProgress.NONE);
    assertThat(summary.sets().get("A")).containsExactly(2);
    assertThat(summary.sets().get("B")).containsExactly(1);
    assertThat(summary.landscape().dimension()).isEqualTo(9);
    assertThat(summary.landscape().vibrationalModes()).isEqualTo(3);
    assertThat(minima(store).get(1).coordinates()).hasSize(9).startsWith(2.25).endsWith(4.25);
    assertThat(minima(store).get(1).observables().get("extra")).hasValue(8.5);
    assertThat(edges(store).get(0).coordinates()).isEmpty();
  }

  @Test
  void severalNetworksInOneFolderAreToldApartByTheirSuffix() throws IOException {
    write(MINIMA, EDGES);
    Files.writeString(folder.resolve("min.data.fastest"), "-3 1 1 1 2 3\n");
    Files.writeString(folder.resolve("ts.data.fastest"), "");
    Network network =
        LandscapeArchives.readNetwork(folder.resolve("min.data.fastest"), Optional.empty(), "l");
    assertThat(network.nodeCount()).isEqualTo(1);
    assertThat(network.edgeCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "-1 2 1 1 1           | min | line 3: expected 6 columns (energy, log product, order, Ix,"
            + " Iy, Iz) or 7, found 5",
        "-1 2 1 1 1 1 1 1     | min | line 3: expected 6 columns (energy, log product, order, Ix,"
            + " Iy, Iz) or 7, found 8",
        "NaN 2 1 1 1 1        | min | line 3: expected a finite number (energy), found 'NaN'",
        "1D999 2 1 1 1 1      | min | line 3: expected a finite number (energy), found '1D999'",
        "******** 2 1 1 1 1   | min | line 3: expected a finite number (energy), found '********',"
            + " a Fortran field that was too narrow",
        "-1 2 0 1 1 1         | min | line 3: expected a point group order from 1 to 2147483647,"
            + " found 0",
        "-1 2 1.5 1 1 1       | min | line 3: expected a whole number (a point group order), found"
            + " '1.5'",
        "-1 2 1 1 3 1 1 1     | ts  | line 3: expected the number of a minimum from 1 to 2, found 3",
        "-1 2 1 0 1 1 1 1     | ts  | line 3: expected the number of a minimum from 1 to 2, found 0",
        "-1 2 1 1 2 1 1       | ts  | line 3: expected 8 columns (energy, log product, order,"
            + " minimum, minimum, Ix, Iy, Iz) or 9, found 7",
        "-1 Infinity 1 1 2 1 1 1 | ts | line 3: expected a finite number (log product of"
            + " frequencies), found 'Infinity'",
      })
  void aDamagedLineIsNamedWithWhatWasExpected(String line, String file, String message)
      throws IOException {
    String edges = "-1 2 1 1 2 1 1 1\n-1 2 1 1 2 1 1 1\n";
    write(
        file.equals("min") ? MINIMA + line + "\n" : MINIMA,
        file.equals("ts") ? edges + line + "\n" : edges);
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    assertThatThrownBy(
            () ->
                LandscapeArchives.importFrom(
                    folder, Optional.empty(), "l", store, ImportProgress.NONE))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(file + ".data " + message);
    assertThat(store.landscapes()).isEmpty();
  }

  @Test
  void aBlankLineInTheMiddleWouldShiftEveryIdAndIsRefused() throws IOException {
    write("-3 1 1 1 2 3\n\n-2 1 1 1 2 3\n", "");
    assertThatThrownBy(this::read)
        .hasMessage("min.data line 2: expected a record, found a blank line");
  }

  @Test
  void emptyAndMissingFilesAreNamed() throws IOException {
    assertThatThrownBy(this::read).hasMessageContaining("found no min.data");
    Files.writeString(folder.resolve("min.data"), "");
    assertThatThrownBy(this::read).hasMessageContaining("found an empty file");
    Files.writeString(folder.resolve("min.data"), MINIMA);
    assertThatThrownBy(this::read)
        .hasMessage("cannot read " + folder.resolve("ts.data") + ": there is no such file");
    assertThatThrownBy(
            () -> LandscapeArchives.readNetwork(folder.resolve("nowhere"), Optional.empty(), "l"))
        .hasMessageContaining("there is no such file or folder");
  }

  @Test
  @Timeout(20)
  void tenGigabytesOfZerosAreRefusedAtTheFirstByte() throws IOException {
    write(MINIMA, "");
    for (String name : List.of("ts.data", "min.data")) {
      try (RandomAccessFile zeros = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
        zeros.setLength(0);
        zeros.setLength(10L << 30);
      }
      assertThatThrownBy(this::read)
          .isInstanceOf(ArchiveException.class)
          .hasMessage(name + " line 1: expected text, found a zero byte");
    }
  }

  @Test
  void pointsOfTheWrongSizeAreRefused() throws IOException {
    write(MINIMA, EDGES);
    Files.write(folder.resolve("points.min"), new byte[100]);
    assertThatThrownBy(this::read)
        .hasMessage("points.min: expected a multiple of 2 x 8 bytes for 2 points, found 100 bytes");
  }

  @Test
  void setsAreCheckedAgainstTheirCountAndTheMinima() throws IOException {
    write(MINIMA, EDGES);
    Files.writeString(folder.resolve("min.A"), "2\n1\n");
    assertThatThrownBy(this::read)
        .hasMessage("min.A: expected 2 minima, as its first number says, found 1");
    Files.writeString(folder.resolve("min.A"), "1\n3\n");
    assertThatThrownBy(this::read)
        .hasMessage("min.A line 2: expected the number of a minimum from 1 to 2, found 3");
    Files.writeString(folder.resolve("min.A"), "2\n1 1\n");
    assertThatThrownBy(this::read).hasMessage("min.A line 2: minimum 1 stands there twice");
  }

  @Test
  void aTakenNameIsRefusedBeforeAnythingIsRead() {
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    store.create(
        new dev.tarn.landscape.Landscape(
            "l", "x", java.util.Map.of(), 0, 0, "", "", 1, java.time.Instant.EPOCH));
    assertThatThrownBy(
            () ->
                LandscapeArchives.importFrom(
                    folder, Optional.of(ArchiveFormat.PATHSAMPLE), "l", store, ImportProgress.NONE))
        .isInstanceOf(LandscapeStoreException.class)
        .hasMessageContaining("already holds a landscape 'l'");
    assertThat(store.landscapes()).hasSize(1);
  }

  // Counts: REFERENCES, section Networks, and number of lines of the files.
  @ParameterizedTest
  @CsvSource({"9comm,994,4320,0", "lj13,1510,29007,1142", "lj38,64,70,1", "tetraala,57,92,23"})
  void publishedNetworksAreReadWholeAndWrittenWithTheSameNumbers(
      String set, long minima, long edges, long loops) {
    Path data = ReferenceData.require("ktn/" + set);
    InMemoryLandscapeStore store = LandscapeArchives.readInMemory(data, Optional.empty(), "l");
    assertThat(store.counts("l")).isEqualTo(new LandscapeCounts(minima, edges, 0));
    assertThat(edges(store).stream().filter(TransitionState::isDegenerate).count())
        .isEqualTo(loops);

    LandscapeArchives.exportTo(store, "l", ArchiveFormat.PATHSAMPLE, folder);
    InMemoryLandscapeStore again = read();
    assertThat(minima(again)).isEqualTo(minima(store));
    assertThat(edges(again)).isEqualTo(edges(store));
    assertThat(Files.exists(folder.resolve("points.min")))
        .isEqualTo(Files.exists(data.resolve("points.min")));
  }
}
