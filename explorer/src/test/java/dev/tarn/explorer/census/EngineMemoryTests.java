package dev.tarn.explorer.census;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.explorer.exploration.ExplorationSettings.Tolerance;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An engine remembers nothing from task to task, or threads would change the result. */
class EngineMemoryTests {

  @ParameterizedTest
  @EnumSource
  void anEngineThatHasWorkedFindsWhatAFreshOneFinds(CensusMethod method) {
    PotentialSpecification cluster =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 7));
    CensusWork work = new CensusWork(cluster, Tolerance.DEFAULT, 0.2, true);
    CensusPoints known = new CensusPoints(cluster.potential().symmetry(), Tolerance.DEFAULT, 1, 21);
    CensusEngine worked = new CensusEngine(work, () -> false);
    for (long seed = 12; seed <= 18; seed++) {
      for (int index : new int[] {-1, 1, 3, 7}) {
        if (index < 0 && method == CensusMethod.EIGENVECTOR_FOLLOWING) {
          continue;
        }
        CensusTask task = CensusTask.fromAnywhere(seed, method, index);
        CensusOutcome fresh = new CensusEngine(work, () -> false).run(task, known).orElseThrow();
        assertThat(worked.run(task, known).orElseThrow())
            .as("seed %d index %d", seed, index)
            .usingRecursiveComparison()
            .withEqualsForType((a, b) -> Double.compare(a, b) == 0, Double.class)
            .isEqualTo(fresh);
      }
    }
  }
}
