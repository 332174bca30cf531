package dev.tarn.learning.data;

import dev.tarn.landscape.NearestName;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands behind {@code data:} in a run file: where the rows come from and how they are divided
 * into a training and a test part.
 *
 * <p>In short form it is text: a CSV file, a folder with the four files of MNIST, or the name of a
 * generator ({@code checkerboard}, {@code two-moons}, {@code spirals}, {@code triatomic}), all with
 * their defaults. In full it is a map:
 *
 * <ul>
 *   <li>{@code file}: a CSV file; with {@code separator}, {@code header}, {@code target}, {@code
 *       inputs}, {@code without}, {@code task}, {@code standardise}, {@code test}, {@code train},
 *       {@code seed}, {@code checksum};
 *   <li>{@code images}: a folder, or a file together with {@code labels}, {@code testImages},
 *       {@code testLabels}; with {@code classes}, {@code train}, {@code test}, {@code checksum};
 *   <li>{@code generator: checkerboard} with {@code cells}, {@code generator: two-moons}, {@code
 *       generator: spirals} with {@code arms} and {@code turns}; all with {@code points}, {@code
 *       noise}, {@code standardise}, {@code test}, {@code train}, {@code seed};
 *   <li>{@code generator: triatomic}; with {@code gamma}, {@code sequences}, {@code testSequences},
 *       {@code stepsBeforeEnd}, {@code inputs}, {@code standardise}, {@code seed}.
 * </ul>
 *
 * <p>{@code test} and {@code train} are a fraction of the rows if below 1, else a number of rows.
 * Equal specifications give equal data, always and everywhere; that the files they name have not
 * changed is told by their checksum. Whatever is wrong, here or in a file, is an {@link
 * IllegalArgumentException} in one line that says what was expected, what was found and where.
 */
public final class DataSpecification {
  private final DataSource source;

  private DataSpecification(DataSource source) {
    this.source = source;
  }

  /**
   * Understands a specification; no file is read.
   *
   * @param textOrMap text, or a map of text to text, numbers, truth values and lists of them
   * @throws IllegalArgumentException if a key or a value is unknown, missing or out of range
   */
  public static DataSpecification of(Object textOrMap) {
    if (textOrMap instanceof String text) {
      return new DataSpecification(source(inFull(text.strip())));
    }
    if (textOrMap instanceof Map<?, ?> map) {
      Map<String, Object> given = new LinkedHashMap<>();
      map.forEach((key, value) -> given.put(String.valueOf(key), value));
      return new DataSpecification(source(given));
    }
    throw new IllegalArgumentException(
        "data: expected the name of a file, folder or generator, or a map, found " + textOrMap);
  }

  /** The data of a specification: {@code of(textOrMap).learningData()}. */
  public static LearningData read(Object textOrMap) {
    return of(textOrMap).learningData();
  }

  /**
   * The specification in full, defaults filled in, keys in a fixed order: text, numbers, truth
   * values and lists only. Read again it makes the same data, or fails: it has the {@code checksum}
   * of the files, for which they are read. Names of files stand as they were given, relative to the
   * working directory.
   *
   * @throws IllegalArgumentException if a file is missing
   */
  public Map<String, Object> parameters() {
    return source.parameters();
  }

  /**
   * Reads or makes the data.
   *
   * @throws IllegalArgumentException if a file is missing, damaged or not what was said
   */
  public LearningData learningData() {
    return source.read();
  }

  private static Map<String, Object> inFull(String text) {
    if (generators().contains(text)) {
      return Map.of("generator", text);
    }
    Path path = Path.of(text);
    if (Files.isDirectory(path)) {
      return Map.of("images", text);
    }
    if (text.isEmpty() || !(Files.exists(path) || text.matches(".*[." + separators() + "].*"))) {
      throw new IllegalArgumentException(
          "data: expected a CSV file, a folder of images or one of "
              + String.join(", ", generators())
              + ", found "
              + (text.isEmpty() ? "nothing" : text)
              + NearestName.suggestion(text, generators())
              + KnownDataSets.whereToGet(path));
    }
    return Map.of("file", text);
  }

  private static String separators() {
    return "/" + (File.separatorChar == '\\' ? "\\\\" : "");
  }

  private static List<String> generators() {
    List<String> names = new ArrayList<>();
    for (PlanarPattern pattern : PlanarPattern.values()) {
      names.add(pattern.word());
    }
    names.add(TriatomicSource.WORD);
    return names;
  }

  private static DataSource source(Map<String, Object> given) {
    List<String> kinds = List.of("file", "images", "generator");
    List<String> named = kinds.stream().filter(given::containsKey).toList();
    if (named.size() != 1) {
      String only = given.size() == 1 ? given.keySet().iterator().next() : "";
      throw new IllegalArgumentException(
          "data: expected one of file, images and generator, found "
              + (named.isEmpty() ? given.keySet() : named)
              + NearestName.suggestion(only, kinds));
    }
    return switch (named.get(0)) {
      case "file" -> CsvSource.of(new SpecificationReader(given, CsvSource.KEYS));
      case "images" -> ImageSource.of(new SpecificationReader(given, ImageSource.KEYS));
      default -> generator(given);
    };
  }

  private static DataSource generator(Map<String, Object> given) {
    String name = String.valueOf(given.get("generator"));
    if (name.equals(TriatomicSource.WORD)) {
      return TriatomicSource.of(new SpecificationReader(given, TriatomicSource.KEYS));
    }
    for (PlanarPattern pattern : PlanarPattern.values()) {
      if (pattern.word().equals(name)) {
        return PatternSource.of(
            pattern, new SpecificationReader(given, PatternSource.keys(pattern)));
      }
    }
    throw new IllegalArgumentException(
        "data: expected a generator out of "
            + String.join(", ", generators())
            + ", found "
            + given.get("generator")
            + NearestName.suggestion(name, generators()));
  }
}
