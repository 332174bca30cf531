package dev.tarn.analytics.kinetics;

import java.util.Arrays;

/**
 * Elimination in numbers m 2^e with a double m and an int e, for temperatures so low that
 * conductances or occupations leave the range of doubles. The relative precision is that of
 * doubles; it is several times slower than {@link PlainElimination}.
 */
final class WideElimination extends Elimination {
  /**
   * ln 2 in two parts; the first has 21 zero bits at its end, so that a multiple of it is exact.
   */
  private static final double LN_2_HIGH = 0x1.62e42feep-1;

  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;

  /** Below this difference of exponents a term does not change a sum. */
  private static final int NEGLIGIBLE = -120;

  private final WideArray values;
  private final WideArray sums;

  WideElimination(EliminationPlan plan, double[] lnConductances) {
    super(plan);
    values = new WideArray(plan.size);
    sums = new WideArray(plan.eliminated);
    for (int pair = 0; pair < lnConductances.length; pair++) {
      int slot = plan.slotOf[pair];
      if (slot >= 0 && lnConductances[pair] > Double.NEGATIVE_INFINITY) {
        int exponent = exponentOf(lnConductances[pair]);
        values.add(slot, mantissaOf(lnConductances[pair], exponent), exponent);
      }
    }
    factorise();
  }

  private static int exponentOf(double ln) {
    return (int) Math.floor(ln / (LN_2_HIGH + LN_2_LOW));
  }

  private static double mantissaOf(double ln, int exponent) {
    return Math.exp((ln - exponent * LN_2_HIGH) - exponent * LN_2_LOW);
  }

  /** Right-looking: each column adds to the later ones as soon as it is complete. */
  private void factorise() {
    int[] panelOf = new int[plan.columnCount];
    int panels = plan.rows.length;
    for (int s = 0; s < panels; s++) {
      Arrays.fill(panelOf, plan.firstColumn[s], plan.firstColumn[s + 1], s);
    }
    int[] place = new int[plan.columnCount];
    for (int panel = 0; panel < panels - 1; panel++) {
      int[] rows = plan.rows[panel];
      int first = plan.firstColumn[panel];
      for (int j = first; j < plan.firstColumn[panel + 1]; j++) {
        int column = plan.start[panel] + (j - first) * rows.length;
        for (int k = j - first + 1; k < rows.length; k++) {
          values.normalise(column + k);
          sums.add(j, values.mantissa[column + k], values.exponent[column + k]);
        }
        sums.normalise(j);
        spread(panel, j - first, column, panelOf, place);
      }
    }
    for (int slot = plan.start[panels - 1]; slot < plan.size; slot++) {
      values.normalise(slot);
    }
  }

  private void spread(int panel, int c, int column, int[] panelOf, int[] place) {
    int[] rows = plan.rows[panel];
    int j = plan.firstColumn[panel] + c;
    int placed = -1;
    for (int k = c + 1; k < rows.length; k++) {
      double m = values.mantissa[column + k];
      if (m == 0) {
        continue;
      }
      double factor = m / sums.mantissa[j];
      int shift = values.exponent[column + k] - sums.exponent[j];
      int target = panelOf[rows[k]];
      int[] targetRows = plan.rows[target];
      if (target != placed) {
        for (int r = 0; r < targetRows.length; r++) {
          place[targetRows[r]] = r;
        }
        placed = target;
      }
      int into = plan.start[target] + (rows[k] - plan.firstColumn[target]) * targetRows.length;
      for (int l = k + 1; l < rows.length; l++) {
        values.add(
            into + place[rows[l]],
            factor * values.mantissa[column + l],
            shift + values.exponent[column + l]);
      }
    }
  }

  @Override
  double[] forward(double[] lnSources) {
    WideArray s = WideArray.ofLogarithms(lnSources);
    for (int panel = 0; panel < plan.rows.length - 1; panel++) {
      int[] rows = plan.rows[panel];
      int first = plan.firstColumn[panel];
      for (int j = first; j < plan.firstColumn[panel + 1]; j++) {
        s.normalise(j);
        int column = plan.start[panel] + (j - first) * rows.length;
        double factor = s.mantissa[j] / sums.mantissa[j];
        int shift = s.exponent[j] - sums.exponent[j];
        for (int k = j - first + 1; k < rows.length; k++) {
          s.add(rows[k], factor * values.mantissa[column + k], shift + values.exponent[column + k]);
        }
      }
    }
    return s.logarithms();
  }

  @Override
  double[] backward(double[] lnSourcesAndBoundary) {
    WideArray t = WideArray.ofLogarithms(lnSourcesAndBoundary);
    for (int panel = plan.rows.length - 2; panel >= 0; panel--) {
      int[] rows = plan.rows[panel];
      int first = plan.firstColumn[panel];
      for (int j = plan.firstColumn[panel + 1] - 1; j >= first; j--) {
        int column = plan.start[panel] + (j - first) * rows.length;
        for (int k = j - first + 1; k < rows.length; k++) {
          t.add(
              j,
              values.mantissa[column + k] * t.mantissa[rows[k]],
              values.exponent[column + k] + t.exponent[rows[k]]);
        }
        t.mantissa[j] /= sums.mantissa[j];
        t.exponent[j] -= sums.exponent[j];
        t.normalise(j);
      }
    }
    return t.logarithms();
  }

  @Override
  double lnReducedConductance(int aClass, int otherClass) {
    return values.logarithm(slotOfClasses(aClass, otherClass));
  }

  /** Numbers that are not negative, {@code mantissa} 2^{@code exponent}. */
  private static final class WideArray {
    final double[] mantissa;
    final int[] exponent;

    WideArray(int length) {
      mantissa = new double[length];
      exponent = new int[length];
    }

    static WideArray ofLogarithms(double[] logarithms) {
      WideArray array = new WideArray(logarithms.length);
      for (int k = 0; k < logarithms.length; k++) {
        if (logarithms[k] > Double.NEGATIVE_INFINITY) {
          array.exponent[k] = exponentOf(logarithms[k]);
          array.mantissa[k] = mantissaOf(logarithms[k], array.exponent[k]);
        }
      }
      return array;
    }

    void add(int k, double m, int e) {
      if (m == 0) {
        return;
      }
      double old = mantissa[k];
      int difference = e - exponent[k];
      if (old == 0) {
        mantissa[k] = m;
        exponent[k] = e;
      } else if (difference <= 0) {
        if (difference > NEGLIGIBLE) {
          mantissa[k] = old + m * powerOfTwo(difference);
        }
      } else {
        mantissa[k] = difference < -NEGLIGIBLE ? old * powerOfTwo(-difference) + m : m;
        exponent[k] = e;
      }
    }

    /** Brings the mantissa into [1, 2). */
    void normalise(int k) {
      if (mantissa[k] != 0) {
        int e = Math.getExponent(mantissa[k]);
        mantissa[k] *= powerOfTwo(-e);
        exponent[k] += e;
      }
    }

    double logarithm(int k) {
      return mantissa[k] == 0
          ? Double.NEGATIVE_INFINITY
          : exponent[k] * LN_2_HIGH + (exponent[k] * LN_2_LOW + Math.log(mantissa[k]));
    }

    double[] logarithms() {
      double[] result = new double[mantissa.length];
      for (int k = 0; k < result.length; k++) {
        normalise(k);
        result[k] = logarithm(k);
      }
      return result;
    }

    private static double powerOfTwo(int e) {
      return Double.longBitsToDouble((e + 1023L) << 52);
    }
  }
}
