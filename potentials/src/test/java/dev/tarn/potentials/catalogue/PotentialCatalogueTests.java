package dev.tarn.potentials.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.potentials.Potential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PotentialCatalogueTests {

  @Test
  void defaultsAreFilledIn() {
    PotentialSpecification made =
        PotentialCatalogue.standard().create("lennard-jones", Map.of("atoms", 8));
    assertThat(made.parameters()).containsEntry("atoms", 8L).containsEntry("dimension", 3L);
    assertThat(made.potential().dimension()).isEqualTo(24);
  }

  @Test
  void everyKindCanBeMade() {
    for (PotentialKind kind : PotentialCatalogue.standard().kinds()) {
      Map<String, Object> given = new HashMap<>();
      for (Parameter<?> parameter : kind.parameters()) {
        if (parameter.fallback().isEmpty()) {
          given.put(parameter.name(), parameter.example());
        }
      }
      Potential made = PotentialCatalogue.standard().create(kind.name(), given).potential();
      assertThat(made.energy(new double[made.dimension()])).as(kind.name()).isNotNull();
    }
  }

  @Test
  void mistakesAreNamedInOneLine() {
    refused("lenard-jones", Map.of("atoms", 8), "did you mean lennard-jones?");
    refused("lennard-jones", Map.of("atom", 8), "did you mean atoms?");
    refused("lennard-jones", Map.of(), "expected atoms (number of atoms), found nothing");
    refused("lennard-jones", Map.of("atoms", 1), "expected atoms from 2 to 10000, found 1");
    refused("lennard-jones", Map.of("atoms", -3), "found -3");
    refused("lennard-jones", Map.of("atoms", 7.5), "expected a whole number for atoms, found 7.5");
    refused("lennard-jones", Map.of("atoms", "many"), "found many");
    refused("morse", Map.of("atoms", 5, "rho", Double.NaN), "found NaN");
    refused("morse", Map.of("atoms", 5, "rho", "6"), "expected a number for rho");
    refused("six-hump-camel", Map.of("humps", 6), "it has none");
    refused("nonlinear-regression", Map.of("truth", List.of(1, 2)), "expected 5 numbers");
    refused("nonlinear-regression", Map.of("data", "/no/such/file"), "cannot read data file");
  }

  @Test
  void mistakesInLatticesAreNamedInOneLine() {
    refused(
        "xy", Map.of(), "expected shape (sites along each axis, such as [4, 4]), found nothing");
    refused("xy", Map.of("shape", List.of(1)), "expected shape from 2 to 10000, found 1");
    refused("xy", Map.of("shape", List.of(4, 1)), "expected shape from 2 to 10000, found 1");
    refused("xy", Map.of("shape", List.of()), "expected a list of whole numbers for shape");
    refused("xy", Map.of("shape", List.of(4.5)), "expected a list of whole numbers for shape");
    refused("xy", Map.of("shape", "4x4"), "expected a list of whole numbers for shape, found 4x4");
    refused("xy", Map.of("shape", List.of(2, 2, 2, 2, 2)), "1 to 4 axes");
    refused("xy", Map.of("shape", List.of(200, 200)), "which has 40000");
    refused("xy", Map.of("shape", 4, "boundary", "periodical"), "did you mean periodic?");
    refused("xy", Map.of("shape", 4, "copies", "some"), "expected all or one for copies");
    refused("xy", Map.of("shape", 4, "boundary", "free", "flux", 1), "needs a boundary to cross");
    refused("xy", Map.of("shape", 2, "boundary", "antiperiodic"), "cancel");
    refused("xy", Map.of("shape", List.of(90, 90), "copies", "one"), "copies: one needs a table");
    refused("phi4", Map.of("shape", 4, "lambda", 0), "expected lambda above 0, found 0.0");
    refused("phi4", Map.of("shape", 4, "lambda", -0.6), "no lower bound");
    refused("phi4", Map.of("shape", 4, "mu", 2), "did you mean mu2?");
    refused("p-spin", Map.of("spins", 1), "expected spins from 2 to 10000, found 1");
    refused("p-spin", Map.of("spins", 9, "p", 5), "expected p from 2 to 4, found 5");
    refused("p-spin", Map.of("spins", 9, "p", 1), "expected p from 2 to 4, found 1");
    refused("p-spin", Map.of("spins", 1000), "1000 spins with p = 3 have 1.67e+08 couplings");
  }

  @Test
  void ringsSayWhereTheyHaveContinuousFamilies() {
    for (int sites = 3; sites <= 8; sites++) {
      assertThat(notes(sites, "periodic", 0)).as("%d periodic", sites).isEqualTo(sites % 4 == 0);
      assertThat(notes(sites, "antiperiodic", 0))
          .as("%d antiperiodic", sites)
          .isEqualTo(sites % 4 == 2);
      assertThat(notes(sites, "periodic", 0.7)).isFalse();
      assertThat(notes(sites, "free", 0)).isFalse();
    }
    assertThat(
            PotentialCatalogue.standard()
                .create("xy", Map.of("shape", List.of(3, 3)))
                .potential()
                .notes())
        .singleElement()
        .asString()
        .contains("3 x 3 periodic")
        .contains("continuous families");
  }

  @Test
  void oddCasesAreSaid() {
    assertThat(
            PotentialCatalogue.standard().create("p-spin", Map.of("spins", 2)).potential().notes())
        .containsExactly(
            "p = 3 is more than the number of spins, 2: every coupling has repeated indices");
    assertThat(
            PotentialCatalogue.standard().create("p-spin", Map.of("spins", 3)).potential().notes())
        .isEmpty();
    assertThat(
            PotentialCatalogue.standard()
                .create("phi4", Map.of("shape", List.of(2, 3)))
                .potential()
                .notes())
        .singleElement()
        .asString()
        .contains("joined by two bonds");
  }

  private static boolean notes(int sites, String boundary, double flux) {
    return !PotentialCatalogue.standard()
        .create("xy", Map.of("shape", sites, "boundary", boundary, "flux", flux))
        .potential()
        .notes()
        .isEmpty();
  }

  private static void refused(String name, Map<String, Object> given, String message) {
    assertThatThrownBy(() -> PotentialCatalogue.standard().create(name, given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }

  @Test
  void dataFilesAreReadAndTheirMistakesLocated(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("xy.txt");
    Files.writeString(file, "# x y\n0 0\n1, 0.5\n2 0.25\n3;1\n4 0\n5 0.1\n");
    assertThat(
            PotentialCatalogue.standard()
                .create("nonlinear-regression", Map.of("data", file.toString()))
                .potential()
                .energy(new double[5]))
        .isEqualTo(0.25 + 0.0625 + 1 + 0.010000000000000002);
    Files.writeString(file, "0 0\n1 zero\n");
    refused(
        "nonlinear-regression", Map.of("data", file.toString()), "line 2: expected two numbers");
    Files.writeString(file, "0 0\n1 1\n");
    refused("nonlinear-regression", Map.of("data", file.toString()), "at least 5 data points");
  }

  /** A potential of a person's own. */
  public static final class Bowl implements Potential {
    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public double energyAndGradient(double[] x, double[] g) {
      double sum = 0;
      for (int i = 0; i < 3; i++) {
        sum += x[i] * x[i];
        g[i] = 2 * x[i];
      }
      return sum;
    }

    @Override
    public void randomStart(RandomGenerator random, double[] x) {
      for (int i = 0; i < 3; i++) {
        x[i] = random.nextDouble();
      }
    }
  }

  @Test
  void ownClassesNeedThreeMethodsOnly() {
    Potential bowl = PotentialCatalogue.create(Bowl.class, Map.of()).potential();
    double[] h = new double[9];
    bowl.hessian(new double[] {1, 2, 3}, h);
    assertThat(h[0]).isCloseTo(2, org.assertj.core.api.Assertions.within(1e-8));
    assertThatThrownBy(() -> PotentialCatalogue.create(Bowl.class, Map.of("a", 1)))
        .hasMessageContaining("no public constructor that takes a Map");
    assertThatThrownBy(() -> PotentialCatalogue.create(String.class, Map.of()))
        .hasMessageContaining("expected an implementation of");
  }
}
