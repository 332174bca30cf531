package dev.tarn.potentials.surfaces;

import dev.tarn.potentials.Bounded;
import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.Symmetry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Least squares for y = exp(-q1 x) sin(q2 x + q3) sin(q4 x + q5): V(q) = sum over the data of
 * (model - y)^2, five parameters.
 *
 * <p>The model has exact symmetries: the sign of each frequency (with its phase mirrored at pi /
 * 2), phases modulo 2 pi, both phases shifted by pi, and exchange of the two sines. Points are kept
 * once per orbit. With growing frequencies the model follows the noise ever more closely and minima
 * never end, so a window is declared: |q1|, |q2| and |q4| at most {@code window}.
 *
 * <p>Source: A. J. Ballard et al., Phys. Chem. Chem. Phys. 19, 12585 (2017), equations 8-10.
 */
public final class NonlinearRegression implements ExactHessian, Bounded {
  private final double[] abscissae;
  private final double[] ordinates;
  private final double window;

  /**
   * The sum of squares over given data.
   *
   * @param abscissae x of the data; copied
   * @param ordinates y of the data, as many; copied
   * @param window largest |q1|, |q2| and |q4|, positive
   */
  public NonlinearRegression(double[] abscissae, double[] ordinates, double window) {
    if (abscissae.length != ordinates.length || abscissae.length < 1) {
      throw new IllegalArgumentException(
          "expected as many x as y and at least one, found "
              + abscissae.length
              + " and "
              + ordinates.length);
    }
    this.abscissae = abscissae.clone();
    this.ordinates = ordinates.clone();
    this.window = window;
  }

  /**
   * The sum of squares over data made from known parameters: x uniform in [0, 3 pi], y = model +
   * sigma times a standard normal deviate.
   *
   * @param points number of data, at least 1
   * @param sigma standard deviation of the noise, at least 0
   * @param truth q1 … q5
   * @param dataSeed seed of x and noise
   * @param window largest |q1|, |q2| and |q4|, positive
   */
  public static NonlinearRegression synthetic(
      int points, double sigma, double[] truth, long dataSeed, double window) {
    java.util.SplittableRandom random = new java.util.SplittableRandom(dataSeed);
    double[] x = new double[points];
    double[] y = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = 3 * Math.PI * random.nextDouble();
      // Box-Muller: the library's own normal deviates are not promised to stay the same.
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
      double normal = radius * Math.cos(2 * Math.PI * random.nextDouble());
      y[i] = model(truth, x[i]) + sigma * normal;
    }
    return new NonlinearRegression(x, y, window);
  }

  /** The model y(x) for parameters q1 … q5. */
  public static double model(double[] q, double x) {
    return Math.exp(-q[0] * x) * Math.sin(q[1] * x + q[2]) * Math.sin(q[3] * x + q[4]);
  }

  @Override
  public int dimension() {
    return 5;
  }

  @Override
  public double energyAndGradient(double[] q, double[] g) {
    double energy = 0;
    double g0 = 0;
    double g1 = 0;
    double g2 = 0;
    double g3 = 0;
    double g4 = 0;
    for (int i = 0; i < abscissae.length; i++) {
      double x = abscissae[i];
      double decay = Math.exp(-q[0] * x);
      double u = q[1] * x + q[2];
      double v = q[3] * x + q[4];
      double su = Math.sin(u);
      double sv = Math.sin(v);
      double f = decay * su * sv;
      double du = decay * Math.cos(u) * sv;
      double dv = decay * su * Math.cos(v);
      double residual = f - ordinates[i];
      energy += residual * residual;
      g0 -= residual * x * f;
      g1 += residual * x * du;
      g2 += residual * du;
      g3 += residual * x * dv;
      g4 += residual * dv;
    }
    g[0] = 2 * g0;
    g[1] = 2 * g1;
    g[2] = 2 * g2;
    g[3] = 2 * g3;
    g[4] = 2 * g4;
    return energy;
  }

  @Override
  public void hessian(double[] q, double[] h) {
    Arrays.fill(h, 0, 25, 0);
    double[] first = new double[5];
    for (int i = 0; i < abscissae.length; i++) {
      double x = abscissae[i];
      double decay = Math.exp(-q[0] * x);
      double u = q[1] * x + q[2];
      double v = q[3] * x + q[4];
      double f = decay * Math.sin(u) * Math.sin(v);
      double du = decay * Math.cos(u) * Math.sin(v);
      double dv = decay * Math.sin(u) * Math.cos(v);
      double uv = decay * Math.cos(u) * Math.cos(v);
      double r = f - ordinates[i];
      first[0] = -x * f;
      first[1] = x * du;
      first[2] = du;
      first[3] = x * dv;
      first[4] = dv;
      for (int a = 0; a < 5; a++) {
        for (int b = 0; b <= a; b++) {
          h[a * 5 + b] += 2 * first[a] * first[b];
        }
      }
      h[0] += 2 * r * x * x * f;
      h[5] -= 2 * r * x * x * du;
      h[6] -= 2 * r * x * x * f;
      h[10] -= 2 * r * x * du;
      h[11] -= 2 * r * x * f;
      h[12] -= 2 * r * f;
      h[15] -= 2 * r * x * x * dv;
      h[16] += 2 * r * x * x * uv;
      h[17] += 2 * r * x * uv;
      h[18] -= 2 * r * x * x * f;
      h[20] -= 2 * r * x * dv;
      h[21] += 2 * r * x * uv;
      h[22] += 2 * r * uv;
      h[23] -= 2 * r * x * f;
      h[24] -= 2 * r * f;
    }
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < a; b++) {
        h[b * 5 + a] = h[a * 5 + b];
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Uniform in the window, with decay constants around zero and phases in [0, 2 pi).
   */
  @Override
  public void randomStart(RandomGenerator random, double[] q) {
    q[0] = Math.min(1, window) * (2 * random.nextDouble() - 0.5) / 1.5;
    q[1] = window * random.nextDouble();
    q[2] = 2 * Math.PI * random.nextDouble();
    q[3] = window * random.nextDouble();
    q[4] = 2 * Math.PI * random.nextDouble();
  }

  @Override
  public Optional<String> objection(double[] q) {
    double largest = Math.max(Math.abs(q[0]), Math.max(Math.abs(q[1]), Math.abs(q[3])));
    return largest <= window
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, "left the window |q| <= %s", window));
  }

  @Override
  public double lengthScale() {
    return 0.3;
  }

  @Override
  public Symmetry symmetry() {
    return Orbit.INSTANCE;
  }

  /** Sign of each frequency x phase periods x both phases by pi x exchange of the sines. */
  private enum Orbit implements Symmetry {
    INSTANCE;

    @Override
    public double[] fingerprint(double[] q) {
      double a = Math.abs(q[1]);
      double b = Math.abs(q[3]);
      return new double[] {q[0], Math.max(a, b), Math.min(a, b)};
    }

    @Override
    public boolean same(double[] a, double[] b, double tolerance) {
      return matches(a, b, tolerance) > 0;
    }

    @Override
    public int order(double[] q, double tolerance) {
      return Math.max(1, matches(q, q, tolerance));
    }

    private static int matches(double[] a, double[] b, double tolerance) {
      int found = 0;
      for (int copy = 0; copy < 8; copy++) {
        double[] image = reduced(a, transformed(b, copy));
        boolean equal = true;
        for (int i = 0; i < 5; i++) {
          equal &= Math.abs(image[i] - a[i]) <= tolerance;
        }
        if (equal) {
          found++;
        }
      }
      return found;
    }

    @Override
    public double[] align(double[] reference, double[] q) {
      double[] best = q.clone();
      double least = Double.POSITIVE_INFINITY;
      for (int copy = 0; copy < 8; copy++) {
        double[] image = reduced(reference, transformed(q, copy));
        double sum = 0;
        for (int i = 0; i < 5; i++) {
          sum += (image[i] - reference[i]) * (image[i] - reference[i]);
        }
        if (sum < least) {
          least = sum;
          best = image;
        }
      }
      return best;
    }

    /** One of the eight images under exchange and change of either sign, phases not reduced. */
    private static double[] transformed(double[] q, int copy) {
      double[] image = q.clone();
      if ((copy & 1) != 0) {
        image[1] = q[3];
        image[2] = q[4];
        image[3] = q[1];
        image[4] = q[2];
      }
      if ((copy & 2) != 0) {
        image[1] = -image[1];
        image[2] = Math.PI - image[2];
      }
      if ((copy & 4) != 0) {
        image[3] = -image[3];
        image[4] = Math.PI - image[4];
      }
      return image;
    }

    /** Shifts the phases by periods, together by pi too, as near to the reference as possible. */
    private static double[] reduced(double[] reference, double[] q) {
      double period = 2 * Math.PI;
      double one = Math.IEEEremainder(q[2] - reference[2], period);
      double two = Math.IEEEremainder(q[4] - reference[4], period);
      double oneShifted = Math.IEEEremainder(one + Math.PI, period);
      double twoShifted = Math.IEEEremainder(two + Math.PI, period);
      if (oneShifted * oneShifted + twoShifted * twoShifted < one * one + two * two) {
        one = oneShifted;
        two = twoShifted;
      }
      q[2] = reference[2] + one;
      q[4] = reference[4] + two;
      return q;
    }

    @Override
    public String description() {
      return "signs of frequencies x phase periods x exchange of the two sines";
    }
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Integer> POINTS =
        Parameter.integer("points", 5, 1_000_000, "number of data points").orElse(100);
    private static final Parameter<Double> SIGMA =
        Parameter.real("sigma", 0, 1e3, "noise of the data").orElse(0.02);
    private static final Parameter<double[]> TRUTH =
        Parameter.reals("truth", -1e3, 1e3, "q1 ... q5 behind the data")
            .orElse(List.of(0.1, 2.13, 0.0, 1.34, 0.0));
    private static final Parameter<Long> DATA_SEED =
        Parameter.seed("dataSeed", "seed of the data").orElse(1);
    private static final Parameter<String> DATA =
        Parameter.text("data", "file with x and y on each line, in place of made data").orElse("");
    private static final Parameter<Double> WINDOW =
        Parameter.real("window", 0.1, 100, "largest |q1|, |q2| and |q4|").orElse(3.0);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.SURFACES,
          "nonlinear-regression",
          "sum of squares for y = exp(-q1 x) sin(q2 x + q3) sin(q4 x + q5)",
          POINTS,
          SIGMA,
          TRUTH,
          DATA_SEED,
          DATA,
          WINDOW);
    }

    @Override
    public Potential create(ParameterValues values) {
      double window = values.get(WINDOW);
      if (!values.get(DATA).isEmpty()) {
        return fromFile(Path.of(values.get(DATA)), window);
      }
      double[] truth = values.get(TRUTH);
      if (truth.length != 5) {
        throw TRUTH.refused("expected 5 numbers for truth, found " + truth.length);
      }
      return synthetic(values.get(POINTS), values.get(SIGMA), truth, values.get(DATA_SEED), window);
    }

    private static NonlinearRegression fromFile(Path file, double window) {
      List<String> lines;
      try {
        lines = Files.readAllLines(file);
      } catch (IOException e) {
        throw DATA.refused("cannot read data file " + file + " (" + e + ")");
      }
      List<double[]> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i).strip();
        if (!line.isEmpty() && !line.startsWith("#")) {
          rows.add(row(line, file + " line " + (i + 1)));
        }
      }
      if (rows.size() < 5) {
        throw new IllegalArgumentException(
            file + ": expected at least 5 data points for 5 parameters, found " + rows.size());
      }
      return new NonlinearRegression(
          rows.stream().mapToDouble(r -> r[0]).toArray(),
          rows.stream().mapToDouble(r -> r[1]).toArray(),
          window);
    }

    private static double[] row(String line, String where) {
      String[] cells = line.split("[\\s,;]+", -1);
      try {
        double[] row = Stream.of(cells).mapToDouble(Double::parseDouble).toArray();
        if (row.length != 2 || !Double.isFinite(row[0]) || !Double.isFinite(row[1])) {
          throw new NumberFormatException();
        }
        return row;
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            where + ": expected two numbers (x and y), found \"" + line + "\"", e);
      }
    }
  }
}
