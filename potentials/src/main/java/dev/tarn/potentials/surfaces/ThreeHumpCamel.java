package dev.tarn.potentials.surfaces;

import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import java.util.OptionalInt;

/**
 * The three-hump camel function, V = 2 x^2 - 1.05 x^4 + x^6 / 6 + x y + y^2, meant in [-5, 5] x
 * [-5, 5]: three minima and two saddles.
 *
 * <p>Source: F. H. Branin Jr., IBM J. Res. Dev. 16, 504 (1972).
 */
public final class ThreeHumpCamel extends PlanarSurface {

  /** The function with its published coefficients. */
  public ThreeHumpCamel() {
    super(-5, 5, -5, 5);
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    double a = x[0] * x[0];
    g[0] = x[0] * (4 - 4.2 * a + a * a) + x[1];
    g[1] = x[0] + 2 * x[1];
    return a * (2 - 1.05 * a + a * a / 6) + x[1] * (x[0] + x[1]);
  }

  @Override
  public void hessian(double[] x, double[] h) {
    double a = x[0] * x[0];
    h[0] = 4 - 12.6 * a + 5 * a * a;
    h[1] = 1;
    h[2] = 1;
    h[3] = 2;
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
          "three-hump-camel",
          "three-hump camel function on [-5, 5] x [-5, 5]: 3 minima, 2 transition states");
    }

    @Override
    public Potential create(ParameterValues values) {
      return new ThreeHumpCamel();
    }
  }
}
