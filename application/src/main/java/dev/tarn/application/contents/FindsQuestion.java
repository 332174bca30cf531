package dev.tarn.application.contents;

import dev.tarn.application.Question;
import dev.tarn.application.RowsAnswer;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of a landscape has been found, estimated from how often each point was. */
public record FindsQuestion() implements Question<RowsAnswer<FindsQuestion.CoverageRow>> {

  /**
   * How much of one kind of point has been found; see {@link Coverage}.
   *
   * @param kind minimum or transitionState
   * @param found number that is known
   * @param hits how often searches ended at one
   * @param seenOnce how many of them were found exactly once
   * @param seenTwice exactly twice
   * @param coverage Good and Turing's probability that the next hit is of a known one; null without
   *     hits, as in what was imported
   * @param lowerLimit a lower limit of it at about 95 % confidence
   * @param unseenAtLeast Chao's lower bound of the number not yet seen
   */
  public record CoverageRow(
      String kind,
      long found,
      long hits,
      long seenOnce,
      long seenTwice,
      @Nullable Double coverage,
      double lowerLimit,
      double unseenAtLeast) {}

  @Override
  public RowsAnswer<CoverageRow> answer(Subject subject) {
    Network network = subject.network();
    return new RowsAnswer<>(
        subject.name(),
        "finds",
        List.of(
            row("minimum", network.nodeCount(), network.minimaCoverage()),
            row("transitionState", network.edgeCount(), network.transitionStateCoverage())));
  }

  private static CoverageRow row(String kind, long found, Coverage coverage) {
    return new CoverageRow(
        kind,
        found,
        coverage.hits(),
        coverage.seenOnce(),
        coverage.seenTwice(),
        coverage.hits() == 0 ? null : coverage.goodTuring(),
        coverage.lowerLimit(),
        coverage.unseenLowerBound());
  }
}
