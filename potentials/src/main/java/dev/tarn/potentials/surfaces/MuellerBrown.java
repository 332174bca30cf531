package dev.tarn.potentials.surfaces;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;

/**
 * The Müller-Brown surface: a sum of four two-dimensional Gaussians A exp(a (x - X)^2 + b (x - X)(y
 * - Y) + c (y - Y)^2), with three minima and two transition states, meant in [-2, 1.5] x [-0.8,
 * 2.5].
 *
 * <p>Source: K. Müller and L. D. Brown, Theor. Chim. Acta 53, 75 (1979).
 */
public final class MuellerBrown extends PlanarSurface {
  private static final double[] HEIGHT = {-200, -100, -170, 15};
  private static final double[] XX = {-1, -1, -6.5, 0.7};
  private static final double[] XY = {0, 0, 11, 0.6};
  private static final double[] YY = {-10, -10, -6.5, 0.7};
  private static final double[] CENTRE_X = {1, 0, -0.5, -1};
  private static final double[] CENTRE_Y = {0, 0.5, 1.5, 1};

  /** The surface with its published parameters. */
  public MuellerBrown() {
    super(-2, 1.5, -0.8, 2.5);
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    double energy = 0;
    g[0] = 0;
    g[1] = 0;
    for (int k = 0; k < 4; k++) {
      double dx = x[0] - CENTRE_X[k];
      double dy = x[1] - CENTRE_Y[k];
      double e = HEIGHT[k] * Math.exp(XX[k] * dx * dx + XY[k] * dx * dy + YY[k] * dy * dy);
      energy += e;
      g[0] += e * (2 * XX[k] * dx + XY[k] * dy);
      g[1] += e * (XY[k] * dx + 2 * YY[k] * dy);
    }
    return energy;
  }

  @Override
  public void hessian(double[] x, double[] h) {
    h[0] = 0;
    h[1] = 0;
    h[3] = 0;
    for (int k = 0; k < 4; k++) {
      double dx = x[0] - CENTRE_X[k];
      double dy = x[1] - CENTRE_Y[k];
      double e = HEIGHT[k] * Math.exp(XX[k] * dx * dx + XY[k] * dx * dy + YY[k] * dy * dy);
      double u = 2 * XX[k] * dx + XY[k] * dy;
      double v = XY[k] * dx + 2 * YY[k] * dy;
      h[0] += e * (u * u + 2 * XX[k]);
      h[1] += e * (u * v + XY[k]);
      h[3] += e * (v * v + 2 * YY[k]);
    }
    h[2] = h[1];
  }

  @Override
  public double lengthScale() {
    return 0.3;
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    /** For the catalogue. */
    public Kind() {
      super(
          Group.SURFACES, "mueller-brown", "Mueller-Brown surface: 3 minima, 2 transition states");
    }

    @Override
    public Potential create(ParameterValues values) {
      return new MuellerBrown();
    }
  }
}
