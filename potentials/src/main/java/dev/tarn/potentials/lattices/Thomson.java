package dev.tarn.potentials.lattices;

import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.SphereSymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * The Thomson problem: N unit charges on the unit sphere, V = sum over pairs of 1 / |n_i - n_j|.
 *
 * <p>Coordinates are x0 y0 z0 x1 …, of which the directions n_i = r_i / |r_i| count: V is constant
 * along every r_i, and at |r_i| = 1 its gradient and, at stationary points, its Hessian are those
 * on the sphere. Points are kept there.
 *
 * <p>Source: J. J. Thomson, Phil. Mag. 7, 237 (1904); D. J. Wales and S. Ulker, Phys. Rev. B 74,
 * 212101 (2006).
 */
public final class Thomson implements ExactHessian {
  private final int points;
  private final SphereSymmetry symmetry;
  private final double[] unit;
  private final double[] inverse;

  /** That many charges, at least 2. */
  public Thomson(int points) {
    this.points = points;
    symmetry = new SphereSymmetry(points);
    unit = new double[3 * points];
    inverse = new double[points];
  }

  @Override
  public int dimension() {
    return 3 * points;
  }

  private void project(double[] x) {
    for (int i = 0; i < points; i++) {
      int o = 3 * i;
      inverse[i] = 1 / Math.sqrt(x[o] * x[o] + x[o + 1] * x[o + 1] + x[o + 2] * x[o + 2]);
      unit[o] = x[o] * inverse[i];
      unit[o + 1] = x[o + 1] * inverse[i];
      unit[o + 2] = x[o + 2] * inverse[i];
    }
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    project(x);
    double energy = free(gradient);
    for (int i = 0; i < points; i++) {
      int o = 3 * i;
      double along =
          gradient[o] * unit[o] + gradient[o + 1] * unit[o + 1] + gradient[o + 2] * unit[o + 2];
      for (int d = o; d < o + 3; d++) {
        gradient[d] = inverse[i] * (gradient[d] - along * unit[d]);
      }
    }
    return energy;
  }

  /** Energy of the charges, and its gradient as if they were free in space. */
  private double free(double[] gradient) {
    Arrays.fill(gradient, 0, 3 * points, 0);
    double energy = 0;
    for (int i = 0; i < 3 * points; i += 3) {
      for (int j = i + 3; j < 3 * points; j += 3) {
        double u = unit[i] - unit[j];
        double v = unit[i + 1] - unit[j + 1];
        double w = unit[i + 2] - unit[j + 2];
        double squared = u * u + v * v + w * w;
        double pair = 1 / Math.sqrt(squared);
        energy += pair;
        double force = pair / squared;
        gradient[i] -= force * u;
        gradient[i + 1] -= force * v;
        gradient[i + 2] -= force * w;
        gradient[j] += force * u;
        gradient[j + 1] += force * v;
        gradient[j + 2] += force * w;
      }
    }
    return energy;
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    int n = 3 * points;
    project(x);
    double[] slope = new double[n];
    free(slope);
    Arrays.fill(hessian, 0, n * n, 0);
    double[] d = new double[3];
    for (int i = 0; i < points; i++) {
      for (int j = i + 1; j < points; j++) {
        double squared = 0;
        for (int a = 0; a < 3; a++) {
          d[a] = unit[3 * i + a] - unit[3 * j + a];
          squared += d[a] * d[a];
        }
        double cube = 1 / (squared * Math.sqrt(squared));
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            double block = cube * (3 * d[a] * d[b] / squared - (a == b ? 1 : 0));
            hessian[(3 * i + a) * n + 3 * i + b] += block;
            hessian[(3 * j + a) * n + 3 * j + b] += block;
            hessian[(3 * i + a) * n + 3 * j + b] = -block;
            hessian[(3 * j + a) * n + 3 * i + b] = -block;
          }
        }
      }
    }
    ontoSphere(hessian, slope);
  }

  /**
   * Second derivatives with respect to directions: for n = r / |r| and P = 1 - n n^T the block of
   * points i and j becomes P F_ij P / (|r_i| |r_j|), and the diagonal ones get -((n.g) P + P g n^T
   * + n (P g)^T) / |r|^2 as well.
   */
  private void ontoSphere(double[] hessian, double[] slope) {
    int n = 3 * points;
    double[] block = new double[9];
    for (int i = 0; i < points; i++) {
      double along = 0;
      for (int a = 0; a < 3; a++) {
        along += slope[3 * i + a] * unit[3 * i + a];
      }
      for (int j = 0; j < points; j++) {
        double scale = inverse[i] * inverse[j];
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
              for (int e = 0; e < 3; e++) {
                sum +=
                    ((a == c ? 1 : 0) - unit[3 * i + a] * unit[3 * i + c])
                        * hessian[(3 * i + c) * n + 3 * j + e]
                        * ((e == b ? 1 : 0) - unit[3 * j + e] * unit[3 * j + b]);
              }
            }
            if (i == j) {
              double p = unit[3 * i + a];
              double q = unit[3 * i + b];
              sum -=
                  along * ((a == b ? 1 : 0) - p * q)
                      + (slope[3 * i + a] - along * p) * q
                      + p * (slope[3 * i + b] - along * q);
            }
            block[3 * a + b] = scale * sum;
          }
        }
        for (int a = 0; a < 3; a++) {
          System.arraycopy(block, 3 * a, hessian, (3 * i + a) * n + 3 * j, 3);
        }
      }
    }
  }

  /** {@inheritDoc} Uniform on the sphere. */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int o = 0; o < x.length; o += 3) {
      // Archimedes: the height of a uniform point is uniform.
      double height = 2 * random.nextDouble() - 1;
      double azimuth = 2 * Math.PI * random.nextDouble();
      double radius = Math.sqrt(1 - height * height);
      x[o] = radius * Math.cos(azimuth);
      x[o + 1] = radius * Math.sin(azimuth);
      x[o + 2] = height;
    }
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public void retract(double[] x) {
    SphereSymmetry.normalise(x);
  }

  /** {@inheritDoc} The side of a square that is the N-th part of the sphere. */
  @Override
  public double lengthScale() {
    return Math.sqrt(4 * Math.PI / points);
  }

  @Override
  public int blockSize() {
    return 3;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The first three derivatives of 1 / d are at most 1 / d^2, 2 / d^3 and 6 / d^4, those of a
   * direction 1 / r, 2 / (sqrt(3) r^2) and 3 / r^3. By the chain rule and (a + b)^3 {@literal <=} 4
   * (a^3 + b^3) the third derivative is at most the largest sum over the pairs of one point of (24
   * / d^4 + 8 sqrt(3) / d^3 + 3 / d^2) / r^3.
   */
  @Override
  public OptionalDouble hessianLipschitz(double[] x, double radius) {
    double[] directions = x.clone();
    SphereSymmetry.normalise(directions);
    double nearest = Double.POSITIVE_INFINITY;
    for (int o = 0; o < x.length; o += 3) {
      double squared = x[o] * x[o] + x[o + 1] * x[o + 1] + x[o + 2] * x[o + 2];
      nearest = Math.min(nearest, Math.sqrt(squared) - radius);
    }
    double approach = Math.sqrt(2) * radius / nearest;
    double most = 0;
    for (int i = 0; i < x.length; i += 3) {
      double sum = 0;
      for (int j = 0; j < x.length; j += 3) {
        if (j == i) {
          continue;
        }
        double squared = 0;
        for (int a = 0; a < 3; a++) {
          double t = directions[i + a] - directions[j + a];
          squared += t * t;
        }
        double d = Math.sqrt(squared) - approach;
        if (!(d > 0) || !(nearest > 0)) {
          return OptionalDouble.empty();
        }
        sum += (24 / (d * d) + 8 * Math.sqrt(3) / d + 3) / (d * d);
      }
      most = Math.max(most, sum);
    }
    return OptionalDouble.of(most / (nearest * nearest * nearest));
  }

  @Override
  public Potential forOneThread() {
    return new Thomson(points);
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Integer> POINTS =
        Parameter.integer("points", 2, 3_000, "number of charges");

    /** For the catalogue. */
    public Kind() {
      super(
          Group.LATTICES,
          "thomson",
          "Thomson problem, 1 / r for each pair of unit charges on the unit sphere",
          POINTS);
    }

    @Override
    public Potential create(ParameterValues values) {
      return new Thomson(values.get(POINTS));
    }
  }
}
