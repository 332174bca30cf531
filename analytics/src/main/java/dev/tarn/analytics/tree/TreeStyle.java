package dev.tarn.analytics.tree;

import dev.tarn.analytics.plot.Colouring;

/**
 * How a disconnectivity graph is drawn.
 *
 * @param title headline; may be empty
 * @param energyUnit unit beside the energy axis, such as {@code epsilon}; may be empty
 * @param colouring colours of the minima by their ids
 * @param width width of the canvas in points; 0 for one that suits the number of leaves
 * @param height height of the canvas in points; 0 for one that suits the number of leaves
 */
public record TreeStyle(
    String title, String energyUnit, Colouring colouring, int width, int height) {

  public TreeStyle {
    if ((width != 0 && width < 200) || (height != 0 && height < 200)) {
      throw new IllegalArgumentException(
          "expected a canvas of at least 200 x 200 points, found " + width + " x " + height);
    }
  }

  /** A plain drawing of suitable size. */
  public static TreeStyle titled(String title, String energyUnit) {
    return new TreeStyle(title, energyUnit, Colouring.plain(), 0, 0);
  }

  /** The same with other colours. */
  public TreeStyle with(Colouring other) {
    return new TreeStyle(title, energyUnit, other, width, height);
  }
}
