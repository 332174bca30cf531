package dev.tarn.application.contents;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.QuestionException;
import dev.tarn.explorer.exploration.DiscoveryCurve;
import dev.tarn.explorer.exploration.Reverification;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.potentials.symmetry.PointMatching;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much of a landscape is known.
 *
 * @param landscape its name
 * @param minima number of minima that are known
 * @param transitionStates number of transition states that are known
 * @param minimaCoverage estimates for minima
 * @param transitionStateCoverage estimates for transition states
 * @param discovery how finds grew; without points where that was not recorded
 * @param comparison with another sample, if one was given
 */
public record CoverageAnswer(
    String landscape,
    int minima,
    int transitionStates,
    Coverage minimaCoverage,
    Coverage transitionStateCoverage,
    DiscoveryCurve discovery,
    Optional<Comparison> comparison)
    implements Answer {

  /** Minima and transition states of two samples, matched. */
  public record Comparison(
      String other,
      PointMatching minima,
      PointMatching transitionStates,
      List<Extra> onlyHere,
      List<Extra> onlyThere) {}

  /**
   * A point that one sample lacks.
   *
   * @param point the point
   * @param verified the point converged once more, if that was asked for and can be done
   */
  public record Extra(StationaryPoint point, Optional<Reverification> verified) {

    /** What it is, in words. */
    public String kind() {
      return point.index() == 0 ? "minimum" : "transition state";
    }

    private NamedValues values() {
      NamedValues values =
          NamedValues.empty()
              .put("kind", kind())
              .put("id", point.id())
              .put("energy", point.energy())
              .put("hits", point.hits());
      verified.ifPresent(v -> values.put("rmsGradient", v.rmsGradient()).put("index", v.index()));
      return values;
    }
  }

  /** How many minima and transition states were found. */
  public record Finds(long minima, long transitionStates) {}

  /** What the second half of all searches found; empty where that was not recorded. */
  public Optional<Finds> lastDoubling() {
    List<DiscoveryCurve.Point> points = discovery.points();
    if (points.size() < 2) {
      return Optional.empty();
    }
    DiscoveryCurve.Point last = points.get(points.size() - 1);
    DiscoveryCurve.Point half = points.get(0);
    for (DiscoveryCurve.Point point : points) {
      if (2 * point.searches() <= last.searches()) {
        half = point;
      }
    }
    return Optional.of(
        new Finds(
            last.minima() - half.minima(), last.transitionStates() - half.transitionStates()));
  }

  /**
   * How finds grew with time and energy calls.
   *
   * @throws QuestionException if that was not recorded
   */
  public Picture picture() {
    if (discovery.points().isEmpty()) {
      throw QuestionException.failed(
          landscape, " has no record of how finds grew: it was not explored by this Tarn");
    }
    return DiscoveryPicture.of(landscape, discovery);
  }

  @Override
  public NamedValues values() {
    NamedValues values =
        NamedValues.empty()
            .put("landscape", landscape)
            .put("minima", minima)
            .put("transitionStates", transitionStates)
            .putAll(CoverageValues.of(minimaCoverage, transitionStateCoverage))
            .put("discovery", discovery.points().stream().map(CoverageAnswer::values).toList());
    comparison.ifPresent(c -> addTo(values, c));
    return values;
  }

  private static NamedValues values(DiscoveryCurve.Point point) {
    return NamedValues.empty()
        .put("searches", point.searches())
        .put("energyCalls", point.energyCalls())
        .put("seconds", point.seconds())
        .put("minima", point.minima())
        .put("transitionStates", point.transitionStates());
  }

  private static void addTo(NamedValues values, Comparison c) {
    values
        .put("other", c.other)
        .put("both", of(c, PointMatching::size))
        .put("onlyHere", of(c, matching -> matching.onlyInFirst().size()))
        .put("onlyInOther", of(c, matching -> matching.onlyInSecond().size()))
        .put("estimatedTotal", of(c, PointMatching::estimatedTotal))
        .put("standardError", of(c, PointMatching::standardError))
        .put("extraHere", c.onlyHere.stream().map(Extra::values).toList())
        .put("extraInOther", c.onlyThere.stream().map(Extra::values).toList());
  }

  private static NamedValues of(Comparison c, Function<PointMatching, Number> quantity) {
    return CoverageValues.pair(quantity.apply(c.minima), quantity.apply(c.transitionStates));
  }
}
