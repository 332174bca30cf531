package dev.tarn.graphstore.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.landscape.InMemoryLandscapeStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Ten thousand damaged archives of every readable format: each one is read, or refused with one
 * line, and a refused one leaves the store empty.
 */
class ArchiveFuzzIT {
  private static final List<String> PIECES =
      List.of(
          "NaN",
          "-1",
          "0",
          "1e999",
          "1D400",
          "****",
          "\0",
          "99999999999999999999",
          " ",
          "\n",
          "\r\n",
          "\"",
          "{",
          "}",
          "[",
          ",",
          "\u00e9",
          "Infinity",
          "1.5",
          "-",
          ".",
          "\t",
          "null",
          "true",
          "{\"minimum\":1,\"energy\":1}");

  private static Path folder = Path.of("");
  private static final Map<ArchiveFormat, Map<String, byte[]>> WHOLE = new LinkedHashMap<>();

  @BeforeContainer
  static void makeArchives() throws IOException, SQLException {
    folder = Files.createTempDirectory("tarn-fuzz");
    WHOLE.put(
        ArchiveFormat.PATHSAMPLE,
        Map.of(
            "min.data", ascii("-3 1 1 1 2 3\n-2.5D0 1 2 1 2 3\n-2 1 1 1 2 3\n"),
            "ts.data", ascii("-1 1 1 1 2 1 2 3\n0 1 1 3 2 1 2 3\n0 1 1 3 3 1 2 3\n"),
            "points.min", new byte[3 * 6 * 8],
            "min.A", ascii("2\n1\n3\n")));
    WHOLE.put(
        ArchiveFormat.TOPSEARCH,
        Map.of(
            "min.data", ascii("0 -3\n1 -2\n2 -1\n"),
            "ts.data", ascii("0 1 0.5\n2 1 0.25\n"),
            "min.coords", ascii("1 2\n3 4\n5 6\n")));
    Path lines = folder.resolve("x.jsonl");
    LandscapeArchives.exportTo(
        ArchiveExamples.network(), "net & <work>", ArchiveFormat.JSONL, lines);
    WHOLE.put(ArchiveFormat.JSONL, Map.of("x.jsonl", Files.readAllBytes(lines)));
    Path pele = folder.resolve("x.sqlite");
    ArchiveExamples.writePele(pele, 2, ArchiveExamples.pickle(2));
    WHOLE.put(ArchiveFormat.PELE, Map.of("x.sqlite", Files.readAllBytes(pele)));
    clear();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    clear();
    Files.delete(folder);
  }

  private static void clear() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 10_000, seed = "20261120", shrinking = ShrinkingMode.OFF)
  void damagedArchivesAreReadOrRefusedWithOneLine(@ForAll long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<ArchiveFormat> formats = List.copyOf(WHOLE.keySet());
    ArchiveFormat format =
        random.nextInt(20) == 0 ? ArchiveFormat.PELE : formats.get(random.nextInt(3));
    Map<String, byte[]> whole = WHOLE.getOrDefault(format, Map.of());
    List<String> names = whole.keySet().stream().sorted().toList();
    String damaged = names.get(random.nextInt(names.size()));
    clear();
    for (String name : names) {
      byte[] bytes = whole.getOrDefault(name, new byte[0]);
      Files.write(folder.resolve(name), name.equals(damaged) ? damage(bytes, random) : bytes);
    }
    Path archive = format.isFolder() ? folder : folder.resolve(names.get(0));
    InMemoryLandscapeStore store = new InMemoryLandscapeStore();
    Optional<ArchiveFormat> told = random.nextBoolean() ? Optional.of(format) : Optional.empty();
    try {
      LandscapeArchives.importFrom(archive, told, "l", store, ImportProgress.NONE);
      // A landscape without points is one of ours; other programs' files then are empty.
      assertThat(store.counts("l").minima() > 0 || format == ArchiveFormat.JSONL).isTrue();
    } catch (ArchiveException e) {
      assertThat(e.getMessage())
          .isNotBlank()
          .hasSizeLessThan(600)
          .doesNotContain("\n", "\r", "\0", "Exception");
      assertThat(store.landscapes()).isEmpty();
    }
  }

  private static byte[] damage(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      int at = random.nextInt(bytes.length + 1);
      int until = at + random.nextInt(Math.min(bytes.length - at + 1, 40));
      switch (random.nextInt(6)) {
        case 0 -> bytes = spliced(bytes, at, until, new byte[0]);
        case 1 ->
            bytes =
                spliced(
                    bytes,
                    at,
                    at,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        case 2 ->
            bytes =
                spliced(
                    bytes,
                    at,
                    until,
                    PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
        case 3 -> bytes = java.util.Arrays.copyOf(bytes, at);
        case 4 -> bytes = spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, at, until));
        default -> {
          if (at < bytes.length) {
            bytes[at] = (byte) random.nextInt(256);
          }
        }
      }
    }
    return bytes;
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] result = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, result, 0, from);
    System.arraycopy(piece, 0, result, from, piece.length);
    System.arraycopy(bytes, to, result, from + piece.length, bytes.length - to);
    return result;
  }
}
