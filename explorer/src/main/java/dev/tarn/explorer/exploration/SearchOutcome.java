package dev.tarn.explorer.exploration;

import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.ChainState;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What a search task found.
 *
 * @param minima minima (or flat points) in the order in which they were found
 * @param connections transition states with what lies on their sides
 * @param failures reasons for which parts of the search ended without a point, with their numbers
 * @param energyCalls energy evaluations
 * @param hessianCalls Hessian evaluations
 * @param chains where the chain of a {@link SearchTask.Hopping} stands at its end; else empty
 * @param broken what the potential threw and where, which ended the task; empty if it did not
 */
public record SearchOutcome(
    List<Sighting> minima,
    List<Connection> connections,
    Map<String, Integer> failures,
    long energyCalls,
    long hessianCalls,
    List<ChainState> chains,
    List<String> broken)
    implements Serializable {

  /** A point that was found. */
  public sealed interface Sighting extends Serializable {}

  /** A point that was known at the start of the round, by its id. */
  public record Known(long id) implements Sighting {}

  /** A point that was not. */
  public record Fresh(VerifiedPoint point) implements Sighting {}

  /** A transition state; the sides of a known one are not followed again. */
  public sealed interface Connection extends Serializable {}

  /** A known transition state, by its id. */
  public record KnownConnection(long id) implements Connection {}

  /** A new transition state with the minima on its two sides. */
  public record FreshConnection(VerifiedPoint saddle, Sighting side, Sighting otherSide)
      implements Connection {}

  /** A known point that is no transition state between two minima, by its id. */
  public record KnownOther(long id) implements Sighting, Connection {}

  /** A saddle or flat point of which at least one side leads to no minimum of the landscape. */
  public record LooseSaddle(VerifiedPoint saddle, String reason) implements Connection {}
}
