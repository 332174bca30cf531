package dev.tarn.explorer.potential;

import dev.tarn.landscape.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes the models on lattices from parameters of the catalogue, and says what is wrong there. */
public final class LatticeModels {
  /** A Hessian of this many rows takes 800 MB. */
  public static final int MOST_SITES = 10_000;

  /** Numbers in a table of all operations of a lattice; this many take about 300 MB. */
  private static final long MOST_OPERATIONS_TIMES_SITES = 15_000_000;

  private LatticeModels() {}

  /** The XY model of the parameters named in the catalogue. */
  public static Potential xy(Map<String, Object> parameters) {
    Lattice lattice = lattice("xy", parameters);
    double flux = real(parameters, "flux");
    if (lattice.boundary == Lattice.Boundary.FREE && flux != 0) {
      throw new IllegalArgumentException(
          "potential xy: a flux needs a boundary to cross: expected boundary periodic or"
              + " antiperiodic, found free with flux "
              + flux);
    }
    double first = flux + (lattice.boundary == Lattice.Boundary.ANTIPERIODIC ? Math.PI : 0);
    for (int axis = 0; axis < lattice.shape.length; axis++) {
      double twist = axis == 0 ? first : first - flux;
      if (lattice.boundary != Lattice.Boundary.FREE
          && lattice.shape[axis] == 2
          && Math.abs(Math.IEEEremainder(twist - Math.PI, 2 * Math.PI)) < 1e-12) {
        throw new IllegalArgumentException(
            "potential xy: shape "
                + Arrays.toString(lattice.shape)
                + ": the two bonds of an axis of 2 sites cancel when spins are turned by pi across"
                + " the boundary; expected at least 3 sites there");
      }
    }
    return new XyModel(lattice, flux, copies("xy", parameters, lattice));
  }

  /** The phi^4 model of the parameters named in the catalogue. */
  public static Potential phiFour(Map<String, Object> parameters) {
    Lattice lattice = lattice("phi4", parameters);
    double lambda = real(parameters, "lambda");
    if (!(lambda > 0)) {
      throw new IllegalArgumentException(
          "potential phi4: expected lambda above 0, found "
              + lambda
              + ": without a positive quartic term the energy has no lower bound");
    }
    return new PhiFour(
        lattice,
        real(parameters, "J"),
        lambda,
        real(parameters, "mu2"),
        copies("phi4", parameters, lattice));
  }

  private static double real(Map<String, Object> parameters, String name) {
    return parameters.get(name) instanceof Double value ? value : Double.NaN;
  }

  private static Lattice lattice(String potential, Map<String, Object> parameters) {
    int[] shape =
        parameters.get("shape") instanceof List<?> list
            ? list.stream()
                .mapToInt(v -> v instanceof Long extent ? (int) (long) extent : 0)
                .toArray()
            : new int[0];
    if (shape.length > 4) {
      throw new IllegalArgumentException(
          "potential "
              + potential
              + ": expected a shape of 1 to 4 axes, found "
              + Arrays.toString(shape));
    }
    long sites = 1;
    for (int extent : shape) {
      sites *= extent;
    }
    if (sites > MOST_SITES) {
      throw new IllegalArgumentException(
          "potential "
              + potential
              + ": expected a shape of at most "
              + MOST_SITES
              + " sites, found "
              + Arrays.toString(shape)
              + ", which has "
              + sites);
    }
    return new Lattice(shape, word(potential, parameters, "boundary", Lattice.Boundary.values()));
  }

  private static Copies copies(String potential, Map<String, Object> parameters, Lattice lattice) {
    Copies copies = word(potential, parameters, "copies", Copies.values());
    if (copies == Copies.ONE
        && 2 * lattice.symmetries() * lattice.sites > MOST_OPERATIONS_TIMES_SITES) {
      throw new IllegalArgumentException(
          "potential "
              + potential
              + ": copies: one needs a table of "
              + 2 * lattice.symmetries()
              + " operations on "
              + lattice.sites
              + " sites, more than memory should be given for; expected a smaller lattice or"
              + " copies: all");
    }
    return copies;
  }

  /** The constant that a parameter names in lower case. */
  public static <E extends Enum<E>> E word(
      String potential, Map<String, Object> parameters, String name, E[] constants) {
    String text = String.valueOf(parameters.get(name));
    List<String> words =
        Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList();
    int at = words.indexOf(text);
    if (at < 0) {
      throw new IllegalArgumentException(
          "potential "
              + potential
              + ": expected "
              + String.join(" or ", words)
              + " for "
              + name
              + ", found "
              + text
              + NearestName.suggestion(text, words));
    }
    return constants[at];
  }
}
