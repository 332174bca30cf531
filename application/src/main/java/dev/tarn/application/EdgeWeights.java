package dev.tarn.application;

import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.landscape.NearestName;
import java.util.List;
import java.util.Optional;

/** What an edge counts for communities, by the names that people use. */
public final class EdgeWeights {
  private static final OptionName WEIGHT = new OptionName("weight");

  /** The names, the default first. */
  public static final List<String> NAMES = List.of("unweighted", "barrier", "flux");

  private EdgeWeights() {}

  /**
   * The weighting of that name.
   *
   * @param temperature for fluxes, which need one
   */
  public static EdgeWeighting named(String name, Optional<Double> temperature) {
    return switch (name) {
      case "unweighted" -> new EdgeWeighting.Unweighted();
      case "barrier" -> new EdgeWeighting.Barrier();
      case "flux" -> {
        if (temperature.isEmpty()) {
          throw QuestionException.misuse(
              WEIGHT, " flux: expected a ", OptionName.TEMPERATURE, " as well, found none");
        }
        yield new EdgeWeighting.Flux(temperature.get());
      }
      default ->
          throw QuestionException.misuse(
              WEIGHT,
              ": expected one of "
                  + String.join(", ", NAMES)
                  + ", found "
                  + name
                  + NearestName.suggestion(name, NAMES));
    };
  }
}
