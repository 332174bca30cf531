package dev.tarn.application.network;

import dev.tarn.analytics.network.Communities;
import dev.tarn.analytics.network.CommunityMethod;
import dev.tarn.analytics.network.EdgeWeighting;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.RowsAnswer;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Network;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The community that each minimum belongs to.
 *
 * @param method how communities are found
 * @param weighting what an edge counts
 * @param seed seed of everything random
 */
public record CommunitiesQuestion(CommunityMethod method, EdgeWeighting weighting, long seed)
    implements Question<RowsAnswer<CommunitiesQuestion.CommunityRow>> {

  /**
   * A minimum and its community.
   *
   * @param minimum its id
   * @param energy its energy
   * @param community number from 0, communities of the largest component by descending size, then
   *     every other component
   * @param size number of minima in it
   */
  public record CommunityRow(long minimum, double energy, long community, long size) {}

  /** The method of that name, such as {@code leiden}, which is the default. */
  public static CommunityMethod method(String name) {
    try {
      return CommunityMethod.of(name);
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  @Override
  public RowsAnswer<CommunityRow> answer(Subject subject) {
    Network network = subject.network();
    Communities found = Communities.find(network, method, weighting, OptionalDouble.empty(), seed);
    Map<Integer, Long> sizes =
        IntStream.range(0, network.nodeCount())
            .mapToObj(found::communityOf)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new RowsAnswer<>(
        subject.name(),
        "communities",
        IntStream.range(0, network.nodeCount())
            .mapToObj(
                node ->
                    new CommunityRow(
                        network.minimumId(node),
                        network.energy(node),
                        found.communityOf(node),
                        sizes.getOrDefault(found.communityOf(node), 0L)))
            .toList());
  }
}
