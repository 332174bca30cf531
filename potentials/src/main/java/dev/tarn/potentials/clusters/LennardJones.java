package dev.tarn.potentials.clusters;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.Arithmetic;
import dev.tarn.potentials.arithmetic.PairSpace;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import java.util.Arrays;

/**
 * The Lennard-Jones cluster, V = 4 sum over pairs of (r^-12 - r^-6), energies in epsilon and
 * lengths in sigma. The pair distance of lowest energy is 2^(1/6).
 *
 * <p>Energy and gradient cost O(N^2) and, {@linkplain #forOneThread for one thread}, allocate
 * nothing.
 *
 * <p>Source: J. E. Jones, Proc. R. Soc. A 106, 463 (1924); D. J. Wales and J. P. K. Doye, J. Phys.
 * Chem. A 101, 5111 (1997) for the clusters.
 */
public final class LennardJones extends PairCluster {
  private static final double EQUILIBRIUM = Math.pow(2, 1.0 / 6);

  /**
   * A cluster.
   *
   * @param atoms at least 2
   * @param dimension 2 or 3
   */
  public LennardJones(int atoms, int dimension) {
    super(atoms, dimension, null);
  }

  private LennardJones(int atoms, int dimension, PairSpace space) {
    super(atoms, dimension, space);
  }

  @Override
  public Potential forOneThread() {
    return new LennardJones(atoms, spaceDimension, new PairSpace(atoms));
  }

  @Override
  double equilibriumDistance() {
    return EQUILIBRIUM;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    return spaceDimension == 3 ? Arithmetic.best().lennardJones(pairSpace(), x, g) : inPlane(x, g);
  }

  private static double inPlane(double[] x, double[] g) {
    int n = x.length;
    Arrays.fill(g, 0, n, 0);
    double energy = 0;
    for (int i = 0; i < n - 2; i += 2) {
      for (int j = i + 2; j < n; j += 2) {
        double dx = x[i] - x[j];
        double dy = x[i + 1] - x[j + 1];
        double inverse = 1 / (dx * dx + dy * dy);
        double sixth = inverse * inverse * inverse;
        energy += sixth * (sixth - 1);
        double slope = sixth * inverse * (24 - 48 * sixth);
        g[i] += slope * dx;
        g[i + 1] += slope * dy;
        g[j] -= slope * dx;
        g[j + 1] -= slope * dy;
      }
    }
    return 4 * energy;
  }

  @Override
  double firstOverDistance(double squared) {
    double inverse = 1 / squared;
    double sixth = inverse * inverse * inverse;
    return sixth * inverse * (24 - 48 * sixth);
  }

  @Override
  double second(double squared) {
    double inverse = 1 / squared;
    double sixth = inverse * inverse * inverse;
    return sixth * inverse * (624 * sixth - 168);
  }

  @Override
  public String energyUnit() {
    return "epsilon";
  }

  @Override
  public String lengthUnit() {
    return "sigma";
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    /** For the catalogue. */
    public Kind() {
      super(
          Group.CLUSTERS,
          "lennard-jones",
          "Lennard-Jones cluster, 4 (r^-12 - r^-6) for each pair",
          ATOMS,
          SPACE);
    }

    @Override
    public Potential create(ParameterValues values) {
      return new LennardJones(values.get(ATOMS), values.get(SPACE));
    }
  }
}
