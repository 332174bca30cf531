package dev.tarn.potentials.lattices;

import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.LatticeOperation;
import dev.tarn.potentials.symmetry.PlanarSpinSymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The XY model: planar spins on a lattice, V = sum over bonds of 1 - cos(theta_j - theta_i).
 *
 * <p>Coordinates are the angles of spins 1, 2, … in radians, modulo 2 pi and kept in (-pi, pi];
 * spin 0 is held at zero, which takes the global rotation out. Across an antiperiodic boundary
 * spins are turned by pi (a flux of pi, not the theta -> -theta of lattice gauge fixing); a further
 * flux may be put through the first axis.
 *
 * <p>On a ring every bond has the same sine, so the stationary points are known: k bonds at pi - a
 * and N - k at a, with (N - 2 k) a = flux - k pi modulo 2 pi. They are isolated unless 2 k = N and
 * the right-hand side vanishes; then a is free, and the whole curve is stationary and singular. In
 * two and more dimensions there are such families as well. They have Hessian eigenvalues that
 * vanish without a symmetry behind them, and by these they are told from isolated points.
 *
 * <p>Source: R. Nerattini, M. Kastner, D. Mehta and L. Casetti, Phys. Rev. E 87, 032140 (2013);
 * twists and the ring: D. Mehta and M. Kastner, Ann. Phys. 326, 1425 (2011).
 */
public final class XyModel implements ExactHessian {
  private final Lattice lattice;
  private final double[] twists;
  private final double[] bondTwist;
  private final PlanarSpinSymmetry symmetry;

  /**
   * The model.
   *
   * @param lattice where the spins are
   * @param flux angle added across the boundary of the first axis
   * @param copies whether points that differ by an operation of the lattice are one
   */
  XyModel(Lattice lattice, double flux, Copies copies) {
    this.lattice = lattice;
    twists = new double[lattice.shape.length];
    Arrays.fill(twists, lattice.boundary == Lattice.Boundary.ANTIPERIODIC ? Math.PI : 0);
    twists[0] += flux;
    bondTwist = new double[lattice.from.length];
    for (int b = 0; b < bondTwist.length; b++) {
      bondTwist[b] = lattice.crosses[b] < 0 ? 0 : twists[lattice.crosses[b]];
    }
    symmetry =
        copies == Copies.ALL
            ? symmetry(List.of(lattice.identity()), "angles modulo 2 pi")
            : symmetry(
                latticeOperations(),
                "angles modulo 2 pi x lattice operations x reversal of all angles");
  }

  /** The group under which this model does not change. */
  List<LatticeOperation> latticeOperations() {
    return lattice.planarSpinOperations(twists);
  }

  private PlanarSpinSymmetry symmetry(List<LatticeOperation> operations, String description) {
    return new PlanarSpinSymmetry(operations, lattice.from, lattice.to, bondTwist, description);
  }

  @Override
  public int dimension() {
    return lattice.sites - 1;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    Arrays.fill(gradient, 0, x.length, 0);
    double energy = 0;
    for (int b = 0; b < bondTwist.length; b++) {
      // Spin 0, coordinate -1, is the one at rest.
      int i = lattice.from[b] - 1;
      int j = lattice.to[b] - 1;
      double angle = (j < 0 ? 0 : x[j]) + bondTwist[b] - (i < 0 ? 0 : x[i]);
      double sine = Math.sin(angle);
      energy += 1 - Math.cos(angle);
      if (i >= 0) {
        gradient[i] -= sine;
      }
      if (j >= 0) {
        gradient[j] += sine;
      }
    }
    return energy;
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    int n = x.length;
    Arrays.fill(hessian, 0, n * n, 0);
    for (int b = 0; b < bondTwist.length; b++) {
      int i = lattice.from[b] - 1;
      int j = lattice.to[b] - 1;
      double cosine = Math.cos((j < 0 ? 0 : x[j]) + bondTwist[b] - (i < 0 ? 0 : x[i]));
      if (i >= 0) {
        hessian[i * n + i] += cosine;
      }
      if (j >= 0) {
        hessian[j * n + j] += cosine;
      }
      if (i >= 0 && j >= 0) {
        hessian[i * n + j] -= cosine;
        hessian[j * n + i] -= cosine;
      }
    }
  }

  /** {@inheritDoc} Every angle is uniform in (-pi, pi]. */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.PI * (1 - 2 * random.nextDouble());
    }
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public void retract(double[] x) {
    for (int i = 0; i < x.length; i++) {
      if (!(x[i] > -Math.PI && x[i] <= Math.PI)) {
        double angle = Math.IEEEremainder(x[i], 2 * Math.PI);
        x[i] = angle <= -Math.PI ? Math.PI : angle;
      }
    }
  }

  /** {@inheritDoc} A torus, unless a single spin is left, which has a circle: 0 for both. */
  @Override
  public OptionalInt eulerCharacteristic() {
    return OptionalInt.of(0);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Exact for a chain with free ends and for a ring at a generic flux. Elsewhere the number of
   * points with all spins parallel or antiparallel, which are always among them.
   */
  @Override
  public OptionalDouble logStationaryPoints() {
    int n = lattice.sites;
    if (lattice.shape.length > 1 || lattice.boundary == Lattice.Boundary.FREE) {
      return OptionalDouble.of((n - 1) * Math.log(2));
    }
    double log = Math.log(n);
    for (int k = 1; k <= (n - 1) / 2; k++) {
      log += Math.log(n - k) - Math.log(k);
    }
    return OptionalDouble.of(log);
  }

  /**
   * {@inheritDoc}
   *
   * <p>The third derivative along a unit vector u is at most the sum over bonds of |u_j - u_i|^3
   * {@literal <=} sqrt(2) times the largest eigenvalue of the lattice Laplacian, which is at most
   * twice the number of neighbours.
   */
  @Override
  public OptionalDouble hessianLipschitz(double[] x, double radius) {
    return OptionalDouble.of(Math.sqrt(2) * 4 * lattice.shape.length);
  }

  @Override
  public List<String> notes() {
    boolean ring = lattice.shape.length == 1;
    boolean families = ring ? lattice.sites > 2 && hasFamiliesOnRing() : lattice.sites > 3;
    List<String> notes = new ArrayList<>(lattice.doubleBondNotes());
    if (families) {
      notes.add(
          "the XY model, "
              + lattice.described()
              + ", has continuous families of stationary points: they are singular, kept apart and"
              + " not counted as isolated");
    }
    return List.copyOf(notes);
  }

  private boolean hasFamiliesOnRing() {
    int half = lattice.sites / 2;
    double gap = twists[0] + Math.PI * half;
    return lattice.boundary != Lattice.Boundary.FREE
        && lattice.sites % 2 == 0
        && Math.abs(Math.IEEEremainder(gap, 2 * Math.PI)) < 1e-12;
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Double> FLUX =
        Parameter.real(
                "flux",
                -2 * Math.PI,
                2 * Math.PI,
                "angle added across the boundary of the first axis")
            .orElse(0.0);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.LATTICES,
          "xy",
          "XY model, 1 - cos(theta_j - theta_i) for each bond of a lattice; spin 0 at rest",
          LatticeParameters.SHAPE,
          LatticeParameters.BOUNDARY,
          FLUX,
          LatticeParameters.COPIES);
    }

    @Override
    public Potential create(ParameterValues values) {
      Lattice lattice = LatticeParameters.lattice(values);
      double flux = values.get(FLUX);
      if (lattice.boundary == Lattice.Boundary.FREE && flux != 0) {
        throw FLUX.refused(
            "a flux needs a boundary to cross: expected boundary periodic or antiperiodic, found"
                + " free with flux "
                + flux);
      }
      double first = flux + (lattice.boundary == Lattice.Boundary.ANTIPERIODIC ? Math.PI : 0);
      for (int axis = 0; axis < lattice.shape.length; axis++) {
        double twist = axis == 0 ? first : first - flux;
        if (lattice.boundary != Lattice.Boundary.FREE
            && lattice.shape[axis] == 2
            && Math.abs(Math.IEEEremainder(twist - Math.PI, 2 * Math.PI)) < 1e-12) {
          throw LatticeParameters.SHAPE.refused(
              "shape "
                  + Arrays.toString(lattice.shape)
                  + ": the two bonds of an axis of 2 sites cancel when spins are turned by pi"
                  + " across the boundary; expected at least 3 sites there");
        }
      }
      return new XyModel(lattice, flux, LatticeParameters.copies(values, lattice));
    }
  }
}
