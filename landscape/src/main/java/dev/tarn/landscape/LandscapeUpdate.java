package dev.tarn.landscape;

import java.util.List;
import java.util.Optional;

/**
 * Changes to a landscape that are committed together or not at all, such as the finds of one round.
 *
 * <p>Points are written by their id: one that is there already is replaced, so the same update may
 * be applied twice. A transition state's ends must be in the store or in the same update.
 *
 * @param minima new or changed minima
 * @param transitionStates new or changed transition states; the ends of a known one never change
 * @param stationaryPoints new or changed unconnected points
 * @param minimumHits new totals for minima that changed in nothing else
 * @param transitionStateHits new totals for transition states that changed in nothing else
 * @param run the run's record, written over the former one of that id
 * @param checkpoint state from which the explorer goes on after this update; replaces the former
 *     one
 */
public record LandscapeUpdate(
    List<Minimum> minima,
    List<TransitionState> transitionStates,
    List<UnconnectedStationaryPoint> stationaryPoints,
    HitCounts minimumHits,
    HitCounts transitionStateHits,
    Optional<Run> run,
    Optional<Checkpoint> checkpoint) {

  public LandscapeUpdate {
    minima = List.copyOf(minima);
    transitionStates = List.copyOf(transitionStates);
    stationaryPoints = List.copyOf(stationaryPoints);
  }

  /** An update of minima and transition states only, as imports write them. */
  public static LandscapeUpdate of(List<Minimum> minima, List<TransitionState> transitionStates) {
    return new LandscapeUpdate(
        minima,
        transitionStates,
        List.of(),
        HitCounts.NONE,
        HitCounts.NONE,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * Totals of hits by id.
   *
   * @param ids ids of known points; not copied
   * @param hits as long as {@code ids}; not copied
   */
  public record HitCounts(long[] ids, long[] hits) {
    /** No changes. */
    public static final HitCounts NONE = new HitCounts(new long[0], new long[0]);

    public HitCounts {
      if (ids.length != hits.length) {
        throw new IllegalArgumentException(
            "expected as many hits as ids, found " + hits.length + " and " + ids.length);
      }
    }
  }
}
