package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Observables;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.landscape.TransitionState;
import dev.tarn.landscape.UnconnectedStationaryPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of formats: what a line of it must bring along. */
class ArchiveFormatTests {
  private static final String NAME = "full";

  @TempDir Path folder = Path.of("");

  /** Everything that any format holds is known of every point. */
  private static InMemoryLandscapeStore everything() {
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    store.create(new Landscape(NAME, "x", Map.of("a", 1), 2, 0, "eps", "sigma", 1, Instant.EPOCH));
    Observables inertia =
        Observables.of(List.of("inertiaX", "inertiaY", "inertiaZ", "extra", "q"), 2, 3, 4, 5, 6);
    double[] x = {0.25, 1.0 / 3};
    Minimum one = new Minimum(1, -2, 7, 2, 1e-9, 5, x, inertia);
    Minimum two = new Minimum(2, -1, 8, 3, 1e-9, 6, x, inertia);
    TransitionState edge = new TransitionState(1, 2, 1, 0.5, 9, 4, -3, 1e-9, 7, x, inertia);
    UnconnectedStationaryPoint point =
        new UnconnectedStationaryPoint(1, 2, 0, 0.75, 6, 1, 1e-9, 3, x, inertia);
    try (LandscapeSink sink = store.openSink(NAME)) {
      sink.commit(
          new LandscapeUpdate(
              List.of(one, two),
              List.of(edge),
              List.of(point),
              LandscapeUpdate.HitCounts.NONE,
              LandscapeUpdate.HitCounts.NONE,
              Optional.empty(),
              Optional.empty()));
    }
    return store;
  }

  private static Set<ArchiveContent> contents(InMemoryLandscapeStore store) {
    Set<ArchiveContent> found = EnumSet.allOf(ArchiveContent.class);
    List<StationaryPoint> points = new ArrayList<>();
    store.forEachMinimum(NAME, points::add);
    store.forEachTransitionState(NAME, points::add);
    assertThat(points).hasSize(3);
    for (StationaryPoint p : points) {
      keep(found, ArchiveContent.COORDINATES, p.coordinates().length == 2);
      keep(found, ArchiveContent.FREQUENCIES, p.logDetHessian() > 6);
      keep(found, ArchiveContent.SYMMETRY_ORDERS, p.symmetryOrder() > 1);
      keep(found, ArchiveContent.HITS, p.hits() > 0);
      keep(found, ArchiveContent.OBSERVABLES, p.observables().get("q").isPresent());
      keep(found, ArchiveContent.VERIFICATION, p.rmsGradient() > 0);
    }
    keep(
        found,
        ArchiveContent.POTENTIAL,
        store.landscape(NAME).orElseThrow().parameters().containsKey("a"));
    keep(found, ArchiveContent.UNCONNECTED_POINTS, store.counts(NAME).stationaryPoints() == 1);
    return found;
  }

  private static void keep(Set<ArchiveContent> found, ArchiveContent content, boolean isThere) {
    if (!isThere) {
      found.remove(content);
    }
  }

  static Stream<ArchiveFormat> readAndWritten() {
    return Arrays.stream(ArchiveFormat.values()).filter(f -> f.isReadable() && f.isWritable());
  }

  @ParameterizedTest
  @MethodSource("readAndWritten")
  void whatAFormatSaysThatItHoldsComesBackAndNothingElse(ArchiveFormat format) {
    Path target = folder.resolve("x." + format.extensions().get(0));
    LandscapeArchives.exportTo(everything(), NAME, format, target);
    assertThat(ArchiveFormat.ofArchive(target)).isEqualTo(format);
    try (InMemoryLandscapeStore read =
        LandscapeArchives.readInMemory(target, Optional.empty(), NAME)) {
      assertThat(contents(read)).isEqualTo(format.holds());
    }
  }

  @ParameterizedTest
  @EnumSource(ArchiveFormat.class)
  void everyFormatIsChosenByItsNameAndByEachOfItsExtensions(ArchiveFormat format) {
    assertThat(ArchiveFormat.named(format.label())).isEqualTo(format);
    assertThat(format.isReadable() || format.isWritable()).isTrue();
    assertThat(format.extensions()).isNotEmpty();
    for (String extension : format.extensions()) {
      assertThat(ArchiveFormat.ofTarget(Path.of("a.b", "lj13." + extension))).isEqualTo(format);
      assertThat(ArchiveFormat.ofTarget(Path.of("LJ13." + extension.toUpperCase(Locale.ROOT))))
          .isEqualTo(format);
    }
  }

  @Test
  void noTwoFormatsHaveTheSameExtension() {
    List<String> all =
        Arrays.stream(ArchiveFormat.values()).flatMap(f -> f.extensions().stream()).toList();
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lj13", "folder.d/lj13", ".hidden", "lj13.", "/dev/stdout"})
  void aNameWithoutExtensionMeansJsonLines(String target) {
    assertThat(ArchiveFormat.ofTarget(Path.of(target))).isEqualTo(ArchiveFormat.JSONL);
  }

  @ParameterizedTest
  @CsvSource({"x.xyz,xyz", "x.jsonl.gz,gz", "x.json,json", "a/x.2,2"})
  void anExtensionOfNoFormatIsRefusedWithAListOfThem(String target, String extension) {
    assertThatThrownBy(() -> ArchiveFormat.ofTarget(Path.of(target)))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            target
                + ": no format has the extension ."
                + extension
                + ": expected pathsample (.pathsample), topsearch (.topsearch), jsonl (.jsonl),"
                + " graphml (.graphml), gexf (.gexf), csv (.csv), or one of these named with"
                + " --format");
  }

  @ParameterizedTest
  @CsvSource({
    "lj13.jsonl,lj13",
    "a/lj13.sqlite,lj13",
    "lj13.DB,lj13",
    "lj13.pathsample,lj13",
    "lj13,lj13",
    "lj13.v2,lj13.v2",
    "lj13.csv,lj13.csv",
    "lj13.tar.db,lj13.tar"
  })
  void anArchiveIsCalledByItsNameWithoutTheExtensionOfAFormatThatIsRead(String path, String name) {
    assertThat(ArchiveFormat.nameOf(Path.of(path))).isEqualTo(name);
  }

  @Test
  void anArchiveThatNoFormatRecognisesIsRefusedWithWhatIsRead() throws IOException {
    Path file = Files.writeString(folder.resolve("x.txt"), "hello");
    assertThatThrownBy(() -> ArchiveFormat.ofArchive(file))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "cannot tell the format of "
                + file
                + ": expected a folder with min.data and ts.data, a pele database or a .jsonl of"
                + " Tarn; name it with --format if it is one of these");
    assertThatThrownBy(() -> ArchiveFormat.ofArchive(folder))
        .isInstanceOf(ArchiveException.class)
        .hasMessage(
            "cannot read "
                + folder
                + ": expected a folder with min.data and ts.data, a pele database or a .jsonl of"
                + " Tarn, found no min.data");
  }
}
