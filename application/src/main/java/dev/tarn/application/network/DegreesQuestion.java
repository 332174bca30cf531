package dev.tarn.application.network;

import dev.tarn.application.Question;
import dev.tarn.application.RowsAnswer;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Network;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How many neighbours each minimum has, best connected first. */
public record DegreesQuestion() implements Question<RowsAnswer<DegreesQuestion.DegreeRow>> {

  /**
   * A minimum and how well it is connected.
   *
   * @param minimum its id
   * @param energy its energy
   * @param degree number of distinct neighbours
   * @param transitionStates number of transition states at it, degenerate ones included once
   */
  public record DegreeRow(long minimum, double energy, long degree, long transitionStates) {}

  @Override
  public RowsAnswer<DegreeRow> answer(Subject subject) {
    Network network = subject.network();
    return new RowsAnswer<>(
        subject.name(),
        "degrees",
        IntStream.range(0, network.nodeCount())
            .mapToObj(
                node ->
                    new DegreeRow(
                        network.minimumId(node),
                        network.energy(node),
                        network.simpleAdjacency().degree(node),
                        network.adjacency().degree(node)))
            .sorted(Comparator.comparingLong(DegreeRow::degree).reversed())
            .toList());
  }
}
