package dev.tarn.analytics.tree;

import java.util.OptionalDouble;

/**
 * Which levels to look at.
 *
 * @param count how many, 1 to 1000
 * @param top energy of level 1; if empty, the highest merge that is no outlier
 */
public record Levels(int count, OptionalDouble top) {
  /** Fine enough for a smooth picture, coarse enough for superbasins to be seen. */
  public static final Levels DEFAULT = of(60);

  public Levels {
    if (count < 1 || count > 1000) {
      throw new IllegalArgumentException("expected 1 to 1000 levels, found " + count);
    }
    if (top.isPresent() && !Double.isFinite(top.getAsDouble())) {
      throw new IllegalArgumentException(
          "expected a finite energy for the top level, found " + top.getAsDouble());
    }
  }

  /** That many levels below an automatic top. */
  public static Levels of(int count) {
    return new Levels(count, OptionalDouble.empty());
  }
}
