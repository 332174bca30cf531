package dev.tarn.explorer.census;

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
 */
record CensusOutcome(List<Find> finds, Map<String, Integer> failures, long gradients, long hessians)
    implements Serializable {

  /** A point that was reached. */
  sealed interface Find extends Serializable {}

  /** A point known when the round began, by its position. */
  record Known(int position) implements Find {}

  /** A point that was not. */
  record Fresh(CensusPoint point, Optional<Sides> sides) implements Find {}

  /** The minima on the two sides of an index-1 point. */
  record Sides(Find one, Find two) implements Serializable {}
}
