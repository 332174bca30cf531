package dev.tarn.explorer.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.InMemoryLandscapeStore;
import dev.tarn.landscape.LandscapeStore;
import dev.tarn.landscape.StationaryPoint;
import dev.tarn.potentials.DelegatingPotential;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of a potential does not depend on what stands before it. */
class DecoratedPotentialIT {

  /** Says that it costs more, and changes nothing else. */
  private static final class Expensive extends DelegatingPotential {
    private Expensive(Potential potential) {
      super(potential);
    }

    @Override
    public double operations() {
      return 1e4;
    }

    @Override
    public Potential forOneThread() {
      return new Expensive(potential().forOneThread());
    }
  }

  /** An estimate of the cost once changed the moves: failures went from 39 to 171. */
  @Test
  void anEstimateOfTheCostChangesNothingOfLj7() {
    PotentialSpecification plain =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 7));
    PotentialSpecification expensive =
        new PotentialSpecification(
            plain.name(), plain.parameters(), new Expensive(plain.potential()));
    LandscapeStore expected = new InMemoryLandscapeStore();
    LandscapeStore found = new InMemoryLandscapeStore();
    ExplorationReport first = explore(expected, plain);
    ExplorationReport second = explore(found, expensive);
    assertThat(second.failures()).isEqualTo(first.failures());
    assertThat(second.progress().energyCalls()).isEqualTo(first.progress().energyCalls());
    assertThat(points(found)).hasSizeGreaterThan(15).containsExactlyElementsOf(points(expected));
  }

  private static ExplorationReport explore(LandscapeStore store, PotentialSpecification potential) {
    return new Exploration(
            store,
            ExplorationSettings.of("x", potential),
            new RunRecord("", "test"),
            Clock.systemUTC())
        .run(RunListener.none(), () -> false);
  }

  /** Ids, hits, and energies and coordinates to the last bit. */
  private static List<String> points(LandscapeStore store) {
    List<String> points = new ArrayList<>();
    store.forEachMinimum("x", m -> points.add("minimum " + m.hits() + told(m)));
    store.forEachTransitionState("x", t -> points.add("saddle " + t.hits() + told(t)));
    store.forEachStationaryPoint("x", p -> points.add("other " + told(p)));
    return points;
  }

  private static String told(StationaryPoint point) {
    StringBuilder told = new StringBuilder(" " + point.id() + " " + point.energy());
    for (double t : point.coordinates()) {
      told.append(' ').append(t);
    }
    return told.toString();
  }
}
