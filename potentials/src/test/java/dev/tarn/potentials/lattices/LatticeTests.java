package dev.tarn.potentials.lattices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.potentials.catalogue.PotentialCatalogue;
import dev.tarn.potentials.symmetry.LatticeOperation;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LatticeTests {

  private static int[] shape(String text) {
    return java.util.Arrays.stream(text.split("x", -1)).mapToInt(Integer::parseInt).toArray();
  }

  private static Lattice lattice(String shape, String boundary) {
    return new Lattice(shape(shape), Lattice.Boundary.valueOf(boundary));
  }

  @ParameterizedTest
  @CsvSource({
    "5, PERIODIC, 5",
    "5, FREE, 4",
    "2, PERIODIC, 2",
    "2, FREE, 1",
    "3x3, PERIODIC, 18",
    "4x3, FREE, 17",
    "3x3x3, ANTIPERIODIC, 81",
  })
  void bondsJoinNearestNeighbours(String shape, String boundary, int bonds) {
    assertThat(lattice(shape, boundary).from).hasSize(bonds);
  }

  /**
   * Ring: N translations, a mirror, the sign. Square: 8 maps of the cell. Two sites of a ring are
   * exchanged by what also mirrors them.
   */
  @ParameterizedTest
  @CsvSource({
    "5, PERIODIC, 20", "6, ANTIPERIODIC, 24", "5, FREE, 4", "3x3, PERIODIC, 144",
    "4x4, ANTIPERIODIC, 256", "4x4, FREE, 16", "3x4, PERIODIC, 96", "3x4, FREE, 8",
    "3x3x3, PERIODIC, 2592", "2, FREE, 4", "2, PERIODIC, 4",
  })
  void fieldsHaveTheSymmetriesOfTheLatticeAndOfTheSign(String shape, String boundary, int order) {
    assertThat(lattice(shape, boundary).fieldOperations()).hasSize(order);
  }

  /** A flux has a direction: it keeps a mirror only together with a change of all signs. */
  @ParameterizedTest
  @CsvSource({
    "5, PERIODIC, 0, 20",
    "5, PERIODIC, 0.7, 10",
    "6, PERIODIC, 3.141592653589793, 24",
    "3x3, PERIODIC, 0, 144",
    "3x3, PERIODIC, 0.7, 36",
    "4x4, FREE, 0, 16",
    "2, FREE, 0, 2",
    "2, PERIODIC, 0, 2",
  })
  void spinsHaveTheSymmetriesThatKeepTheFlux(
      String shape, String boundary, double flux, int order) {
    Lattice lattice = lattice(shape, boundary);
    double[] twists = new double[lattice.shape.length];
    twists[0] = flux;
    assertThat(lattice.planarSpinOperations(twists)).hasSize(order);
  }

  static List<Map<String, Object>> parameters() {
    return List.of(
        Map.of("shape", 5),
        Map.of("shape", 6, "flux", 0.7),
        Map.of("shape", 6, "boundary", "antiperiodic"),
        Map.of("shape", 6, "boundary", "antiperiodic", "flux", 0.3),
        Map.of("shape", 7, "boundary", "free"),
        Map.of("shape", List.of(2, 3)),
        Map.of("shape", List.of(3, 3), "flux", 0.5),
        Map.of("shape", List.of(4, 4), "boundary", "antiperiodic"),
        Map.of("shape", List.of(3, 2, 2), "boundary", "free"));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void operationsOnSpinsKeepTheEnergy(Map<String, Object> parameters) {
    XyModel model = (XyModel) PotentialCatalogue.standard().create("xy", parameters).potential();
    SplittableRandom random = new SplittableRandom(5);
    double[] x = new double[model.dimension()];
    model.randomStart(random, x);
    double[] spins = new double[x.length + 1];
    System.arraycopy(x, 0, spins, 1, x.length);
    double energy = model.energy(x);
    for (LatticeOperation operation : model.latticeOperations()) {
      double[] image = operation.apply(spins);
      for (int i = 0; i < x.length; i++) {
        x[i] = image[i + 1] - image[0];
      }
      assertThat(model.energy(x)).isCloseTo(energy, within(1e-12 * energy));
    }
  }
}
