package dev.tarn.explorer.census;

import dev.tarn.explorer.run.SearchOutcome;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a census task found.
 *
 * @param finds points reached, in order
 * @param failures reasons for which searches ended without a point, with their numbers
 * @param gradients evaluations of the gradient
 * @param hessians evaluations of the Hessian
 * @param failure what the potential threw and where, which ended the task; empty if it did not
 */
record CensusOutcome(
    List<Find> finds, Map<String, Integer> failures, long gradients, long hessians, String failure)
    implements SearchOutcome {

  @Override
  public Optional<String> potentialFailure() {
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }

  /** A point that was reached. */
  sealed interface Find extends Serializable {}

  /** A point known when the round began, by its position. */
  record Known(int position) implements Find {}

  /** A point that was not; with the minima on the two sides of an index-1 point, or none. */
  record Fresh(CensusPoint point, List<Find> sides) implements Find {}
}
