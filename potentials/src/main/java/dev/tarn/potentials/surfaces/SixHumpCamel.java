package dev.tarn.potentials.surfaces;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import java.util.OptionalInt;

/**
 * The six-hump camel-back function, V = (4 - 2.1 x^2 + x^4 / 3) x^2 + x y + (4 y^2 - 4) y^2, meant
 * in [-3, 3] x [-2, 2]: six minima, seven saddles, two maxima. Each point appears with its image
 * under (x, y) to (-x, -y); both are kept.
 *
 * <p>Source: L. C. W. Dixon and G. P. Szegő, Towards Global Optimisation 2 (1978).
 */
public final class SixHumpCamel extends PlanarSurface {

  /** The function with its published coefficients. */
  public SixHumpCamel() {
    super(-3, 3, -2, 2);
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    double a = x[0] * x[0];
    double b = x[1] * x[1];
    g[0] = x[0] * (8 - 8.4 * a + 2 * a * a) + x[1];
    g[1] = x[0] + x[1] * (16 * b - 8);
    return (4 - 2.1 * a + a * a / 3) * a + x[0] * x[1] + (4 * b - 4) * b;
  }

  @Override
  public void hessian(double[] x, double[] h) {
    double a = x[0] * x[0];
    h[0] = 8 - 25.2 * a + 10 * a * a;
    h[1] = 1;
    h[2] = 1;
    h[3] = 48 * x[1] * x[1] - 8;
  }

  /** It goes to infinity in every direction of the plane. */
  @Override
  public OptionalInt eulerCharacteristic() {
    return OptionalInt.of(1);
  }

  @Override
  public double lengthScale() {
    return 0.5;
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    /** For the catalogue. */
    public Kind() {
      super(
          Group.SURFACES,
          "six-hump-camel",
          "six-hump camel function on [-3, 3] x [-2, 2]: 6 minima, 7 transition states");
    }

    @Override
    public Potential create(ParameterValues values) {
      return new SixHumpCamel();
    }
  }
}
