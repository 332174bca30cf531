package dev.tarn.application.census;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
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
 * @param reports the census of each landscape
 * @param sizes by ascending size
 */
public record CensusSeries(List<CensusReport> reports, List<OfSize> sizes) implements Answer {

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
  public record OfSize(
      long size,
      String label,
      int landscapes,
      CensusReport first,
      double meanTotal,
      double errorTotal,
      double meanMinima,
      double errorMinima,
      double complexity,
      double minimaComplexity,
      double leastCoverage,
      String balance) {}

  /** The series of these landscapes. */
  public static CensusSeries of(List<CensusReport> counted) {
    Map<String, List<CensusReport>> groups = new LinkedHashMap<>();
    for (CensusReport c : counted) {
      Map<String, Object> shared = new TreeMap<>(c.parameters());
      shared.keySet().removeIf(key -> key.toLowerCase(Locale.ROOT).endsWith("seed"));
      groups
          .computeIfAbsent(c.landscape().potential() + " " + shared, k -> new ArrayList<>())
          .add(c);
    }
    List<OfSize> sizes = new ArrayList<>();
    groups.forEach((key, members) -> sizes.add(ofSize(members, label(members, counted))));
    sizes.sort(Comparator.comparingLong(OfSize::size));
    return new CensusSeries(List.copyOf(counted), List.copyOf(sizes));
  }

  /** Parameters that are not the same everywhere. */
  private static String label(List<CensusReport> members, List<CensusReport> all) {
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

  private static OfSize ofSize(List<CensusReport> members, String label) {
    ToDoubleFunction<CensusReport> total = c -> c.summary().copies();
    ToDoubleFunction<CensusReport> minima =
        c -> c.summary().indices().isEmpty() ? 0 : c.summary().indices().get(0).copies();
    long right = members.stream().filter(c -> c.balanced().equals(Optional.of(true))).count();
    long known = members.stream().filter(c -> c.balanced().isPresent()).count();
    CensusReport first = members.get(0);
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

  private static double mean(List<CensusReport> members, ToDoubleFunction<CensusReport> of) {
    return members.stream().mapToDouble(of).average().orElse(Double.NaN);
  }

  private static double error(List<CensusReport> members, ToDoubleFunction<CensusReport> of) {
    int n = members.size();
    if (n < 2) {
      return Double.NaN;
    }
    double mean = mean(members, of);
    double squares = members.stream().mapToDouble(of).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (n - 1.0) / n);
  }

  @Override
  public NamedValues values() {
    int indices = reports.stream().mapToInt(c -> c.summary().indices().size()).max().orElse(0);
    long[] byIndex = new long[indices];
    for (CensusReport c : reports) {
      long[] own = c.summary().byIndex();
      for (int i = 0; i < own.length; i++) {
        byIndex[i] += own[i];
      }
    }
    List<NamedValues> each = reports.stream().map(CensusReport::row).toList();
    List<NamedValues> growth = new ArrayList<>();
    for (OfSize g : sizes) {
      growth.add(
          NamedValues.empty()
              .put("size", g.size())
              .put("label", g.label())
              .put("landscapes", g.landscapes())
              .put("meanTotal", g.meanTotal())
              .put("standardErrorTotal", g.errorTotal())
              .put("meanMinima", g.meanMinima())
              .put("standardErrorMinima", g.errorMinima())
              .put("complexity", g.complexity())
              .put("minimaComplexity", g.minimaComplexity())
              .put("coverage", g.leastCoverage()));
    }
    return NamedValues.empty()
        .put("total", reports.stream().mapToLong(c -> c.summary().total()).sum())
        .put("byIndex", byIndex)
        .put("checkSum", reports.stream().mapToLong(c -> c.summary().checkSum()).sum())
        .put("certified", reports.stream().mapToLong(c -> c.summary().certified()).sum())
        .put("landscapes", reports.size())
        .put("series", each)
        .withRows(each)
        .put("growth", growth);
  }
}
