package dev.tarn.potentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.clusters.BinaryLennardJones;
import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.clusters.Morse;
import dev.tarn.potentials.clusters.TriatomicAxilrodTeller;
import dev.tarn.potentials.surfaces.MuellerBrown;
import dev.tarn.potentials.surfaces.NonlinearRegression;
import dev.tarn.potentials.surfaces.SixHumpCamel;
import dev.tarn.potentials.surfaces.ThreeHumpCamel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The potentials that come with this module. */
class PotentialContractTests extends PotentialContract {

  @Override
  protected Stream<Potential> potentials() {
    return List.of(
        new LennardJones(2, 3),
        new LennardJones(7, 3),
        new LennardJones(13, 3),
        new LennardJones(6, 2),
        new Morse(5, 3, 3),
        new Morse(7, 14, 3),
        new Morse(6, 6, 2),
        new TriatomicAxilrodTeller(2),
        new TriatomicAxilrodTeller(0),
        mixture(8, 6, 0.4, 1.1),
        mixture(20, 16, 0.6, 1.5),
        mixture(6, 6, 0.5, 1),
        new MuellerBrown(),
        new SixHumpCamel(),
        new ThreeHumpCamel(),
        NonlinearRegression.synthetic(40, 0.02, new double[] {0.1, 2.13, 0, 1.34, 0}, 7, 6),
        made("xy", Map.of("shape", List.of(5))),
        made("xy", Map.of("shape", List.of(6), "flux", 0.7, "copies", "one")),
        made("xy", Map.of("shape", List.of(2, 3), "copies", "one")),
        made("xy", Map.of("shape", List.of(3, 3), "boundary", "antiperiodic", "copies", "one")),
        made("xy", Map.of("shape", List.of(3, 2, 2), "boundary", "free", "copies", "one")),
        made("phi4", Map.of("shape", List.of(3, 3))),
        made("phi4", Map.of("shape", List.of(2, 3), "J", -0.4, "copies", "one")),
        made("phi4", Map.of("shape", 5, "mu2", -1, "boundary", "antiperiodic", "copies", "one")),
        made("p-spin", Map.of("spins", 9, "p", 2)),
        made("p-spin", Map.of("spins", 8)),
        made("p-spin", Map.of("spins", 2)),
        made("p-spin", Map.of("spins", 6, "p", 4, "copies", "one")),
        made("thomson", Map.of("points", 2)),
        made("thomson", Map.of("points", 7)))
        .stream();
  }

  @Test
  void noPotentialOfTheCatalogueIsLeftOut() {
    Set<Class<?>> tested = potentials().map(Potential::getClass).collect(Collectors.toSet());
    for (PotentialKind kind : PotentialCatalogue.standard().kinds()) {
      assertThat(tested).contains(kind.getClass().getEnclosingClass());
    }
  }

  private static Potential mixture(int atoms, int large, double density, double cutoff) {
    return new BinaryLennardJones(
        atoms,
        large,
        BinaryLennardJones.edge(atoms, density),
        cutoff,
        BinaryLennardJones.Interaction.KOB_ANDERSEN);
  }
}
