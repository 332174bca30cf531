package dev.tarn.application.contents;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.graphstore.schema.ParametersJson;
import dev.tarn.landscape.Coverage;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Run;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a landscape: how many points, and the lowest of them.
 *
 * @param landscape the landscape as a whole
 * @param counts how many points of each kind
 * @param connectedComponents number of connected components
 * @param largestComponent number of minima in the largest of them
 * @param loops number of degenerate rearrangements
 * @param minimaCoverage how much of the minima has been found
 * @param transitionStateCoverage how much of the transition states has been found
 * @param minima number of minima that could be listed
 * @param lowest the lowest of them, by energy
 * @param lastRun the newest run; empty for what was imported
 */
public record ShowAnswer(
    Landscape landscape,
    LandscapeCounts counts,
    int connectedComponents,
    int largestComponent,
    long loops,
    Coverage minimaCoverage,
    Coverage transitionStateCoverage,
    int minima,
    List<MinimumRow> lowest,
    Optional<Run> lastRun)
    implements Answer {

  /**
   * A minimum.
   *
   * @param minimum its id
   * @param energy its energy
   * @param symmetryOrder order of its point group
   * @param transitionStates number of transition states at it
   * @param component number of its connected component, from 1 for the largest
   */
  public record MinimumRow(
      long minimum, double energy, long symmetryOrder, long transitionStates, long component) {}

  /** The global minimum. */
  public Optional<MinimumRow> globalMinimum() {
    return lowest.stream().findFirst();
  }

  @Override
  public NamedValues values() {
    return NamedValues.empty()
        .put("landscape", landscape.name())
        .put("minima", counts.minima())
        .put("transitionStates", counts.transitionStates())
        .put("stationaryPoints", counts.stationaryPoints())
        .put("connectedComponents", connectedComponents)
        .put("globalMinimum", globalMinimum().map(MinimumRow::energy))
        .put("globalMinimumId", globalMinimum().map(MinimumRow::minimum))
        .putAll(CoverageValues.of(minimaCoverage, transitionStateCoverage))
        .put("energyUnit", landscape.energyUnit())
        .put("potential", landscape.potential())
        .put("parameters", ParametersJson.encode(landscape.parameters()))
        .put("energies", lowest.stream().map(MinimumRow::energy).toList())
        .put("ids", lowest.stream().map(MinimumRow::minimum).toList())
        .put("symmetryOrders", lowest.stream().map(MinimumRow::symmetryOrder).toList())
        .withRows(() -> NamedValues.ofRecords(lowest));
  }
}
