package dev.tarn.potentials.clusters;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.MorseArithmetic;
import dev.tarn.potentials.arithmetic.PairRows;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import org.jspecify.annotations.Nullable;

/**
 * The Morse cluster, V = sum over pairs of x (x - 2) with x = exp(rho (1 - r)): energies in the
 * pair well depth, lengths in the equilibrium pair distance. The larger rho, the shorter the range.
 *
 * <p>Energy and gradient cost O(N^2), one exponential and one square root a pair, and, {@linkplain
 * #forOneThread for one thread}, allocate nothing.
 *
 * <p>Source: J. P. K. Doye and D. J. Wales, J. Chem. Soc. Faraday Trans. 93, 4233 (1997).
 */
public final class Morse extends PairCluster {
  private final double rho;

  private final @Nullable PairRows rows;

  /**
   * A cluster.
   *
   * @param atoms at least 2
   * @param rho range parameter, positive
   * @param dimension 2 or 3
   */
  public Morse(int atoms, double rho, int dimension) {
    this(atoms, rho, dimension, null);
  }

  /** The scratch space is null where many threads share the potential. */
  private Morse(int atoms, double rho, int dimension, @Nullable PairRows rows) {
    super(atoms, dimension, null);
    this.rho = rho;
    this.rows = rows;
  }

  @Override
  public Potential forOneThread() {
    return new Morse(atoms, rho, spaceDimension, new PairRows(atoms, spaceDimension));
  }

  @Override
  double equilibriumDistance() {
    return 1;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    PairRows space = rows == null ? new PairRows(atoms, spaceDimension) : rows;
    return MorseArithmetic.best().energyAndGradient(space, rho, x, g);
  }

  @Override
  double firstOverDistance(double squared) {
    double r = Math.sqrt(squared);
    double e = Math.exp(rho * (1 - r));
    return 2 * rho * e * (1 - e) / r;
  }

  @Override
  double second(double squared) {
    double e = Math.exp(rho * (1 - Math.sqrt(squared)));
    return 2 * rho * rho * e * (2 * e - 1);
  }

  @Override
  public String energyUnit() {
    return "epsilon";
  }

  @Override
  public String lengthUnit() {
    return "r_e";
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Double> RHO =
        Parameter.real("rho", 0.1, 100, "range; larger is shorter").orElse(6.0);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.CLUSTERS,
          "morse",
          "Morse cluster, x (x - 2) with x = exp(rho (1 - r)) for each pair",
          ATOMS,
          RHO,
          SPACE);
    }

    @Override
    public Potential create(ParameterValues values) {
      return new Morse(values.get(ATOMS), values.get(RHO), values.get(SPACE));
    }
  }
}
