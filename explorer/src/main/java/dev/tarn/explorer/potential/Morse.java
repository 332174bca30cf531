package dev.tarn.explorer.potential;

import dev.tarn.explorer.arithmetic.Arithmetic;
import dev.tarn.explorer.arithmetic.PairSpace;
import java.util.Arrays;

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

  /**
   * A cluster.
   *
   * @param atoms at least 2
   * @param rho range parameter, positive
   * @param dimension 2 or 3
   */
  public Morse(int atoms, double rho, int dimension) {
    super(atoms, dimension, null);
    this.rho = rho;
  }

  private Morse(int atoms, double rho, int dimension, PairSpace space) {
    super(atoms, dimension, space);
    this.rho = rho;
  }

  @Override
  public Potential forOneThread() {
    return new Morse(atoms, rho, spaceDimension, new PairSpace(atoms));
  }

  @Override
  double equilibriumDistance() {
    return 1;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    return spaceDimension == 3 ? Arithmetic.best().morse(pairSpace(), rho, x, g) : inPlane(x, g);
  }

  private double inPlane(double[] x, double[] g) {
    int n = x.length;
    Arrays.fill(g, 0, n, 0);
    double energy = 0;
    for (int i = 0; i < n; i += 2) {
      for (int j = i + 2; j < n; j += 2) {
        double dx = x[i] - x[j];
        double dy = x[i + 1] - x[j + 1];
        double r = Math.sqrt(dx * dx + dy * dy);
        double e = Math.exp(rho * (1 - r));
        energy += e * (e - 2);
        double slope = 2 * rho * e * (1 - e) / r;
        g[i] += slope * dx;
        g[j] -= slope * dx;
        g[i + 1] += slope * dy;
        g[j + 1] -= slope * dy;
      }
    }
    return energy;
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
}
