package dev.tarn.analytics.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A logarithmic axis with ticks at powers of ten.
 *
 * @param low value at the start, above 0
 * @param high value at the end, above {@code low}
 */
public record LogAxis(double low, double high) implements Scale {

  public LogAxis {
    if (!(low > 0 && low < high) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "expected a logarithmic axis from a lower to a higher positive value, found "
              + low
              + " to "
              + high);
    }
  }

  @Override
  public double fraction(double value) {
    return Math.log(value / low) / Math.log(high / low);
  }

  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int k = (int) Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++) {
      addInside(ticks, Math.pow(10, k));
    }
    return ticks;
  }

  @Override
  public List<Double> minorTicks() {
    List<Double> ticks = new ArrayList<>();
    for (int k = (int) Math.floor(Math.log10(low)); k <= Math.ceil(Math.log10(high)); k++) {
      for (int digit = 2; digit < 10; digit++) {
        addInside(ticks, digit * Math.pow(10, k));
      }
    }
    return ticks;
  }

  private void addInside(List<Double> ticks, double value) {
    if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
      ticks.add(value);
    }
  }

  /** Powers of ten written out where they are short. */
  @Override
  public String label(double tick) {
    int power = (int) Math.rint(Math.log10(tick));
    if (power >= 0 && power <= 5) {
      return String.format(Locale.ROOT, "%.0f", tick);
    }
    return power < 0 && power >= -4
        ? String.format(Locale.ROOT, "%." + -power + "f", tick)
        : "1e" + power;
  }
}
