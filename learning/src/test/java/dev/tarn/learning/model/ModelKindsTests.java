package dev.tarn.learning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.catalogue.PotentialSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models in the catalogue. */
class ModelKindsTests {

  @Test
  void theCatalogueListsThemLast() {
    List<String> names =
        PotentialCatalogue.standard().kinds().stream().map(PotentialKind::name).toList();
    assertThat(names).endsWith("thomson", "neural-network", "logistic-regression");
    for (PotentialKind kind : PotentialCatalogue.standard().kinds()) {
      Map<String, Object> given = new HashMap<>();
      kind.parameters().forEach(parameter -> given.put(parameter.name(), parameter.example()));
      Potential made = PotentialCatalogue.standard().create(kind.name(), given).potential();
      assertThat(made.dimension()).as(kind.name()).isPositive();
    }
  }

  @Test
  void modelsAreMadeAgainFromTheirCompleteParameters() {
    Map<String, Object> data = Map.of("generator", "checkerboard", "points", 80, "test", 0.25);
    for (Map<String, Object> given :
        List.<Map<String, Object>>of(
            Map.of("data", data, "hidden", List.of(4, 3), "regularise", "weights"),
            Map.of("data", data, "hidden", 5, "output", "sigmoid", "lambda", 0.01))) {
      PotentialSpecification first = PotentialCatalogue.standard().create("neural-network", given);
      PotentialSpecification again =
          PotentialCatalogue.standard().create("neural-network", first.parameters());
      assertThat(again.parameters()).isEqualTo(first.parameters());
      assertThat(again.parameters().toString()).isEqualTo(first.parameters().toString());
      double[] x = new double[first.potential().dimension()];
      first.potential().randomStart(new java.util.SplittableRandom(1), x);
      assertThat(again.potential().energy(x)).isEqualTo(first.potential().energy(x));
    }
    assertThat(
            PotentialCatalogue.standard()
                .create("logistic-regression", Map.of("data", "two-moons"))
                .potential()
                .dimension())
        .isEqualTo(6);
  }

  @Test
  void mistakesInModelsAreNamedInOneLine() {
    refused("neural-network", Map.of(), "expected data (CSV file, folder of images");
    refused("neural-network", Map.of("data", 3), "expected text or keys and values for data");
    refused("neural-network", Map.of("data", "spiral"), "did you mean spirals?");
    refused("neural-network", Map.of("data", "no/such.csv"), "no/such.csv");
    refused("neural-network", Map.of("data", "two-moons", "hidden", 0), "found 0");
    refused("neural-network", Map.of("data", "two-moons", "hidden", List.of()), "found []");
    refused("neural-network", Map.of("data", "two-moons", "lambda", -1), "expected lambda from 0");
    refused("neural-network", Map.of("data", "two-moons", "output", "relu"), "found relu");
    refused("neural-network", Map.of("data", "two-moons", "output", "linear"), "found classes");
    refused(
        "logistic-regression",
        Map.of("data", "two-moons", "regularise", "biases"),
        "expected all or weights for regularise");
  }

  private static void refused(String name, Map<String, Object> given, String message) {
    assertThatThrownBy(() -> PotentialCatalogue.standard().create(name, given))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message)
        .extracting(Throwable::getMessage)
        .asString()
        .doesNotContain("\n");
  }
}
