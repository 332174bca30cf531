package dev.tarn.application.runs;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.census.CensusPictures;
import dev.tarn.application.census.CensusReport;
import dev.tarn.application.census.CensusSeries;
import dev.tarn.landscape.LandscapeStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The census of a landscape, or of several.
 *
 * @param counted one or more
 * @param isSeries whether several were asked for
 */
public record CensusAnswer(List<CensusReport> counted, boolean isSeries) implements Answer {

  /** What a census can be drawn as. */
  public enum Plot {
    /** The energy of each point against its index. */
    ENERGY,
    /** The number of points of each index. */
    INDEX,
    /** The number of points against the size of the system. */
    GROWTH
  }

  /**
   * What a store holds under a name.
   *
   * @param pattern a name; {@code *} stands for any letters, and makes it a series
   */
  public static CensusAnswer stored(LandscapeStore store, String pattern) {
    Pattern names =
        Pattern.compile(
            Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    return new CensusAnswer(
        store.landscapes().stream()
            .filter(each -> names.matcher(each.name()).matches())
            .map(each -> CensusReport.of(store, each, Optional.empty()))
            .toList(),
        pattern.contains("*"));
  }

  /** The landscapes as members of series. */
  public CensusSeries series() {
    return CensusSeries.of(counted);
  }

  /** A drawing; by default the growth of a series, the energies of one landscape. */
  public Picture picture(Optional<Plot> plot) {
    return switch (plot.orElse(isSeries ? Plot.GROWTH : Plot.ENERGY)) {
      case GROWTH -> CensusPictures.growth(series());
      case INDEX -> CensusPictures.byIndex(counted);
      case ENERGY -> CensusPictures.energies(counted);
    };
  }

  @Override
  public NamedValues values() {
    return counted.size() == 1 ? counted.get(0).values() : series().values();
  }
}
