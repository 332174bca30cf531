package dev.tarn.application.paths;

import dev.tarn.analytics.paths.EnergyProfile;
import dev.tarn.analytics.paths.Pathway;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.landscape.Landscape;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Paths between two sets of minima.
 *
 * @param landscape what is known of the landscape as a whole
 * @param from where they start, as it was asked
 * @param to where they arrive
 * @param paths kind by kind, best first
 */
public record PathAnswer(Landscape landscape, String from, String to, List<Pathway> paths)
    implements Answer {

  /** The energy profiles. */
  public Picture picture() {
    return EnergyProfile.of(paths, landscape.name(), landscape.energyUnit());
  }

  /** {@inheritDoc} The place of {@code file} is kept for a drawing. */
  @Override
  public NamedValues values() {
    return NamedValues.empty()
        .put("landscape", landscape.name())
        .put("file", null)
        .put("from", from)
        .put("to", to)
        .put("paths", paths.stream().map(PathAnswer::values).toList())
        .withRows(() -> paths.stream().flatMap(PathAnswer::rows).toList());
  }

  private static String word(Pathway path) {
    return path.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static NamedValues values(Pathway path) {
    return NamedValues.empty()
        .put("kind", word(path))
        .put("rank", path.rank())
        .put("steps", path.steps())
        .put("highest", path.highest())
        .put("barrier", path.barrier())
        .put("cost", path.cost())
        .put("minima", path.minima())
        .put("transitionStates", path.transitionStates())
        .put("minimumEnergies", path.minimumEnergies())
        .put("transitionStateEnergies", path.transitionStateEnergies());
  }

  /** A row for each minimum, with the transition state that leads on from it. */
  private static Stream<NamedValues> rows(Pathway path) {
    return IntStream.rangeClosed(0, path.steps())
        .mapToObj(
            k ->
                NamedValues.empty()
                    .put("kind", word(path))
                    .put("rank", path.rank())
                    .put("step", k)
                    .put("minimum", path.minima().get(k))
                    .put("energy", path.minimumEnergies().get(k))
                    .put(
                        "transitionState", k < path.steps() ? path.transitionStates().get(k) : null)
                    .put(
                        "transitionStateEnergy",
                        k < path.steps() ? path.transitionStateEnergies().get(k) : null));
  }
}
