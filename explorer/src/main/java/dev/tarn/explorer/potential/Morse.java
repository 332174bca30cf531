package dev.tarn.explorer.potential;

import java.util.Arrays;

/**
 * The Morse cluster, V = sum over pairs of x (x - 2) with x = exp(rho (1 - r)): energies in the
 * pair well depth, lengths in the equilibrium pair distance. The larger rho, the shorter the range.
 *
 * <p>Energy and gradient cost O(N^2), one exponential and one square root a pair, and allocate
 * nothing.
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

  @Override
  double equilibriumDistance() {
    return 1;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    int n = x.length;
    int dim = spaceDimension;
    Arrays.fill(g, 0, n, 0);
    double energy = 0;
    for (int i = 0; i < n; i += dim) {
      for (int j = i + dim; j < n; j += dim) {
        double dx = x[i] - x[j];
        double dy = x[i + 1] - x[j + 1];
        double dz = dim == 3 ? x[i + 2] - x[j + 2] : 0;
        double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double e = Math.exp(rho * (1 - r));
        energy += e * (e - 2);
        double slope = 2 * rho * e * (1 - e) / r;
        g[i] += slope * dx;
        g[j] -= slope * dx;
        g[i + 1] += slope * dy;
        g[j + 1] -= slope * dy;
        if (dim == 3) {
          g[i + 2] += slope * dz;
          g[j + 2] -= slope * dz;
        }
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
