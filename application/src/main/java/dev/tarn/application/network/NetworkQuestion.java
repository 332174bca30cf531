package dev.tarn.application.network;

import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures of a landscape as a network.
 *
 * @param seed seed of everything random
 * @param bootstraps synthetic samples behind the power law's p-value; 0 for none
 * @param weighting what an edge counts for communities
 * @param temperature temperature of the communities' times; none if empty
 */
public record NetworkQuestion(
    long seed, int bootstraps, EdgeWeighting weighting, Optional<Double> temperature)
    implements Question<NetworkAnswer> {

  private static final NetworkAnalysis.Options DEFAULTS = NetworkAnalysis.Options.DEFAULT;

  /** Seed unless another is given. */
  public static final long SEED = 1;

  /** Synthetic samples unless another number is given. */
  public static final int BOOTSTRAPS = 1000;

  /** Everything that needs no temperature. */
  public static final NetworkQuestion DEFAULT =
      new NetworkQuestion(SEED, BOOTSTRAPS, new EdgeWeighting.Unweighted(), Optional.empty());

  /** Refuses a negative number of samples. */
  public NetworkQuestion {
    try {
      NetworkAnalysis.Options unused = options(seed, bootstraps, weighting, temperature);
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  private static NetworkAnalysis.Options options(
      long seed, int bootstraps, EdgeWeighting weighting, Optional<Double> temperature) {
    return new NetworkAnalysis.Options(
        seed,
        bootstraps,
        DEFAULTS.randomGraphs(),
        DEFAULTS.hubs(),
        weighting,
        temperature.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
  }

  @Override
  public NetworkAnswer answer(Subject subject) {
    return new NetworkAnswer(
        subject,
        NetworkAnalysis.analyse(
            subject.network(), options(seed, bootstraps, weighting, temperature)));
  }
}
