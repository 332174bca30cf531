package dev.tarn.potentials.arithmetic;

/**
 * Products of tall matrices with small ones, by the fastest means that this Java offers.
 *
 * <p>A <em>panel</em> is a row-major matrix whose rows are {@link #width} numbers long, a multiple
 * of {@link #LANES}; what a row has too much is padding, which starts as zero and never matters.
 *
 * <p>Every element of a result is the sum of what stood there and of the products, one after the
 * other in the order of the index that is summed over, each product rounded before it is added.
 * Results are therefore equal to the last bit with and without the module {@code
 * jdk.incubator.vector}, on every processor.
 */
public abstract class PanelArithmetic {
  /** Widths of panels are multiples of this. */
  public static final int LANES = 4;

  private static final PanelArithmetic BEST =
      Implementations.best(
          PanelArithmetic.class, "VectorUnitPanelArithmetic", PanelArithmetic::plain);

  /** Only the two implementations here. */
  PanelArithmetic() {}

  /** The fastest implementation. */
  public static PanelArithmetic best() {
    return BEST;
  }

  /** Plain loops. */
  public static PanelArithmetic plain() {
    return new PlainPanelArithmetic();
  }

  /** The least width of a panel with that many columns. */
  public static int width(int columns) {
    return (columns + LANES - 1) / LANES * LANES;
  }

  /**
   * C += A B for some rows of C.
   *
   * @param c panel
   * @param columns columns of C and B that count; their width follows
   * @param a row-major, {@code stride} numbers a row, of which the first {@code depth} count
   * @param stride distance between rows of A
   * @param depth columns of A, rows of B
   * @param b panel of {@code depth} rows
   * @param from first row of A and C
   * @param to row after the last
   */
  public abstract void addProduct(
      double[] c, int columns, double[] a, int stride, int depth, double[] b, int from, int to);

  /**
   * G += A' D over some rows of A and D.
   *
   * @param g panel of {@code depth} rows
   * @param columns columns of G and D that count; their width follows
   * @param a row-major, {@code stride} numbers a row, of which the first {@code depth} count; with
   *     a stride of 0 all rows are the same one
   * @param stride distance between rows of A
   * @param depth columns of A, rows of G
   * @param d panel
   * @param from first row of A and D
   * @param to row after the last
   */
  public abstract void addTransposedProduct(
      double[] g, int columns, double[] a, int stride, int depth, double[] d, int from, int to);

  /**
   * C += S B for some rows of C, where S is sparse.
   *
   * @param c panel
   * @param columns columns of C and B that count; their width follows
   * @param s a sparse matrix in compressed rows
   * @param b panel of as many rows as S has columns
   * @param from first row of S and C
   * @param to row after the last
   */
  public abstract void addSparseProduct(
      double[] c, int columns, CompressedRows s, double[] b, int from, int to);
}
