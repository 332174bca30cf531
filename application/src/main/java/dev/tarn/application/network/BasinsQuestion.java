package dev.tarn.application.network;

import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.application.Question;
import dev.tarn.application.RowsAnswer;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Monotonic sequence basins: where the steepest downhill sequences end, lowest first. */
public record BasinsQuestion() implements Question<RowsAnswer<BasinsQuestion.BasinRow>> {

  /**
   * A monotonic sequence basin.
   *
   * @param bottom id of the minimum at its bottom
   * @param energy energy of that
   * @param size number of minima in the basin
   * @param minima their ids
   */
  public record BasinRow(long bottom, double energy, long size, List<Long> minima) {}

  @Override
  public RowsAnswer<BasinRow> answer(Subject subject) {
    Network network = subject.network();
    MonotonicBasins basins = MonotonicBasins.of(network);
    Map<Integer, List<Long>> members =
        IntStream.range(0, network.nodeCount())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    basins::basinOf, Collectors.mapping(network::minimumId, Collectors.toList())));
    return new RowsAnswer<>(
        subject.name(),
        "basins",
        IntStream.range(0, basins.count())
            .mapToObj(
                basin ->
                    new BasinRow(
                        network.minimumId(basins.bottom(basin)),
                        network.energy(basins.bottom(basin)),
                        basins.size(basin),
                        members.getOrDefault(basin, List.of())))
            .toList());
  }
}
