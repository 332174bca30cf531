package dev.tarn.analytics.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A linear axis with round tick values.
 *
 * @param low value at the start
 * @param high value at the end, above {@code low}
 * @param step distance of ticks: 1, 2, 2.5 or 5 times a power of ten
 */
public record Axis(double low, double high, double step) implements Scale {

  public Axis {
    if (!(low < high) || !Double.isFinite(high - low)) {
      throw new IllegalArgumentException(
          "expected an axis from a lower to a higher finite value, found " + low + " to " + high);
    }
  }

  /** An axis over exactly that range with about {@code ticks} ticks. */
  public static Axis over(double low, double high, int ticks) {
    double rough = (high - low) / Math.max(1, ticks);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= rough * 0.999) {
        step = factor * power;
        break;
      }
    }
    return new Axis(low, high, step);
  }

  @Override
  public List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    double slack = step * 1e-9;
    long first = (long) Math.ceil((low - slack) / step);
    long last = (long) Math.floor((high + slack) / step);
    for (long k = first; k <= last; k++) {
      ticks.add(k * step);
    }
    return ticks;
  }

  /** The tick value with as many decimals as the step needs and a true minus sign. */
  @Override
  public String label(double tick) {
    double size = Math.max(Math.abs(low), Math.abs(high));
    if (size >= 1e6 || size < 1e-3) {
      // As many digits as tell neighbouring ticks apart.
      double digits = Math.floor(Math.log10(size)) - Math.floor(Math.log10(step));
      int shown = (int) Math.max(0, Math.min(15, digits + 1));
      return tick == 0 ? "0" : minus(String.format(Locale.ROOT, "%." + shown + "e", tick));
    }
    int decimals = 0;
    for (double s = step; decimals < 12 && Math.abs(s - Math.rint(s)) > 1e-6 * s; s *= 10) {
      decimals++;
    }
    return minus(String.format(Locale.ROOT, "%." + decimals + "f", tick == 0 ? 0.0 : tick));
  }

  private static String minus(String text) {
    return text.replace('-', '\u2212');
  }

  @Override
  public double fraction(double value) {
    return (value - low) / (high - low);
  }
}
