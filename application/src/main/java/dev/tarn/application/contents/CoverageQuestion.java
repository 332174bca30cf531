package dev.tarn.application.contents;

import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.StoredPotential;
import dev.tarn.application.Subject;
import dev.tarn.application.contents.CoverageAnswer.Comparison;
import dev.tarn.application.contents.CoverageAnswer.Extra;
import dev.tarn.explorer.exploration.DiscoveryCurve;
import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.explorer.exploration.Reverification;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.symmetry.PointMatching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of a landscape is known: by hits, by growth, and beside another sample of it.
 *
 * @param other another sample of the same landscape
 * @param verify whether to converge the points that only one has once more
 */
public record CoverageQuestion(Optional<StoredLandscape> other, boolean verify)
    implements Question<CoverageAnswer> {
  /** A database of others may be less well converged than ours. */
  private static final double ENERGY_OF_OTHERS = 1e-5;

  private static final double MOMENTS_OF_OTHERS = 1e-3;

  /** The points of a sample. */
  private record Sample(
      String name, List<StationaryPoint> minima, List<StationaryPoint> transitionStates) {
    static Sample of(StoredLandscape landscape) {
      LandscapeStore store = landscape.store();
      Sample sample =
          new Sample(landscape.landscape().name(), new ArrayList<>(), new ArrayList<>());
      store.forEachMinimum(sample.name, sample.minima::add);
      store.forEachTransitionState(sample.name, sample.transitionStates::add);
      return sample;
    }
  }

  @Override
  public CoverageAnswer answer(Subject subject) {
    Network network = subject.part().network();
    return new CoverageAnswer(
        subject.name(),
        network.nodeCount(),
        network.edgeCount(),
        network.minimaCoverage(),
        network.transitionStateCoverage(),
        subject
            .stored()
            .store()
            .checkpoint(subject.name())
            .map(DiscoveryCurve::of)
            .orElseGet(() -> new DiscoveryCurve(List.of())),
        other.map(there -> compare(subject.stored(), there)));
  }

  private Comparison compare(StoredLandscape here, StoredLandscape there) {
    Optional<Potential> potential = StoredPotential.of(here.landscape());
    Sample first = Sample.of(here);
    Sample second = Sample.of(there);
    PointMatching minima = match(potential, first, first.minima, second, second.minima);
    PointMatching saddles =
        match(potential, first, first.transitionStates, second, second.transitionStates);
    return new Comparison(
        second.name,
        minima,
        saddles,
        Stream.concat(
                extras(minima.onlyInFirst(), first.minima, potential),
                extras(saddles.onlyInFirst(), first.transitionStates, potential))
            .toList(),
        Stream.concat(
                extras(minima.onlyInSecond(), second.minima, potential),
                extras(saddles.onlyInSecond(), second.transitionStates, potential))
            .toList());
  }

  private static PointMatching match(
      Optional<Potential> potential,
      Sample one,
      List<StationaryPoint> first,
      Sample other,
      List<StationaryPoint> second) {
    if (potential.isPresent() && hasCoordinates(first) && hasCoordinates(second)) {
      Potential p = potential.get();
      return PointMatching.byIdentity(
          first,
          second,
          p.symmetry(),
          Tolerance.DEFAULT.energy(),
          Tolerance.DEFAULT.distance() * p.lengthScale());
    }
    if (first.stream().allMatch(PointMatching::hasMoments)
        && second.stream().allMatch(PointMatching::hasMoments)) {
      return PointMatching.byMoments(first, second, ENERGY_OF_OTHERS, MOMENTS_OF_OTHERS);
    }
    throw QuestionException.failed(
        "cannot compare "
            + one.name
            + " with "
            + other.name
            + ": expected coordinates or moments of inertia of every point in both");
  }

  private static boolean hasCoordinates(List<StationaryPoint> points) {
    return points.stream().allMatch(p -> p.coordinates().length > 0);
  }

  private Stream<Extra> extras(
      List<Integer> positions, List<StationaryPoint> points, Optional<Potential> potential) {
    return positions.stream()
        .map(points::get)
        .map(
            point ->
                new Extra(
                    point,
                    potential
                        .filter(p -> verify && point.coordinates().length > 0)
                        .map(p -> Reverification.of(p, point))));
  }
}
