package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.SearchOutcome;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.ReplicaState;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a search task found.
 *
 * @param minima minima (or flat points) in the order in which they were found
 * @param connections transition states with what lies on their sides
 * @param failures reasons for which parts of the search ended without a point, with their numbers
 * @param energyCalls energy evaluations
 * @param hessianCalls Hessian evaluations
 * @param replicas where the replica of a {@link ExplorationTask.Hopping} stands at its end; else
 *     empty
 * @param failure what the potential threw and where, which ended the task; empty if it did not
 */
public record ExplorationOutcome(
    List<FoundPoint> minima,
    List<Connection> connections,
    Map<String, Integer> failures,
    long energyCalls,
    long hessianCalls,
    List<ReplicaState> replicas,
    String failure)
    implements SearchOutcome {

  @Override
  public Optional<String> potentialFailure() {
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }

  /** A point that was found. */
  public sealed interface FoundPoint extends Serializable {}

  /** A point that was known at the start of the round, by its id. */
  public record Known(long id) implements FoundPoint {}

  /** A point that was not. */
  public record Fresh(VerifiedPoint point) implements FoundPoint {}

  /** A transition state; the sides of a known one are not followed again. */
  public sealed interface Connection extends Serializable {}

  /** A known transition state, by its id. */
  public record KnownConnection(long id) implements Connection {}

  /** A new transition state with the minima on its two sides. */
  public record FreshConnection(VerifiedPoint saddle, FoundPoint side, FoundPoint otherSide)
      implements Connection {}

  /** A known point that is no transition state between two minima, by its id. */
  public record KnownUnconnected(long id) implements FoundPoint, Connection {}

  /** A saddle or flat point of which at least one side leads to no minimum of the landscape. */
  public record UnconnectedSaddle(VerifiedPoint saddle, String reason) implements Connection {}
}
