package dev.tarn.potentials.lattices;

import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.FieldSymmetry;
import dev.tarn.potentials.symmetry.LatticeOperation;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The phi^4 model with nearest-neighbour coupling on a lattice, V = sum over sites x of (lambda /
 * 24) phi_x^4 - (mu^2 / 2) phi_x^2 + J / 4 sum over x and its neighbours y of (phi_x - phi_y)^2.
 *
 * <p>Every bond is counted from both ends, so dV/dphi_x = lambda / 6 phi_x^3 - mu^2 phi_x + J sum
 * over neighbours of (phi_x - phi_y). Up to a scale of the field and of the energy only J / mu^2
 * matters. Without coupling each site is -a, 0 or a with a^2 = 6 mu^2 / lambda: 3^N points. For J
 * >= 0 no stationary point has a |phi_x| above a, since the largest one is pulled inwards by its
 * neighbours.
 *
 * <p>Source: M. Kastner and D. Mehta, Phys. Rev. Lett. 107, 160602 (2011); D. Mehta, J. D.
 * Hauenstein and M. Kastner, Phys. Rev. E 85, 061103 (2012).
 */
public final class PhiFour implements ExactHessian {
  private final Lattice lattice;
  private final double coupling;
  private final double lambda;
  private final double muSquared;
  private final double bound;
  private final double[] bondSign;
  private final FieldSymmetry symmetry;

  /**
   * The model.
   *
   * @param lattice where the field lives
   * @param coupling J
   * @param lambda strength of the quartic term, positive
   * @param muSquared mu^2, negative for a single well
   * @param copies whether points that differ by an operation of the lattice or by sign are one
   */
  PhiFour(Lattice lattice, double coupling, double lambda, double muSquared, Copies copies) {
    this.lattice = lattice;
    this.coupling = coupling;
    this.lambda = lambda;
    this.muSquared = muSquared;
    // With J < 0 the 2 d neighbours of the largest |phi| pull it outwards by 4 d |J| at the most.
    double outwards = Math.max(0, -coupling) * 4 * lattice.shape.length;
    bound = Math.sqrt(6 * Math.max(0, muSquared + outwards) / lambda);
    bondSign = new double[lattice.from.length];
    for (int b = 0; b < bondSign.length; b++) {
      boolean turned = lattice.boundary == Lattice.Boundary.ANTIPERIODIC && lattice.crosses[b] >= 0;
      bondSign[b] = turned ? -1 : 1;
    }
    symmetry =
        copies == Copies.ALL
            ? new FieldSymmetry(List.of(lattice.identity()), "none")
            : new FieldSymmetry(latticeOperations(), "lattice operations x sign of the field");
  }

  /** The group under which this model does not change. */
  List<LatticeOperation> latticeOperations() {
    return lattice.fieldOperations();
  }

  @Override
  public int dimension() {
    return lattice.sites;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      double square = x[i] * x[i];
      energy += square * (lambda / 24 * square - 0.5 * muSquared);
      gradient[i] = x[i] * (lambda / 6 * square - muSquared);
    }
    for (int b = 0; b < bondSign.length; b++) {
      int i = lattice.from[b];
      int j = lattice.to[b];
      double difference = x[i] - bondSign[b] * x[j];
      energy += 0.5 * coupling * difference * difference;
      gradient[i] += coupling * difference;
      gradient[j] -= bondSign[b] * coupling * difference;
    }
    return energy;
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    int n = x.length;
    Arrays.fill(hessian, 0, n * n, 0);
    for (int i = 0; i < n; i++) {
      hessian[i * n + i] = 0.5 * lambda * x[i] * x[i] - muSquared;
    }
    for (int b = 0; b < bondSign.length; b++) {
      int i = lattice.from[b];
      int j = lattice.to[b];
      hessian[i * n + i] += coupling;
      hessian[j * n + j] += coupling;
      hessian[i * n + j] -= bondSign[b] * coupling;
      hessian[j * n + i] -= bondSign[b] * coupling;
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Every value is uniform, up to 1.2 times the largest that a stationary point can have.
   */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    double most = bound == 0 ? 1 : 1.2 * bound;
    for (int i = 0; i < x.length; i++) {
      x[i] = most * (2 * random.nextDouble() - 1);
    }
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  /** {@inheritDoc} Half the distance from the top between the two wells to their bottoms. */
  @Override
  public double lengthScale() {
    return bound == 0 ? 1 : 0.5 * bound;
  }

  /** {@inheritDoc} It goes to infinity in every direction. */
  @Override
  public OptionalInt eulerCharacteristic() {
    return OptionalInt.of(1);
  }

  /** {@inheritDoc} Bezout's bound for N cubic equations, reached at J = 0: 3^N. */
  @Override
  public OptionalDouble logStationaryPoints() {
    return OptionalDouble.of(lattice.sites * Math.log(3));
  }

  /** {@inheritDoc} Only the diagonal changes, by lambda phi_x for each unit of phi_x. */
  @Override
  public OptionalDouble hessianLipschitz(double[] x, double radius) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    return OptionalDouble.of(lambda * (largest + radius));
  }

  @Override
  public List<String> notes() {
    return lattice.doubleBondNotes();
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Double> COUPLING =
        Parameter.real("J", -1e6, 1e6, "coupling").orElse(0.2);
    private static final Parameter<Double> LAMBDA =
        Parameter.real("lambda", -1e6, 1e6, "strength of the quartic term, above 0").orElse(0.6);
    private static final Parameter<Double> MU_SQUARED =
        Parameter.real("mu2", -1e6, 1e6, "mu^2, depth of the double well").orElse(2.0);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.LATTICES,
          "phi4",
          "phi^4 model, lambda/24 phi^4 - mu2/2 phi^2 and J/4 (phi_x - phi_y)^2 to neighbours",
          LatticeParameters.SHAPE,
          LatticeParameters.BOUNDARY,
          COUPLING,
          LAMBDA,
          MU_SQUARED,
          LatticeParameters.COPIES);
    }

    @Override
    public Potential create(ParameterValues values) {
      Lattice lattice = LatticeParameters.lattice(values);
      double lambda = values.get(LAMBDA);
      if (!(lambda > 0)) {
        throw LAMBDA.refused(
            "expected lambda above 0, found "
                + lambda
                + ": without a positive quartic term the energy has no lower bound");
      }
      return new PhiFour(
          lattice,
          values.get(COUPLING),
          lambda,
          values.get(MU_SQUARED),
          LatticeParameters.copies(values, lattice));
    }
  }
}
