package dev.tarn.potentials.arithmetic;

/**
 * Operations on vectors and on pairs of atoms, by the fastest means that this Java offers.
 *
 * <p>Where the incubating module {@code jdk.incubator.vector} has been added to the virtual machine
 * ({@code --add-modules jdk.incubator.vector}) they use 256-bit vectors; otherwise plain loops. The
 * results are equal to the last bit.
 */
public abstract class Arithmetic {
  private static final Arithmetic BEST =
      Implementations.best(Arithmetic.class, "VectorUnitArithmetic", Arithmetic::plain);

  /** Only the two implementations here. */
  Arithmetic() {}

  /** The fastest implementation. */
  public static Arithmetic best() {
    return BEST;
  }

  /** Plain loops. */
  public static Arithmetic plain() {
    return new PlainArithmetic();
  }

  /** Whether the vector unit is used. */
  public abstract boolean usesVectorUnit();

  /**
   * Scalar product of two vectors of one length, in eight partial sums: one alone would wait for
   * each addition.
   */
  public abstract double dot(double[] a, double[] b);

  /** Scalar product of {@code length} elements of each from the given offsets on. */
  public abstract double dot(double[] a, int atA, double[] b, int atB, int length);

  /**
   * Scalar products of {@code count} rows with x, each in four partial sums: faster than one after
   * the other, as they do not wait for each other.
   *
   * @param out overwritten with {@code count} products
   * @param stride from one row to the next
   */
  public abstract void products(
      double[] out,
      double[] rows,
      int atRows,
      int stride,
      int count,
      double[] x,
      int atX,
      int length);

  /** y += factor x. */
  public final void add(double[] y, double factor, double[] x) {
    add(y, 0, factor, x, 0, y.length);
  }

  /** y += factor x for {@code length} elements from the given offsets on. */
  public abstract void add(double[] y, int atY, double factor, double[] x, int atX, int length);

  /**
   * y = scale y + factor x, in one go with the scalar product of the result and z, which is summed
   * as {@link #dot} does.
   *
   * @param z may be y
   * @return y z
   */
  public abstract double addAndDot(double[] y, double scale, double factor, double[] x, double[] z);

  /**
   * direction = a direction + b residual + c vector, and then vector = d vector + direction: the
   * step of a search in the space of three vectors.
   */
  public abstract void combine(
      double[] vector,
      double[] residual,
      double[] direction,
      double a,
      double b,
      double c,
      double d);

  /** x *= factor. */
  public final void scale(double[] x, double factor) {
    scale(x, 0, factor, x.length);
  }

  /** x *= factor for {@code length} elements from the given offset on. */
  public abstract void scale(double[] x, int at, double factor, int length);

  /** out = x + factor y, all of one length. */
  public abstract void sum(double[] out, double[] x, double factor, double[] y);

  /** out = factor (a - b), all of one length. */
  public abstract void difference(double[] out, double factor, double[] a, double[] b);

  /**
   * y += the sum of the first {@code count} rows, each times its factor: faster than one after the
   * other, as y is read and written once.
   *
   * @param rows rows of the length of y, one after the other
   */
  public final void addRows(double[] y, double[] factors, double[] rows, int count) {
    addRows(y, 0, factors, rows, 0, y.length, count, y.length);
  }

  /**
   * The same for {@code length} elements of y and of each row from the given offsets on.
   *
   * @param stride from one row to the next
   */
  public abstract void addRows(
      double[] y,
      int atY,
      double[] factors,
      double[] rows,
      int atRows,
      int stride,
      int count,
      int length);

  /**
   * Sum over pairs of r^-12 - r^-6, times 4, and its gradient.
   *
   * @param space scratch space for that number of atoms
   * @param x coordinates x0 y0 z0 x1 …
   * @param gradient overwritten
   */
  public abstract double lennardJones(PairSpace space, double[] x, double[] gradient);
}
