package dev.tarn.application.contents;

import dev.tarn.analytics.network.Components;
import dev.tarn.application.EnergyOrder;
import dev.tarn.application.Projection;
import dev.tarn.application.Question;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.Subject;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many points a landscape has, and its lowest minima.
 *
 * @param lowest how many of the minima to list
 */
public record ShowQuestion(int lowest) implements Question<ShowAnswer> {

  /** The lowest twenty. */
  public static final ShowQuestion DEFAULT = new ShowQuestion(20);

  /** All of them. */
  public static final ShowQuestion ALL = new ShowQuestion(Integer.MAX_VALUE);

  @Override
  public ShowAnswer answer(Subject subject) {
    StoredLandscape stored = subject.stored();
    Projection.Part part = subject.part();
    Network network = part.network();
    LandscapeCounts all = stored.store().counts(subject.name());
    Components components = Components.of(network);
    List<Run> runs = stored.store().runs(subject.name());
    return new ShowAnswer(
        subject.landscape(),
        part.projection().isWhole()
            ? all
            : new LandscapeCounts(network.nodeCount(), network.edgeCount(), all.stationaryPoints()),
        components.count(),
        components.count() == 0 ? 0 : components.size(0),
        IntStream.range(0, network.edgeCount()).filter(network::isLoop).count(),
        network.minimaCoverage(),
        network.transitionStateCoverage(),
        network.nodeCount(),
        Arrays.stream(EnergyOrder.of(network))
            .limit(lowest)
            .mapToObj(
                node ->
                    new ShowAnswer.MinimumRow(
                        network.minimumId(node),
                        network.energy(node),
                        network.symmetryOrder(node),
                        network.adjacency().degree(node),
                        components.componentOf(node) + 1))
            .toList(),
        runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1)));
  }
}
