package dev.tarn.application.runfile;

import dev.tarn.application.QuestionException;
import dev.tarn.explorer.census.CensusMethod;
import dev.tarn.explorer.census.CensusSettings;
import dev.tarn.explorer.census.CensusSettings.StoppingRule;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The censuses that a run file asks for, in order: one, or a series of them. {@code series} names
 * parameters of the potential with the values they are to take, and stands for a census of every
 * combination.
 *
 * @param members each checked, defaults filled in
 * @param isSeries whether the file asks for a series
 */
public record CensusPlan(List<Member> members, boolean isSeries) {
  private static final Pattern RANGE = Pattern.compile("(-?[0-9]{1,15})\\.\\.(-?[0-9]{1,15})");
  private static final int MOST_MEMBERS = 10_000;

  /** One census with the text of its run file. */
  public record Member(CensusSettings settings, String text) {}

  /**
   * Reads the plan.
   *
   * @throws QuestionException if the file does not say what is expected, with the line
   */
  public static CensusPlan of(RunFile file) {
    YamlValue series = file.document().entries().get("series");
    Map<String, List<YamlValue>> values = new LinkedHashMap<>();
    if (series != null) {
      if (!(series instanceof YamlValue.Mapping mapping) || mapping.entries().isEmpty()) {
        throw QuestionException.misuse(
            series.where()
                + ": series: expected parameters and their values such as {spins: [4, 5, 6]},"
                + " found "
                + series.described());
      }
      mapping.entries().forEach((key, value) -> values.put(key, values(key, value)));
    }
    listOfShapes(file, values);
    if (values.isEmpty()) {
      return new CensusPlan(List.of(new Member(settings(file), file.text())), false);
    }
    long members = values.values().stream().mapToLong(List::size).reduce(1, (a, b) -> a * b);
    if (members > MOST_MEMBERS) {
      throw QuestionException.misuse(
          file.document().where()
              + ": series: expected at most "
              + counted(MOST_MEMBERS)
              + " landscapes, found "
              + counted(members));
    }
    List<RunFile> files = List.of(file.without("series"));
    Map<RunFile, String> suffixes = new LinkedHashMap<>();
    files.forEach(f -> suffixes.put(f, ""));
    for (Map.Entry<String, List<YamlValue>> parameter : values.entrySet()) {
      Map<RunFile, String> next = new LinkedHashMap<>();
      suffixes.forEach(
          (before, suffix) -> {
            for (YamlValue value : parameter.getValue()) {
              next.put(
                  before.with(List.of("potential", parameter.getKey()), value),
                  suffix + "-" + (values.size() > 1 ? parameter.getKey() : "") + shown(value));
            }
          });
      suffixes.clear();
      suffixes.putAll(next);
    }
    String base = base(file, suffixes.keySet().iterator().next());
    List<Member> all = new ArrayList<>();
    suffixes.forEach(
        (one, suffix) -> {
          RunFile named =
              one.with(List.of("landscape"), new YamlValue.Scalar("series", base + suffix));
          all.add(new Member(settings(named), named.text()));
        });
    return new CensusPlan(all, true);
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** Sizes may stand as a list where one size is meant: shape: [[4], [5]]. */
  private static void listOfShapes(RunFile file, Map<String, List<YamlValue>> values) {
    if (file.document().entries().get("potential") instanceof YamlValue.Mapping potential) {
      potential
          .entries()
          .forEach(
              (key, value) -> {
                if (value instanceof YamlValue.Sequence sequence
                    && !sequence.items().isEmpty()
                    && sequence.items().stream().allMatch(i -> i instanceof YamlValue.Sequence)) {
                  values.putIfAbsent(key, sequence.items());
                }
              });
    }
  }

  private static String base(RunFile file, RunFile first) {
    Keys keys = Keys.of(first.document());
    PotentialSpecification potential = first.potential(keys);
    return file.document().entries().containsKey("landscape")
        ? first.landscape(keys, potential)
        : potential.name();
  }

  private static List<YamlValue> values(String key, YamlValue value) {
    if (value instanceof YamlValue.Sequence sequence && !sequence.items().isEmpty()) {
      return sequence.items();
    }
    if (value instanceof YamlValue.Scalar scalar) {
      Matcher range = RANGE.matcher(scalar.text());
      if (range.matches()) {
        long from = Long.parseLong(range.group(1));
        long to = Long.parseLong(range.group(2));
        if (to >= from && to - from < MOST_MEMBERS) {
          List<YamlValue> all = new ArrayList<>();
          for (long v = from; v <= to; v++) {
            all.add(new YamlValue.Scalar(value.where(), Long.toString(v)));
          }
          return all;
        }
      }
    }
    throw QuestionException.misuse(
        value.where()
            + ": series."
            + key
            + ": expected a list of values or a range such as 1..20, found "
            + value.described());
  }

  private static String shown(YamlValue value) {
    if (value instanceof YamlValue.Sequence sequence) {
      return String.join("x", sequence.items().stream().map(CensusPlan::shown).toList());
    }
    return value instanceof YamlValue.Scalar scalar
        ? scalar.text().replaceAll("[^A-Za-z0-9._]", "-")
        : "";
  }

  private static CensusSettings settings(RunFile file) {
    Keys keys = Keys.of(file.document());
    PotentialSpecification potential = file.potential(keys);
    CensusSettings defaults = CensusSettings.of(file.landscape(keys, potential), potential);
    List<String> words = Stream.of(CensusMethod.values()).map(CensusMethod::word).toList();
    List<CensusMethod> methods =
        keys.words("methods", words)
            .or(() -> keys.words("method", words))
            .map(named -> named.stream().map(CensusPlan::method).toList())
            .orElse(defaults.methods());
    // Both are known, whichever is used.
    boolean unused = keys.value("method").isPresent();
    long seed = keys.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(defaults.seed());
    int threads = (int) keys.whole("threads", 1, 4096).orElse(defaults.threads());
    StoppingRule until = keys.mapping("until").map(CensusPlan::until).orElse(defaults.until());
    List<Integer> indices = keys.value("index").map(CensusPlan::indices).orElse(List.of());
    double step = keys.number("descentStep", Double.MIN_VALUE, 2).orElse(defaults.descentStep());
    boolean connections =
        keys.word("connections", List.of("true", "false"))
            .map(Boolean::parseBoolean)
            .orElse(defaults.connections());
    Tolerance tolerance =
        keys.mapping("tolerance")
            .map(m -> RunFile.tolerance(m, defaults.tolerance()))
            .orElse(defaults.tolerance());
    int round = (int) keys.whole("round", 1, 1_000_000).orElse(defaults.roundSize());
    keys.finish();
    try {
      return new CensusSettings(
          defaults.landscape(),
          potential,
          seed,
          threads,
          until,
          methods,
          indices,
          step,
          connections,
          tolerance,
          round);
    } catch (IllegalArgumentException e) {
      YamlValue index = file.document().entries().get("index");
      throw QuestionException.misuse(
          (index == null ? file.document().where() : index.where())
              + ": "
              + QuestionException.reason(e));
    }
  }

  private static CensusMethod method(String word) {
    return Stream.of(CensusMethod.values())
        .filter(method -> method.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> indices(YamlValue value) {
    List<YamlValue> items =
        value instanceof YamlValue.Sequence sequence ? sequence.items() : List.of(value);
    List<Integer> indices = new ArrayList<>();
    for (YamlValue item : items) {
      String text = item instanceof YamlValue.Scalar scalar ? scalar.text() : "";
      if (!text.matches("[0-9]{1,6}")) {
        throw QuestionException.misuse(
            item.where()
                + ": index: expected a whole number of at least 0, or a list, found "
                + item.described());
      }
      indices.add(Integer.parseInt(text));
    }
    return indices;
  }

  private static StoppingRule until(Keys keys) {
    StoppingRule rule =
        new StoppingRule(
            keys.number("coverage", Double.MIN_VALUE, Math.nextDown(1.0)),
            keys.time("time"),
            keys.whole("rounds", 1, Long.MAX_VALUE),
            keys.whole("gradients", 1, Long.MAX_VALUE),
            keys.whole("points", 1, Long.MAX_VALUE));
    keys.finish();
    return rule;
  }
}
