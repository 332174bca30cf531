package dev.tarn.potentials.symmetry;

import java.io.Serializable;

/**
 * One symmetry operation of a field on a lattice: value i of the image is {@code sign} times value
 * {@code source[i]} plus {@code shift[i]}, all of it times the sign of that site.
 *
 * <p>For angles the shift is the phase that a site picks up when the operation carries it around
 * the lattice; for a real field the sign of the site is that phase.
 */
public final class LatticeOperation implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] source;
  private final double[] factor;
  private final double[] shift;

  /**
   * An operation y_i = factor_i x_source(i) + shift_i.
   *
   * @param source a permutation of the sites; copied
   * @param factor one for each site, 1 or -1; copied
   * @param shift one for each site; copied
   */
  public LatticeOperation(int[] source, double[] factor, double[] shift) {
    if (source.length != factor.length || source.length != shift.length) {
      throw new IllegalArgumentException(
          "expected as many sources as factors and shifts, found "
              + source.length
              + ", "
              + factor.length
              + " and "
              + shift.length);
    }
    this.source = source.clone();
    this.factor = factor.clone();
    this.shift = shift.clone();
  }

  /** Number of sites. */
  public int sites() {
    return source.length;
  }

  /** Value of the image at a site. */
  double image(double[] x, int site) {
    return factor[site] * x[source[site]] + shift[site];
  }

  /** The image of {@code x}, a value for each site. */
  public double[] apply(double[] x) {
    double[] image = new double[source.length];
    for (int i = 0; i < image.length; i++) {
      image[i] = image(x, i);
    }
    return image;
  }
}
