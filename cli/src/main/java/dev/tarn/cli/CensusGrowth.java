package dev.tarn.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * How the numbers of stationary points grow with the size of a system, averaged over the disorder:
 * landscapes whose parameters agree but for those that are named after a seed.
 *
 * @param sizes by ascending size
 */
record CensusGrowth(List<OfSize> sizes) {

  /**
   * Landscapes of the same parameters.
   *
   * @param size number N of sites
   * @param label the parameters in which the groups differ
   * @param landscapes how many
   * @param first the first of them
   * @param meanTotal mean number of points
   * @param errorTotal its standard error; NaN for one landscape
   * @param meanMinima mean number of minima
   * @param errorMinima its standard error; NaN for one landscape
   * @param complexity ln(mean number of points) / N
   * @param minimaComplexity ln(mean number of minima) / N
   * @param leastCoverage smallest coverage among them
   * @param balance in how many the Morse sum is right
   */
  record OfSize(
      long size,
      String label,
      int landscapes,
      CountedLandscape first,
      double meanTotal,
      double errorTotal,
      double meanMinima,
      double errorMinima,
      double complexity,
      double minimaComplexity,
      double leastCoverage,
      String balance) {}

  static CensusGrowth of(List<CountedLandscape> counted) {
    Map<String, List<CountedLandscape>> groups = new LinkedHashMap<>();
    for (CountedLandscape c : counted) {
      Map<String, Object> shared = new TreeMap<>(c.parameters());
      shared.keySet().removeIf(key -> key.toLowerCase(Locale.ROOT).endsWith("seed"));
      groups
          .computeIfAbsent(c.landscape().potential() + " " + shared, k -> new ArrayList<>())
          .add(c);
    }
    List<OfSize> sizes = new ArrayList<>();
    groups.forEach((key, members) -> sizes.add(ofSize(members, label(members, counted))));
    sizes.sort(Comparator.comparingLong(OfSize::size));
    return new CensusGrowth(List.copyOf(sizes));
  }

  /** Parameters that are not the same everywhere. */
  private static String label(List<CountedLandscape> members, List<CountedLandscape> all) {
    StringBuilder label = new StringBuilder();
    members
        .get(0)
        .parameters()
        .forEach(
            (key, value) -> {
              boolean differs = all.stream().anyMatch(c -> !value.equals(c.parameters().get(key)));
              if (differs && !key.toLowerCase(Locale.ROOT).endsWith("seed")) {
                label.append(label.isEmpty() ? "" : ", ").append(key).append(' ').append(value);
              }
            });
    return label.isEmpty() ? members.get(0).landscape().potential() : label.toString();
  }

  private static OfSize ofSize(List<CountedLandscape> members, String label) {
    ToDoubleFunction<CountedLandscape> total = c -> c.summary().copies();
    ToDoubleFunction<CountedLandscape> minima =
        c -> c.summary().indices().isEmpty() ? 0 : c.summary().indices().get(0).copies();
    long right = members.stream().filter(c -> c.balanced().equals(Optional.of(true))).count();
    long known = members.stream().filter(c -> c.balanced().isPresent()).count();
    CountedLandscape first = members.get(0);
    return new OfSize(
        first.size(),
        label,
        members.size(),
        first,
        mean(members, total),
        error(members, total),
        mean(members, minima),
        error(members, minima),
        first.complexity(mean(members, total)),
        first.complexity(mean(members, minima)),
        members.stream()
            .mapToDouble(c -> c.summary().coverage().goodTuring())
            .min()
            .orElse(Double.NaN),
        known == 0
            ? "not known"
            : members.size() == 1
                ? (right == 1 ? "right" : "points are missing")
                : right + " of " + known + " right");
  }

  private static double mean(
      List<CountedLandscape> members, ToDoubleFunction<CountedLandscape> of) {
    return members.stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  private static double error(
      List<CountedLandscape> members, ToDoubleFunction<CountedLandscape> of) {
    int n = members.size();
    if (n < 2) {
      return Double.NaN;
    }
    double mean = mean(members, of);
    double squares = members.stream().mapToDouble(of).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (n - 1.0) / n);
  }
}
