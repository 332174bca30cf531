package dev.tarn.application.network;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.CommunityMethod;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.application.Question;
import dev.tarn.application.Subject;
import java.util.OptionalDouble;

/**
 * The community that each minimum belongs to.
 *
 * @param method name of the method, such as {@code leiden}
 * @param weighting what an edge counts
 * @param seed seed of everything random
 */
public record CommunitiesQuestion(String method, EdgeWeighting weighting, long seed)
    implements Question<Communities> {

  @Override
  public Communities answer(Subject subject) {
    return Communities.find(
        subject.network(), CommunityMethod.of(method), weighting, OptionalDouble.empty(), seed);
  }
}
