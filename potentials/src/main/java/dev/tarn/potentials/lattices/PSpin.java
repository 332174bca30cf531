package dev.tarn.potentials.lattices;

import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.RaySymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * The spherical p-spin glass, H(w) = N^(-(p-1)/2) sum over all i1 … ip of J_i1…ip w_i1 … w_ip with
 * independent standard normal couplings, on the sphere |w|^2 = N.
 *
 * <p>The potential is V(w) = H(sqrt(N) w / |w|): constant along w, the one zero mode, so that at
 * |w|^2 = N its gradient and, at stationary points, its Hessian are the Riemannian ones on the
 * sphere; the index counts directions along the sphere. Points are kept at |w|^2 = N.
 *
 * <p>V is of order N. For large N the lowest minimum has V / N = -E_0 and the points of any fixed
 * index lie between that and -E_infinity = -2 sqrt((p - 1) / p): -1.6570 and -1.6330 for p = 3. For
 * odd p the point -w has the opposite energy; for even p it has the same.
 *
 * <p>Cost: the couplings of a set of indices enter by their sum, so there are C(N + p - 1, p)
 * numbers; energy and gradient take two multiplications and additions for each, the Hessian p (p -
 * 1) / 2.
 *
 * <p>Source: A. Auffinger, G. Ben Arous and J. Cerny, Commun. Pure Appl. Math. 66, 165 (2013),
 * whose normalisation this is; A. J. Ballard et al., Phys. Chem. Chem. Phys. 19, 12585 (2017),
 * section VII A.
 */
public final class PSpin implements ExactHessian {
  private final int spins;
  private final int order;

  private final HomogeneousForm form;
  private final RaySymmetry symmetry;
  private final double[] point;
  private final double[] slope;

  private PSpin(int spins, int order, HomogeneousForm form, RaySymmetry symmetry) {
    this.spins = spins;
    this.order = order;
    this.form = form;
    this.symmetry = symmetry;
    point = new double[spins];
    slope = new double[spins];
  }

  /**
   * The model with couplings drawn from a seed.
   *
   * @param spins N, at least 2
   * @param order p: 2, 3 or 4
   * @param disorderSeed seed of the couplings
   * @param copies for even p, whether w and -w are one point; for odd p they never are
   */
  public static PSpin random(int spins, int order, long disorderSeed, Copies copies) {
    RaySymmetry symmetry =
        copies == Copies.ONE && order % 2 == 0 ? RaySymmetry.UNDIRECTED : RaySymmetry.DIRECTED;
    return new PSpin(spins, order, HomogeneousForm.random(spins, order, disorderSeed), symmetry);
  }

  /** Spins per coupling, p. */
  public int order() {
    return order;
  }

  /**
   * -E_infinity = -2 sqrt((p - 1) / p), energy per spin: for many spins the points of any fixed
   * index lie below it, and those above it have an index of order N. Walks end near it.
   *
   * @param p spins per coupling, at least 2
   */
  public static double thresholdEnergyPerSpin(int p) {
    return -2 * Math.sqrt((p - 1.0) / p);
  }

  /**
   * -E_0, energy per spin of the lowest minimum for many spins: where the complexity of minima, 1/2
   * ln(p - 1) - (p - 2) u^2 / (4 (p - 1)) - I(u), vanishes (Auffinger, Ben Arous and Cerny,
   * equations 2.15 and 2.16). -1.6570 for p = 3, the threshold itself for p = 2.
   *
   * @param p spins per coupling, at least 2
   */
  public static double lowestEnergyPerSpin(int p) {
    double threshold = -thresholdEnergyPerSpin(p);
    double low = threshold;
    double high = 2 * threshold;
    for (int k = 0; k < 60; k++) {
      double middle = (low + high) / 2;
      if (p > 2 && complexityOfMinima(middle, p) > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return -low;
  }

  private static double complexityOfMinima(double depth, int p) {
    double threshold = -thresholdEnergyPerSpin(p);
    double root = Math.sqrt(Math.max(0, depth * depth - threshold * threshold));
    double rate = depth * root / (threshold * threshold) - Math.log((depth + root) / threshold);
    return 0.5 * Math.log(p - 1) - (p - 2) / (4.0 * (p - 1)) * depth * depth - rate;
  }

  @Override
  public int dimension() {
    return spins;
  }

  /** Puts {@code w} on the sphere; returns the factor that takes it there. */
  private double ontoSphere(double[] w) {
    double squared = 0;
    for (double component : w) {
      squared += component * component;
    }
    double factor = Math.sqrt(spins / squared);
    for (int i = 0; i < spins; i++) {
      point[i] = factor * w[i];
    }
    return factor;
  }

  @Override
  public double energyAndGradient(double[] w, double[] gradient) {
    double factor = ontoSphere(w);
    form.gradient(point, gradient);
    // Euler: w . dH/dw = p H.
    double along = 0;
    for (int i = 0; i < spins; i++) {
      along += gradient[i] * point[i];
    }
    for (int i = 0; i < spins; i++) {
      gradient[i] = factor * (gradient[i] - along / spins * point[i]);
    }
    return along / order;
  }

  @Override
  public void hessian(double[] w, double[] hessian) {
    double factor = ontoSphere(w);
    int n = spins;
    Arrays.fill(hessian, 0, n * n, 0);
    Arrays.fill(slope, 0);
    form.upperHalf(point, hessian);
    // H'' is that plus its transpose; H' = H'' w / (p - 1).
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = hessian[i * n + j] + hessian[j * n + i];
        hessian[i * n + j] = sum;
        hessian[j * n + i] = sum;
      }
    }
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        slope[i] += hessian[i * n + j] * point[j];
      }
      curvature += slope[i] * point[i];
    }
    // With n = w / |w| and P = 1 - n n^T the second derivative of a function of the direction is
    // P H'' P - (H' . n) P / |w| - (P H' n^T + n (P H')^T) / |w|; here H'' w = (p - 1) H'.
    double radial = curvature / (order - 1);
    for (int i = 0; i < n; i++) {
      double outer = slope[i] - curvature / n * point[i];
      for (int j = 0; j < n; j++) {
        double inner = slope[j] - curvature / n * point[j];
        double projected =
            hessian[i * n + j]
                - (slope[i] * point[j] + point[i] * slope[j]) / n
                + curvature / n * point[i] * point[j] / n;
        double turning = (i == j ? 1 : 0) - point[i] * point[j] / n;
        double mixed = (outer * point[j] + point[i] * inner) / (n * (order - 1.0));
        hessian[i * n + j] = factor * factor * (projected - radial / n * turning - mixed);
      }
    }
  }

  /** {@inheritDoc} Uniform on the sphere. */
  @Override
  public void randomStart(RandomGenerator random, double[] w) {
    NormalDeviates.fill(random, w);
    RaySymmetry.normalise(w);
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public void retract(double[] w) {
    RaySymmetry.normalise(w);
  }

  /** {@inheritDoc} 1 + (-1)^(N - 1), where w and -w are two points. */
  @Override
  public OptionalInt eulerCharacteristic() {
    return symmetry == RaySymmetry.DIRECTED
        ? OptionalInt.of(spins % 2 == 0 ? 0 : 2)
        : OptionalInt.empty();
  }

  /**
   * {@inheritDoc}
   *
   * <p>2 N for p = 2; else a bound, twice the number of eigenvectors that a symmetric tensor has in
   * complex numbers, ((p - 1)^N - 1) / (p - 2) (Cartwright and Sturmfels, Linear Algebra Appl. 438,
   * 942, 2013). The mean over disorder grows as (p - 1)^(N / 2).
   */
  @Override
  public OptionalDouble logStationaryPoints() {
    double copies = symmetry == RaySymmetry.DIRECTED ? Math.log(2) : 0;
    return OptionalDouble.of(
        copies
            + (order == 2
                ? Math.log(spins)
                : spins * Math.log(order - 1)
                    + Math.log1p(-Math.pow(order - 1, -spins))
                    - Math.log(order - 2)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>V is the product of H, whose derivatives are bounded by the norm of its tensor, and |w|^-p.
   * The third derivative of the product falls as |w|^-3.
   */
  @Override
  public OptionalDouble hessianLipschitz(double[] w, double radius) {
    double squared = 0;
    for (double component : w) {
      squared += component * component;
    }
    double nearest = Math.sqrt(squared) - radius;
    if (!(nearest > 0)) {
      return OptionalDouble.empty();
    }
    double p = order;
    double derivatives =
        p * (p - 1) * (p - 2) + 3 * p * (p - 1) * p + 3 * p * p * (p + 1) + p * (p + 1) * (p + 2);
    return OptionalDouble.of(
        form.norm() * Math.pow(spins, 0.5 * p) * derivatives / (nearest * nearest * nearest));
  }

  @Override
  public List<String> notes() {
    return order > spins
        ? List.of(
            "p = "
                + order
                + " is more than the number of spins, "
                + spins
                + ": every coupling has repeated indices")
        : List.of();
  }

  @Override
  public Potential forOneThread() {
    return new PSpin(spins, order, form, symmetry);
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    /** This many take 800 MB. */
    private static final long MOST_COUPLINGS = 100_000_000;

    private static final Parameter<Integer> SPINS =
        Parameter.integer("spins", 2, 10_000, "number of spins N");
    private static final Parameter<Integer> ORDER =
        Parameter.integer("p", 2, 4, "spins per coupling").orElse(3);
    private static final Parameter<Long> DISORDER_SEED =
        Parameter.seed("disorderSeed", "seed of the couplings").orElse(1);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.LATTICES,
          "p-spin",
          "spherical p-spin glass, random couplings J_i...p w_i ... w_p with |w|^2 = spins",
          SPINS,
          ORDER,
          DISORDER_SEED,
          LatticeParameters.COPIES);
    }

    @Override
    public Potential create(ParameterValues values) {
      int spins = values.get(SPINS);
      int order = values.get(ORDER);
      if (HomogeneousForm.couplings(spins, order) > MOST_COUPLINGS) {
        throw SPINS.refused(
            String.format(
                Locale.ROOT,
                "%d spins with p = %d have %.3g couplings; expected at most %d",
                spins,
                order,
                (double) HomogeneousForm.couplings(spins, order),
                MOST_COUPLINGS));
      }
      return random(spins, order, values.get(DISORDER_SEED), values.get(LatticeParameters.COPIES));
    }
  }
}
