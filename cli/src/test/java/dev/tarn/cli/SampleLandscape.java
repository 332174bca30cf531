package dev.tarn.cli;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.TransitionState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A landscape drawn by hand: a deep funnel (1, 2, 3), a way over 4 to a shallow one (5, with a
 * degenerate rearrangement), and a minimum 6 that nothing leads to.
 *
 * <pre>
 *  -1.0                 ____5____
 *  -2.0         ___4___|         |
 *  -3.0    _3,2|_      4         |       (3: between 2 and 3; 2: at -3.2 between 1 and 3)
 *  -3.5   |      |               |    6
 *  -3.8  _1,6_   |               |       (6: at -3.5, parallel to 1)
 *  -4.0 |     |  3               |
 *  -4.2 |     |                  5       (7: loop of 5 at -2.5)
 *  -4.5 |     2
 *  -6.0 1
 * </pre>
 */
final class SampleLandscape {
  static final String NAME = "sample";

  private SampleLandscape() {}

  static void addTo(LandscapeStore store) {
    store.create(
        new Landscape(
            NAME,
            "lennard-jones",
            new TreeMap<>(Map.of("atoms", 5, "dimension", 3)),
            15,
            6,
            "epsilon",
            "sigma",
            Landscape.CURRENT_SCHEMA_VERSION,
            Instant.parse("2026-01-02T03:04:05Z")));
    List<Minimum> minima =
        List.of(
            Minimum.of(1, -6.0, 10.0, 2),
            Minimum.of(2, -4.5, 9.0, 1),
            Minimum.of(3, -4.0, 9.5, 1),
            Minimum.of(4, -3.0, 8.0, 1),
            Minimum.of(5, -4.2, 9.0, 1),
            Minimum.of(6, -3.5, 8.5, 1));
    List<TransitionState> transitionStates =
        List.of(
            transitionState(1, minima, 1, 2, -3.8),
            transitionState(2, minima, 1, 3, -3.2),
            transitionState(3, minima, 2, 3, -3.0),
            transitionState(4, minima, 3, 4, -2.0),
            transitionState(5, minima, 4, 5, -1.0),
            transitionState(6, minima, 1, 2, -3.5),
            transitionState(7, minima, 5, 5, -2.5));
    try (LandscapeSink sink = store.openSink(NAME)) {
      sink.commit(LandscapeUpdate.of(minima, transitionStates));
    }
  }

  private static TransitionState transitionState(
      long id, List<Minimum> minima, int end, int otherEnd, double energy) {
    return TransitionState.of(id, minima.get(end - 1), minima.get(otherEnd - 1), energy, 9.0, 1);
  }
}
