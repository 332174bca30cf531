package dev.tarn.potentials.clusters;

import dev.tarn.potentials.Bounded;
import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.FreeCluster;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.ClusterSymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Three Lennard-Jones atoms with the Axilrod-Teller three-body term, V = 4 sum over pairs of (r^-12
 * - r^-6) + gamma (1 + 3 cos t1 cos t2 cos t3) / (r12 r13 r23)^3, where t1, t2, t3 are the angles
 * of the triangle. Energies in epsilon, lengths in sigma.
 *
 * <p>Coordinates x0 y0 z0 x1 … z2. With gamma = 2 there are two kinds of minima: the linear
 * molecule at -2.219098169601, its centre 1.108762894194 from each end (three of them where atoms
 * have names, one for each atom in the centre), and the equilateral triangle at -2.185098840269
 * with side 1.168752317363.
 *
 * <p>Gradient and Hessian are exact: with the squared distances a, b, c as variables the three-body
 * term is gamma ((abc)^(-3/2) + 3/8 (a + b - c)(a - b + c)(-a + b + c) (abc)^(-5/2)), without roots
 * of differences, so nothing special happens where the atoms are in line.
 *
 * <p>Source: B. M. Axilrod and E. Teller, J. Chem. Phys. 11, 299 (1943); D. J. Wales, J. Chem. Soc.
 * Faraday Trans. 86, 3505 (1990); as a source of data for learning A. J. Ballard et al., Phys.
 * Chem. Chem. Phys. 19, 12585 (2017).
 */
public final class TriatomicAxilrodTeller implements ExactHessian, Bounded, FreeCluster {
  /** Edge of the cube of random starts, 2 sqrt 3 sigma. */
  private static final double CUBE = 2 * Math.sqrt(3);

  /** Atoms farther apart than this, in sigma, are no neighbours. */
  private static final double CONNECTED_WITHIN = 1.6;

  private static final double EQUILIBRIUM = Math.pow(2, 1.0 / 6);

  /** First coordinates of the two atoms of each pair: 12, 13, 23. */
  private static final int[] FIRST = {0, 0, 3};

  private static final int[] SECOND = {3, 6, 6};

  private final double gamma;
  private final ClusterSymmetry symmetry = new ClusterSymmetry(3, 3);

  /**
   * The molecule.
   *
   * @param gamma strength of the three-body term in epsilon sigma^9
   */
  public TriatomicAxilrodTeller(double gamma) {
    this.gamma = gamma;
  }

  @Override
  public int dimension() {
    return 9;
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    double a = squared(x, 0);
    double b = squared(x, 1);
    double c = squared(x, 2);
    double p = b + c - a;
    double q = a + c - b;
    double r = a + b - c;
    double product = 1 / (a * b * c);
    double radial = gamma * product * Math.sqrt(product);
    double angular = 0.375 * radial * product;
    double angles = p * q * r;
    Arrays.fill(g, 0, 9, 0);
    double shared = -1.5 * radial - 2.5 * angular * angles;
    push(x, g, 0, slope(a) + shared / a + angular * (p * (q + r) - q * r));
    push(x, g, 1, slope(b) + shared / b + angular * (q * (p + r) - p * r));
    push(x, g, 2, slope(c) + shared / c + angular * (r * (p + q) - p * q));
    return pair(a) + pair(b) + pair(c) + radial + angular * angles;
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    double[] s = {squared(x, 0), squared(x, 1), squared(x, 2)};
    double sum = s[0] + s[1] + s[2];
    double product = 1 / (s[0] * s[1] * s[2]);
    double radial = gamma * product * Math.sqrt(product);
    double angular = 0.375 * radial * product;
    double[] side = {sum - 2 * s[0], sum - 2 * s[1], sum - 2 * s[2]};
    double angles = side[0] * side[1] * side[2];
    double[] turn = new double[3];
    double[][] d = new double[3][9];
    Arrays.fill(hessian, 0, 81, 0);
    for (int k = 0; k < 3; k++) {
      double left = side[(k + 1) % 3];
      double right = side[(k + 2) % 3];
      turn[k] = side[k] * (left + right) - left * right;
      for (int axis = 0; axis < 3; axis++) {
        double t = 2 * (x[FIRST[k] + axis] - x[SECOND[k] + axis]);
        d[k][FIRST[k] + axis] = t;
        d[k][SECOND[k] + axis] = -t;
      }
      double first =
          slope(s[k]) - (1.5 * radial + 2.5 * angular * angles) / s[k] + angular * turn[k];
      addCurvatureOfSquare(hessian, k, 2 * first);
    }
    for (int k = 0; k < 3; k++) {
      for (int l = 0; l < 3; l++) {
        double both = 1 / (s[k] * s[l]);
        double second;
        if (k == l) {
          second =
              bend(s[k])
                  + 3.75 * radial * both
                  + angular * (2 * (sum - 4 * s[k]) - 5 * turn[k] / s[k] + 8.75 * angles * both);
        } else {
          second =
              2.25 * radial * both
                  + angular
                      * (2 * side[3 - k - l]
                          - 2.5 * (turn[k] / s[l] + turn[l] / s[k])
                          + 6.25 * angles * both);
        }
        for (int i = 0; i < 9; i++) {
          for (int j = 0; j < 9; j++) {
            hessian[9 * i + j] += second * d[k][i] * d[l][j];
          }
        }
      }
    }
  }

  private static void addCurvatureOfSquare(double[] hessian, int pair, double value) {
    for (int axis = 0; axis < 3; axis++) {
      int i = FIRST[pair] + axis;
      int j = SECOND[pair] + axis;
      hessian[10 * i] += value;
      hessian[10 * j] += value;
      hessian[9 * i + j] -= value;
      hessian[9 * j + i] -= value;
    }
  }

  private static double squared(double[] x, int pair) {
    int i = FIRST[pair];
    int j = SECOND[pair];
    double dx = x[i] - x[j];
    double dy = x[i + 1] - x[j + 1];
    double dz = x[i + 2] - x[j + 2];
    return dx * dx + dy * dy + dz * dz;
  }

  /** Adds the gradient of a squared distance, that many times. */
  private static void push(double[] x, double[] g, int pair, double times) {
    int i = FIRST[pair];
    int j = SECOND[pair];
    for (int axis = 0; axis < 3; axis++) {
      double t = 2 * times * (x[i + axis] - x[j + axis]);
      g[i + axis] += t;
      g[j + axis] -= t;
    }
  }

  /** Lennard-Jones energy at a squared distance. */
  private static double pair(double s) {
    double sixth = 1 / (s * s * s);
    return 4 * sixth * (sixth - 1);
  }

  /** Its derivative by the squared distance. */
  private static double slope(double s) {
    double sixth = 1 / (s * s * s);
    return sixth * (12 - 24 * sixth) / s;
  }

  /** Its second derivative by the squared distance. */
  private static double bend(double s) {
    double sixth = 1 / (s * s * s);
    return sixth * (168 * sixth - 48) / (s * s);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Uniform in a cube of edge 2 sqrt 3.
   */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    for (int i = 0; i < 9; i++) {
      x[i] = CUBE * (random.nextDouble() - 0.5);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A molecule has come apart if no two of its distances are at most 1.6 sigma.
   */
  @Override
  public Optional<String> objection(double[] x) {
    int bonds = 0;
    for (int pair = 0; pair < 3; pair++) {
      bonds += squared(x, pair) <= CONNECTED_WITHIN * CONNECTED_WITHIN ? 1 : 0;
    }
    return bonds >= 2
        ? Optional.empty()
        : Optional.of("evaporated: " + (2 - bonds) + " of 3 atoms came off");
  }

  @Override
  public double lengthScale() {
    return EQUILIBRIUM;
  }

  @Override
  public int blockSize() {
    return 3;
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
    private static final Parameter<Double> GAMMA =
        Parameter.real("gamma", 0, 1e3, "strength of the three-body term").orElse(2.0);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.CLUSTERS,
          "triatomic-axilrod-teller",
          "three Lennard-Jones atoms with the Axilrod-Teller three-body term",
          GAMMA);
    }

    @Override
    public Potential create(ParameterValues values) {
      return new TriatomicAxilrodTeller(values.get(GAMMA));
    }
  }
}
