package dev.tarn.application.contents;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.LandscapeStore;
import java.util.List;

/**
 * The landscapes of a store and how many points each has.
 *
 * @param entries by name
 */
public record StoreContents(List<Entry> entries) implements Answer {

  /** A landscape and how many points it has. */
  public record Entry(Landscape landscape, LandscapeCounts counts) {
    private NamedValues values() {
      return NamedValues.empty()
          .put("name", landscape.name())
          .put("potential", landscape.potential())
          .put("minima", counts.minima())
          .put("transitionStates", counts.transitionStates())
          .put("stationaryPoints", counts.stationaryPoints())
          .put("dimension", landscape.dimension())
          .put("energyUnit", landscape.energyUnit())
          .put("lengthUnit", landscape.lengthUnit())
          .put("createdAt", landscape.createdAt());
    }
  }

  /** What a store holds. */
  public static StoreContents of(LandscapeStore store) {
    return new StoreContents(
        store.landscapes().stream()
            .map(landscape -> new Entry(landscape, store.counts(landscape.name())))
            .toList());
  }

  @Override
  public NamedValues values() {
    List<NamedValues> rows = entries.stream().map(Entry::values).toList();
    return NamedValues.empty().put("landscapes", rows).withRows(rows);
  }
}
