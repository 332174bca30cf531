package dev.tarn.analytics.kinetics;

import java.util.Arrays;

/** Elimination in plain doubles, scaled so that the largest conductance is 1. */
final class PlainElimination extends Elimination {
  private final double lnScale;
  private final double[] values;

  /** Sum of the conductances of a column at its elimination. */
  private final double[] sums;

  PlainElimination(EliminationPlan plan, double[] lnConductances) {
    super(plan);
    double largest = Double.NEGATIVE_INFINITY;
    for (double ln : lnConductances) {
      largest = Math.max(largest, ln);
    }
    lnScale = largest == Double.NEGATIVE_INFINITY ? 0 : largest;
    values = new double[plan.size];
    sums = new double[plan.eliminated];
    for (int pair = 0; pair < lnConductances.length; pair++) {
      if (plan.slotOf[pair] >= 0) {
        values[plan.slotOf[pair]] += Math.exp(lnConductances[pair] - lnScale);
      }
    }
    factorise();
  }

  /**
   * Left-looking, panel by panel: everything that earlier panels add to this one, then the columns
   * of the panel among themselves. Each panel waits in the list of the panel that holds the next
   * row it has not yet added to.
   */
  private void factorise() {
    int panels = plan.rows.length;
    int[] waiting = new int[panels];
    int[] nextWaiting = new int[panels];
    int[] progress = new int[panels];
    Arrays.fill(waiting, -1);
    int[] panelOf = new int[plan.columnCount];
    for (int s = 0; s < panels; s++) {
      Arrays.fill(panelOf, plan.firstColumn[s], plan.firstColumn[s + 1], s);
    }
    int[] place = new int[plan.columnCount];
    double[] sum = new double[plan.columnCount];
    for (int target = 0; target < panels; target++) {
      int[] targetRows = plan.rows[target];
      for (int k = 0; k < targetRows.length; k++) {
        place[targetRows[k]] = k;
      }
      int source = waiting[target];
      while (source >= 0) {
        int following = nextWaiting[source];
        int done = add(source, progress[source], target, place, sum);
        progress[source] = done;
        await(source, done, panelOf, waiting, nextWaiting);
        source = following;
      }
      if (plan.firstColumn[target] < plan.eliminated) {
        eliminateWithin(target);
        int width = plan.firstColumn[target + 1] - plan.firstColumn[target];
        progress[target] = width;
        await(target, width, panelOf, waiting, nextWaiting);
      }
    }
  }

  private void await(int panel, int row, int[] panelOf, int[] waiting, int[] nextWaiting) {
    if (row < plan.rows[panel].length) {
      int at = panelOf[plan.rows[panel][row]];
      nextWaiting[panel] = waiting[at];
      waiting[at] = panel;
    }
  }

  /** Adds to a panel what the elimination of an earlier one's columns gives; the next open row. */
  private int add(int source, int from, int target, int[] place, double[] sum) {
    int[] sourceRows = plan.rows[source];
    int height = sourceRows.length;
    int firstColumn = plan.firstColumn[source];
    int width = plan.firstColumn[source + 1] - firstColumn;
    int base = plan.start[source];
    int targetFirst = plan.firstColumn[target];
    int targetEnd = plan.firstColumn[target + 1];
    int targetHeight = plan.rows[target].length;
    int p = from;
    for (; p < height && sourceRows[p] < targetEnd; p++) {
      int length = height - p - 1;
      Arrays.fill(sum, 0, length, 0.0);
      int c = 0;
      for (; c + 4 <= width; c += 4) {
        int at = base + c * height + p;
        addFour(
            sum,
            length,
            at + 1,
            height,
            values[at] / sums[firstColumn + c],
            values[at + height] / sums[firstColumn + c + 1],
            values[at + 2 * height] / sums[firstColumn + c + 2],
            values[at + 3 * height] / sums[firstColumn + c + 3]);
      }
      for (; c < width; c++) {
        int at = base + c * height + p;
        addOne(sum, length, at + 1, values[at] / sums[firstColumn + c]);
      }
      int column = plan.start[target] + (sourceRows[p] - targetFirst) * targetHeight;
      for (int k = 0; k < length; k++) {
        values[column + place[sourceRows[p + 1 + k]]] += sum[k];
      }
    }
    return p;
  }

  private void addFour(
      double[] sum, int length, int at, int step, double f0, double f1, double f2, double f3) {
    double[] v = values;
    int at1 = at + step;
    int at2 = at1 + step;
    int at3 = at2 + step;
    for (int k = 0; k < length; k++) {
      sum[k] += f0 * v[at + k] + f1 * v[at1 + k] + (f2 * v[at2 + k] + f3 * v[at3 + k]);
    }
  }

  private void addOne(double[] sum, int length, int at, double f) {
    double[] v = values;
    for (int k = 0; k < length; k++) {
      sum[k] += f * v[at + k];
    }
  }

  private void eliminateWithin(int panel) {
    double[] v = values;
    int height = plan.rows[panel].length;
    int first = plan.firstColumn[panel];
    int width = plan.firstColumn[panel + 1] - first;
    for (int c = 0; c < width; c++) {
      int column = plan.start[panel] + c * height;
      double sum = 0;
      for (int k = c + 1; k < height; k++) {
        sum += v[column + k];
      }
      sums[first + c] = sum;
      for (int d = c + 1; d < width; d++) {
        double f = v[column + d] / sum;
        int other = plan.start[panel] + d * height;
        for (int k = d + 1; k < height; k++) {
          v[other + k] += f * v[column + k];
        }
      }
    }
  }

  @Override
  double[] forward(double[] lnSources) {
    double shift = largest(lnSources, 0, lnSources.length);
    double[] s = new double[lnSources.length];
    for (int j = 0; j < s.length; j++) {
      s[j] = Math.exp(lnSources[j] - shift);
    }
    for (int panel = 0; panel < plan.rows.length - 1; panel++) {
      int[] rows = plan.rows[panel];
      int first = plan.firstColumn[panel];
      for (int j = first; j < plan.firstColumn[panel + 1]; j++) {
        int column = plan.start[panel] + (j - first) * rows.length;
        double f = s[j] / sums[j];
        for (int k = j - first + 1; k < rows.length; k++) {
          s[rows[k]] += f * values[column + k];
        }
      }
    }
    for (int j = 0; j < s.length; j++) {
      s[j] = Math.log(s[j]) + shift;
    }
    return s;
  }

  @Override
  double[] backward(double[] lnSourcesAndBoundary) {
    int n = lnSourcesAndBoundary.length;
    double[] t = new double[n];
    double shift =
        Math.max(
            largest(lnSourcesAndBoundary, 0, plan.eliminated) - lnScale,
            largest(lnSourcesAndBoundary, plan.eliminated, n));
    for (int j = 0; j < n; j++) {
      t[j] = Math.exp(lnSourcesAndBoundary[j] - (j < plan.eliminated ? lnScale : 0) - shift);
    }
    for (int panel = plan.rows.length - 2; panel >= 0; panel--) {
      int[] rows = plan.rows[panel];
      int first = plan.firstColumn[panel];
      for (int j = plan.firstColumn[panel + 1] - 1; j >= first; j--) {
        int column = plan.start[panel] + (j - first) * rows.length;
        double sum = t[j];
        for (int k = j - first + 1; k < rows.length; k++) {
          sum += values[column + k] * t[rows[k]];
        }
        t[j] = sum / sums[j];
      }
    }
    for (int j = 0; j < n; j++) {
      t[j] = Math.log(t[j]) + shift;
    }
    return t;
  }

  /** Largest logarithm, at least an arbitrary very small one so that shifts stay finite. */
  private static double largest(double[] logarithms, int from, int to) {
    double largest = -Double.MAX_VALUE / 4;
    for (int j = from; j < to; j++) {
      largest = Math.max(largest, logarithms[j]);
    }
    return largest;
  }

  @Override
  double lnReducedConductance(int aClass, int otherClass) {
    return Math.log(values[slotOfClasses(aClass, otherClass)]) + lnScale;
  }
}
