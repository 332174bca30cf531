package dev.tarn.graphstore.archive;

import dev.tarn.landscape.Landscape;
import java.util.List;
import java.util.Map;

/**
 * What an import brought in.
 *
 * @param landscape the new landscape
 * @param format the format it was read as
 * @param minima number of minima
 * @param transitionStates number of transition states
 * @param stationaryPoints number of unconnected stationary points
 * @param sets named sets of minima that came with the archive, such as A and B of PATHSAMPLE, by
 *     id; each array is the caller's to keep
 * @param notes remarks for the person, one line each, such as what was left out
 */
public record ImportSummary(
    Landscape landscape,
    ArchiveFormat format,
    long minima,
    long transitionStates,
    long stationaryPoints,
    Map<String, long[]> sets,
    List<String> notes) {

  public ImportSummary {
    sets = Map.copyOf(sets);
    notes = List.copyOf(notes);
  }
}
