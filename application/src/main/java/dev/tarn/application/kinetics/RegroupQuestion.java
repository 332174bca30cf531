package dev.tarn.application.kinetics;

import dev.tarn.analytics.grouping.BarrierThreshold;
import dev.tarn.analytics.grouping.FreeEnergyGroups;
import dev.tarn.application.LandscapeName;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import java.time.Clock;
import java.util.Optional;

/**
 * Minima joined by free-energy barriers up to a threshold, as a new landscape in the same store.
 *
 * @param threshold the temperature, and up to which barrier groups are joined
 * @param name name of the new landscape
 */
public record RegroupQuestion(BarrierThreshold threshold, String name)
    implements Question<RegroupAnswer> {
  private static final OptionName BARRIER = new OptionName("barrier");
  private static final OptionName TIME = new OptionName("time");

  /** Refuses a name that no landscape may have. */
  public RegroupQuestion {
    LandscapeName.checked(new OptionName("name"), name);
  }

  /**
   * As a person asks for it, by a barrier or by a time.
   *
   * @param barrier joins groups with free-energy barriers of at most that much both ways
   * @param time in place of a barrier: joins what interconverts, both ways, within that time
   */
  public static RegroupQuestion of(
      double temperature, Optional<Double> barrier, Optional<Double> time, String name) {
    if (barrier.isPresent() == time.isPresent()) {
      throw QuestionException.misuse(
          "expected ", BARRIER, " or ", TIME, ", found ", time.isPresent() ? "both" : "neither");
    }
    try {
      return new RegroupQuestion(
          barrier.isPresent()
              ? new BarrierThreshold(temperature, barrier.get())
              : BarrierThreshold.ofTimescale(temperature, time.get()),
          name);
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  @Override
  public RegroupAnswer answer(Subject subject) {
    LandscapeStore store = subject.stored().store();
    if (store.landscape(name).isPresent()) {
      throw LandscapeStoreException.nameTaken(name);
    }
    FreeEnergyGroups groups = FreeEnergyGroups.of(subject.network(), threshold);
    Landscape original = subject.landscape();
    store.create(
        new Landscape(
            name,
            original.potential(),
            groups.parameters(),
            0,
            0,
            original.energyUnit(),
            original.lengthUnit(),
            Landscape.CURRENT_SCHEMA_VERSION,
            Clock.systemUTC().instant()));
    try (LandscapeSink sink = store.openSink(name)) {
      sink.commit(LandscapeUpdate.of(groups.minima(), groups.transitionStates()));
    }
    return new RegroupAnswer(
        name,
        groups.minima().size(),
        groups.transitionStates().size(),
        original.name(),
        subject.network().nodeCount(),
        groups.rounds(),
        threshold);
  }
}
