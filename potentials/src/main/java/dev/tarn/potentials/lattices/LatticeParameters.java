package dev.tarn.potentials.lattices;

import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import java.util.Arrays;

/** The parameters that models on lattices share, and what is wrong with them together. */
final class LatticeParameters {
  /** A Hessian of this many rows takes 800 MB. */
  private static final int MOST_SITES = 10_000;

  /** Numbers in a table of all operations of a lattice; this many take about 300 MB. */
  private static final long MOST_OPERATIONS_TIMES_SITES = 15_000_000;

  static final Parameter<int[]> SHAPE =
      Parameter.integers("shape", 2, MOST_SITES, "sites along each axis, such as [4, 4]");
  static final Parameter<Lattice.Boundary> BOUNDARY =
      Parameter.word("boundary", Lattice.Boundary.PERIODIC, "periodic, antiperiodic or free");
  static final Parameter<Copies> COPIES =
      Parameter.word("copies", Copies.ALL, "all, or one of each orbit under the symmetry group");

  private LatticeParameters() {}

  static Lattice lattice(ParameterValues values) {
    int[] shape = values.get(SHAPE);
    if (shape.length > 4) {
      throw SHAPE.refused("expected a shape of 1 to 4 axes, found " + Arrays.toString(shape));
    }
    long sites = 1;
    for (int extent : shape) {
      sites *= extent;
    }
    if (sites > MOST_SITES) {
      throw SHAPE.refused(
          "expected a shape of at most "
              + MOST_SITES
              + " sites, found "
              + Arrays.toString(shape)
              + ", which has "
              + sites);
    }
    return new Lattice(shape, values.get(BOUNDARY));
  }

  static Copies copies(ParameterValues values, Lattice lattice) {
    Copies copies = values.get(COPIES);
    if (copies == Copies.ONE
        && 2 * lattice.symmetries() * lattice.sites > MOST_OPERATIONS_TIMES_SITES) {
      throw COPIES.refused(
          "copies: one needs a table of "
              + 2 * lattice.symmetries()
              + " operations on "
              + lattice.sites
              + " sites, more than memory should be given for; expected a smaller lattice or"
              + " copies: all");
    }
    return copies;
  }
}
