package dev.tarn.learning.model;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialContract;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Losses as potentials. */
class LossContractTests extends PotentialContract {

  @Override
  protected Stream<Potential> potentials() {
    return List.of(
        made("neural-network", Map.of("data", "two-moons")),
        made("neural-network", Map.of("data", "spirals", "hidden", List.of(3, 2), "lambda", 0)),
        made("neural-network", Map.of("data", "checkerboard", "hidden", 4, "output", "sigmoid")),
        made("logistic-regression", Map.of("data", "two-moons", "regularise", "weights")))
        .stream();
  }
}
