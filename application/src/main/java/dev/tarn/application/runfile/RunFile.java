package dev.tarn.application.runfile;

import dev.tarn.application.LandscapeName;
import dev.tarn.application.PathText;
import dev.tarn.application.QuestionException;
import dev.tarn.explorer.batches.BatchSettings;
import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.exploration.ExplorationSettings.MinimaSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.StoppingRule;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.MoveKind;
import dev.tarn.landscape.NearestName;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterException;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run file: what to explore, and how. Two keys are enough, {@code landscape} and {@code
 * potential}; docs/manual/run-file.md has the others. Immutable.
 *
 * <p>What is wrong in a file is a {@link QuestionException} with the name of the file, the line,
 * what was expected and what was found.
 */
public final class RunFile {
  /** Keys of {@code potential.data} that name files. */
  private static final Set<String> FILE_KEYS =
      Set.of("file", "images", "labels", "testImages", "testLabels");

  private static final long MOST_BYTES = 1 << 20;

  /** Separate descents to the lowest minimum after which it is taken for the global one. */
  private static final long DEFAULT_ARRIVALS = 5;

  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final double ABOVE_ZERO = Double.MIN_VALUE;

  /** Keys of the first level that take one value; others are parameters of the potential. */
  private static final Set<String> OWN_KEYS =
      Set.of("landscape", "seed", "threads", "round", "method", "methods", "index", "connections");

  private final YamlValue.Mapping document;
  private final Path folder;
  private final ClassLoader classes;

  private RunFile(YamlValue.Mapping document, Path folder, ClassLoader classes) {
    this.document = document;
    this.folder = folder;
    this.classes = classes;
  }

  /**
   * Reads a file.
   *
   * @param classes where user-defined potentials are found
   * @throws QuestionException if it cannot be read, or is not keys and values in YAML
   */
  public static RunFile read(Path file, ClassLoader classes) {
    String source = PathText.of(file);
    String text;
    try {
      if (Files.isDirectory(file)) {
        throw QuestionException.misuse(source + ": expected a run file, found a folder");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw QuestionException.misuse(
            source + ": expected a run file, found " + Files.size(file) + " bytes");
      }
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw QuestionException.misuse(source + ": no such run file" + neighbours(file));
    } catch (AccessDeniedException e) {
      throw QuestionException.failed(source + ": permission denied");
    } catch (CharacterCodingException e) {
      throw QuestionException.misuse(source + ": expected a run file in YAML, found binary data");
    } catch (IOException e) {
      throw QuestionException.failed(source + ": " + e.getMessage());
    }
    Path parent = file.toAbsolutePath().getParent();
    return of(text, source, parent == null ? Path.of("") : parent, classes);
  }

  /**
   * Reads a text.
   *
   * @param source what messages call the text
   * @param folder where relative names of data files in it start
   * @param classes where user-defined potentials are found
   * @throws QuestionException if the text is not keys and values in YAML
   */
  public static RunFile of(String text, String source, Path folder, ClassLoader classes) {
    YamlValue value = YamlValue.read(text, source);
    if (value instanceof YamlValue.Mapping mapping) {
      return new RunFile(mapping, folder, classes);
    }
    throw QuestionException.misuse(
        value.where()
            + ": expected keys and values (landscape, potential, ...), found "
            + value.described());
  }

  /** A run file that says nothing but the name of a potential, or of its class. */
  public static RunFile ofPotential(String potential, ClassLoader classes) {
    String key = potential.contains(".") ? "class" : "name";
    YamlValue name = new YamlValue.Scalar("--potential", potential);
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    entries.put("potential", new YamlValue.Mapping("--potential", Map.of(key, name)));
    return new RunFile(
        new YamlValue.Mapping("--potential", entries), Path.of("").toAbsolutePath(), classes);
  }

  private static String neighbours(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    Path name = file.getFileName();
    if (parent == null || name == null || !Files.isDirectory(parent)) {
      return "";
    }
    try (Stream<Path> files = Files.list(parent)) {
      List<String> known =
          files
              .map(path -> Objects.toString(path.getFileName(), ""))
              .filter(other -> other.endsWith(".yaml") || other.endsWith(".yml"))
              .sorted()
              .toList();
      return NearestName.suggestion(name.toString(), known);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * The same with one value set: {@code atoms} is a parameter of the potential, {@code
   * until.coverage} a key of the run file.
   *
   * @param value a value in YAML
   * @throws QuestionException if the value is malformed, or the path leads through a plain value
   */
  public RunFile with(String path, String value) {
    return with(path, value, "--set " + path);
  }

  /** The same with a key of the first level set by the option of its name. */
  public RunFile withOption(String key, String value) {
    return with(key, value, "--" + (key.equals("landscape") ? "name" : key));
  }

  private RunFile with(String path, String value, String source) {
    List<String> keys = new ArrayList<>(List.of(path.split("\\.", -1)));
    if (keys.size() == 1 && !OWN_KEYS.contains(path)) {
      keys.add(0, "potential");
    }
    YamlValue parsed =
        value.isBlank()
            ? new YamlValue.Scalar(source, "")
            : relocated(YamlValue.read(value, source), source);
    return new RunFile(replaced(document, keys, parsed, source), folder, classes);
  }

  private static YamlValue relocated(YamlValue value, String where) {
    if (value instanceof YamlValue.Scalar scalar) {
      return new YamlValue.Scalar(where, scalar.text());
    }
    if (value instanceof YamlValue.Sequence sequence) {
      return new YamlValue.Sequence(
          where, sequence.items().stream().map(item -> relocated(item, where)).toList());
    }
    return value;
  }

  /** The same with the value under these keys replaced. */
  RunFile with(List<String> keys, YamlValue value) {
    return new RunFile(replaced(document, keys, value, value.where()), folder, classes);
  }

  /** The same without a key of the first level. */
  RunFile without(String key) {
    Map<String, YamlValue> entries = new LinkedHashMap<>(document.entries());
    entries.remove(key);
    return new RunFile(new YamlValue.Mapping(document.where(), entries), folder, classes);
  }

  /** Keys and values as they stand. */
  YamlValue.Mapping document() {
    return document;
  }

  private static YamlValue.Mapping replaced(
      YamlValue.Mapping mapping, List<String> keys, YamlValue value, String source) {
    Map<String, YamlValue> entries = new LinkedHashMap<>(mapping.entries());
    String key = keys.get(0);
    if (keys.size() == 1) {
      entries.put(key, value);
    } else {
      YamlValue inner = entries.getOrDefault(key, new YamlValue.Mapping(source, Map.of()));
      if (!(inner instanceof YamlValue.Mapping innerMapping)) {
        throw QuestionException.misuse(
            source + ": " + key + " has no keys of its own, it is " + inner.described());
      }
      entries.put(key, replaced(innerMapping, keys.subList(1, keys.size()), value, source));
    }
    return new YamlValue.Mapping(mapping.where(), entries);
  }

  /**
   * The settings of the exploration that the file asks for, defaults filled in.
   *
   * @throws QuestionException if anything in the file is not what is expected, with the line
   */
  public ExplorationSettings settings() {
    Keys keys = Keys.of(document);
    PotentialSpecification potential = potential(keys);
    String landscape = landscape(keys, potential);
    ExplorationSettings defaults = ExplorationSettings.of(landscape, potential);
    Optional<StoppingRule> until = keys.mapping("until").map(RunFile::until);
    MinimaSearch minima =
        keys.mapping("minima")
            .map(m -> minima(m, defaults.minima(), potential.potential()))
            .orElse(defaults.minima());
    SaddleSearch saddles =
        keys.mapping("saddles").map(m -> saddles(m, defaults.saddles())).orElse(defaults.saddles());
    Optional<String> unsuitable = minima.chains().objection(potential.potential());
    if (unsuitable.isPresent()) {
      throw QuestionException.misuse(
          document.where() + ": minima: " + unsuitable.get() + " (" + potential.name() + ")");
    }
    if (until.isEmpty() && minima.chains().walks() > 0 && saddles.methods().isEmpty()) {
      until = Optional.of(StoppingRule.ofArrivals(DEFAULT_ARRIVALS));
    }
    ExplorationSettings settings =
        new ExplorationSettings(
            landscape,
            potential,
            keys.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(defaults.seed()),
            (int) keys.whole("threads", 1, 4096).orElse(defaults.threads()),
            until.orElse(defaults.until()),
            minima,
            saddles,
            keys.mapping("tolerance")
                .map(m -> tolerance(m, defaults.tolerance()))
                .orElse(defaults.tolerance()),
            (int) keys.whole("round", 1, 1_000_000).orElse(defaults.roundSize()));
    keys.finish();
    return settings;
  }

  /** What is explored. */
  PotentialSpecification potential(Keys keys) {
    return potential(
        keys.required(
            "potential", "such as {name: lennard-jones, atoms: 8}; tarn systems lists them"));
  }

  /** Name of the landscape, by default after the potential. */
  String landscape(Keys keys, PotentialSpecification potential) {
    return keys.text("landscape", "a name").map(this::name).orElseGet(() -> defaultName(potential));
  }

  /** The text of the run file after everything that the command line changed in it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    document
        .entries()
        .forEach((key, value) -> text.append(key).append(": ").append(flow(value)).append('\n'));
    return text.toString();
  }

  private static String flow(YamlValue value) {
    if (value instanceof YamlValue.Sequence sequence) {
      return sequence.items().stream()
          .map(RunFile::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof YamlValue.Mapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    String text = value instanceof YamlValue.Scalar scalar ? scalar.text() : "";
    return text.matches("[A-Za-z0-9_.+/-]*") ? text : "'" + text.replace("'", "''") + "'";
  }

  private String name(String landscape) {
    YamlValue value = Objects.requireNonNull(document.entries().get("landscape"));
    return LandscapeName.checked(value.where() + ": landscape", landscape);
  }

  private static String defaultName(PotentialSpecification potential) {
    String numbers =
        potential.parameters().values().stream()
            .map(value -> value instanceof List<?> list ? list : List.of(value))
            .filter(list -> list.stream().allMatch(Number.class::isInstance))
            .map(
                list ->
                    list.stream()
                        .map(value -> PlainValue.shown(((Number) value).doubleValue()))
                        .collect(Collectors.joining("x", "-", "")))
            .collect(Collectors.joining());
    return potential.name().replaceAll("[^A-Za-z0-9._-]", "-") + numbers.replace("--", "-");
  }

  private PotentialSpecification potential(YamlValue given) {
    if (given instanceof YamlValue.Scalar scalar && !scalar.text().isEmpty()) {
      return made(
          given.where(),
          Map.of(),
          () -> PotentialCatalogue.of(classes).create(scalar.text(), Map.of()));
    }
    if (!(given instanceof YamlValue.Mapping mapping)) {
      throw QuestionException.misuse(
          given.where()
              + ": potential: expected keys and values such as {name: lennard-jones, atoms: 8},"
              + " found "
              + given.described());
    }
    Map<String, YamlValue> parameters = new LinkedHashMap<>(mapping.entries());
    YamlValue name = parameters.remove("name");
    YamlValue className = parameters.remove("class");
    if ((name == null) == (className == null)) {
      throw QuestionException.misuse(
          mapping.where()
              + ": potential: expected either a name or a class, found "
              + (name == null ? "neither" : "both"));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    parameters.forEach((key, value) -> values.put(key, PlainValue.of("potential." + key, value)));
    if (className != null) {
      return made(
          className.where(),
          parameters,
          () -> PotentialCatalogue.create(ownClass(className), values));
    }
    YamlValue known = Objects.requireNonNull(name);
    values.computeIfPresent("data", (key, data) -> besideRunFile(data));
    return made(
        known.where(),
        parameters,
        () -> PotentialCatalogue.of(classes).create(text("potential.name", known), values));
  }

  /** Names of files that stand beside the run file, alone or in a map, with the way to them. */
  private Object besideRunFile(Object data) {
    if (data instanceof String file && !file.isEmpty() && Files.exists(folder.resolve(file))) {
      return folder.resolve(file).normalize().toString();
    }
    if (data instanceof Map<?, ?> map) {
      Map<Object, Object> resolved = new LinkedHashMap<>(map);
      resolved.replaceAll(
          (key, value) -> FILE_KEYS.contains(String.valueOf(key)) ? besideRunFile(value) : value);
      return resolved;
    }
    return data;
  }

  private Class<?> ownClass(YamlValue name) {
    String className = text("potential.class", name);
    try {
      return Class.forName(className, true, classes);
    } catch (ClassNotFoundException e) {
      throw QuestionException.misuse(
          name.where()
              + ": potential.class: no class "
              + className
              + " found; name its jar with --classpath");
    } catch (LinkageError e) {
      throw QuestionException.failed(
          name.where()
              + ": potential.class: "
              + className
              + " cannot be loaded: "
              + e.getMessage());
    }
  }

  private static String text(String key, YamlValue value) {
    if (value instanceof YamlValue.Scalar scalar && !scalar.text().isEmpty()) {
      return scalar.text();
    }
    throw QuestionException.misuse(
        value.where() + ": " + key + ": expected a name, found " + value.described());
  }

  /** What the catalogue says about a parameter, with the line in which the parameter stands. */
  private static PotentialSpecification made(
      String where, Map<String, YamlValue> parameters, Supplier<PotentialSpecification> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException e) {
      String message = Objects.requireNonNullElse(e.getMessage(), "wrong parameters");
      String line =
          e instanceof ParameterException p && parameters.containsKey(p.parameter())
              ? parameters.get(p.parameter()).where()
              : where;
      throw QuestionException.misuse(message.startsWith(line) ? message : line + ": " + message);
    }
  }

  private static StoppingRule until(Keys keys) {
    StoppingRule rule =
        new StoppingRule(
            keys.number("coverage", ABOVE_ZERO, Math.nextDown(1.0)),
            keys.time("time"),
            keys.whole("rounds", 1, Long.MAX_VALUE),
            keys.whole("energyCalls", 1, Long.MAX_VALUE),
            keys.whole("minima", 1, Long.MAX_VALUE),
            keys.whole("transitionStates", 1, Long.MAX_VALUE),
            keys.number("energy", -Double.MAX_VALUE, Double.MAX_VALUE),
            keys.whole("arrivals", 1, Long.MAX_VALUE));
    keys.finish();
    return rule;
  }

  private MinimaSearch minima(Keys keys, MinimaSearch defaults, Potential potential) {
    double temperature = keys.number("temperature", 0, 1e9).orElse(defaults.temperature());
    double step = keys.number("step", ABOVE_ZERO, Math.nextDown(100.0)).orElse(defaults.step());
    MinimaSearch search =
        new MinimaSearch(
            keys.word("method", words(MinimaSearch.MinimaMethod.values()))
                .map(word -> MinimaSearch.MinimaMethod.valueOf(constant(word)))
                .orElse(defaults.method()),
            temperature,
            step,
            (int) keys.whole("hops", 1, 1_000_000).orElse(defaults.hops()),
            chains(keys, temperature, step),
            batches(keys, potential));
    keys.finish();
    return search;
  }

  private static BatchSettings batches(Keys keys, Potential potential) {
    BatchSettings defaults = BatchSettings.NONE;
    BatchSettings batches =
        new BatchSettings(
            (int) keys.whole("batch", 0, Integer.MAX_VALUE).orElse(defaults.rows()),
            (int) keys.whole("epochs", 1, 1_000_000).orElse(defaults.epochs()),
            keys.number("rate", ABOVE_ZERO, 1e9).orElse(defaults.rate()));
    Optional<String> unsuitable = batches.objection(potential);
    if (unsuitable.isPresent()) {
      throw keys.refused("batch", unsuitable.get());
    }
    for (String key : List.of("epochs", "rate")) {
      if (!batches.isWanted() && keys.value(key).isPresent()) {
        throw keys.refused(key, "expected minima.batch as well, the rows of a mini-batch");
      }
    }
    return batches;
  }

  private HoppingSettings chains(Keys keys, double temperature, double step) {
    HoppingSettings defaults = HoppingSettings.NONE;
    Set<MoveKind> moves =
        keys.words("moves", words(MoveKind.values()))
            .map(
                words ->
                    words.stream()
                        .map(word -> MoveKind.valueOf(constant(word)))
                        .collect(Collectors.toSet()))
            .orElse(defaults.moves());
    int replicas = (int) keys.whole("replicas", 1, 1000).orElse(defaults.replicas());
    return new HoppingSettings(
        (int) keys.whole("chains", 0, 10_000).orElse(defaults.walks()),
        replicas,
        temperature,
        keys.number("hottest", temperature, 1e9)
            .orElse(replicas > 1 ? 3 * temperature : temperature),
        step,
        keys.number("acceptance", ABOVE_ZERO, Math.nextDown(1.0)).orElse(defaults.acceptance()),
        moves,
        (int)
            keys.whole("patience", 1, Integer.MAX_VALUE)
                .orElse(
                    moves.contains(MoveKind.SYMMETRISATION)
                        ? HoppingSettings.PATIENCE_WITH_SYMMETRISATION
                        : defaults.patience()),
        keys.number("roughGradient", ABOVE_ZERO, Math.nextDown(1.0))
            .orElse(defaults.roughGradient()),
        keys.text("start", "the name of an XYZ file")
            .map(this::structure)
            .orElse(defaults.startStructure()));
  }

  private double[] structure(String file) {
    return XyzFile.read(folder.resolve(file).normalize());
  }

  private static SaddleSearch saddles(Keys keys, SaddleSearch defaults) {
    Set<SaddleSearch.SaddleMethod> methods =
        keys.words("methods", words(SaddleSearch.SaddleMethod.values()))
            .map(
                words ->
                    words.stream()
                        .map(word -> SaddleSearch.SaddleMethod.valueOf(constant(word)))
                        .collect(Collectors.toSet()))
            .orElse(defaults.methods());
    SaddleSearch search =
        new SaddleSearch(
            methods,
            (int) keys.whole("images", 1, 1000).orElse(defaults.images()),
            keys.number("spring", ABOVE_ZERO, ANY).orElse(defaults.spring()),
            (int) keys.whole("bandIterations", 1, 1_000_000).orElse(defaults.bandIterations()));
    keys.finish();
    return search;
  }

  /** When points are converged and the same. */
  static Tolerance tolerance(Keys keys, Tolerance defaults) {
    double most = Math.nextDown(1.0);
    Tolerance tolerance =
        new Tolerance(
            keys.number("gradient", ABOVE_ZERO, most).orElse(defaults.gradient()),
            keys.number("energy", ABOVE_ZERO, most).orElse(defaults.energy()),
            keys.number("distance", ABOVE_ZERO, most).orElse(defaults.distance()));
    keys.finish();
    return tolerance;
  }

  private static List<String> words(Enum<?>[] constants) {
    return Stream.of(constants)
        .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
