package dev.tarn.analytics.kinetics;

import dev.tarn.analytics.thermodynamics.LogSum;
import java.util.Arrays;
import java.util.Locale;

/**
 * A reversible network from which vertices have been eliminated one by one, and the linear systems
 * that this solves.
 *
 * <p>With conductances w (symmetric, the equilibrium fluxes between neighbours) eliminating vertex
 * x is
 *
 * <p>w_ij += w_ix w_xj / S_x, S_x = sum over j != x of w_xj,
 *
 * <p>the star-mesh transformation. It is the graph transformation of Trygubenko and Wales (J. Chem.
 * Phys. 124, 234110, 2006, <a href="https://doi.org/10.1063/1.2198806">doi:10.1063/1.2198806</a>)
 * in the form of Grassmann, Taksar and Heyman (Oper. Res. 33, 1107, 1985), written for a network
 * with detailed balance: there w_ij = p_i P_ij / tau_i, half the numbers and half the work are
 * enough, and self-loops, the P_xx that approach 1 at low temperature, never arise. S_x is summed
 * and nothing is ever subtracted, so every number keeps its relative accuracy.
 *
 * <p>The systems are, for every eliminated vertex x,
 *
 * <p>sum over j of w_xj (t_x - t_j) = s_x
 *
 * <p>with sources s >= 0 and given values t >= 0 on the classes of kept vertices: mean first
 * passage times have s_x = p_x, committors s = 0. Forward elimination and back substitution only
 * add and multiply numbers that are not negative.
 *
 * <p>All arguments and results are natural logarithms, minus infinity for zero.
 */
abstract class Elimination {
  /**
   * Natural logarithm of the widest range of conductances or occupations that is left to plain
   * doubles: 1e87. Products of three such ranges, as second moments of passage times contain them,
   * are still far from overflow; and a conductance that underflows is then 1e-220 of the smallest
   * one that matters.
   */
  private static final double PLAIN_RANGE = 200;

  /** Beyond it exponents would leave the integers; at an energy of 1 this is T = 1e-8. */
  private static final double WIDEST_RANGE = 1e8;

  final EliminationPlan plan;

  Elimination(EliminationPlan plan) {
    this.plan = plan;
  }

  /**
   * Eliminates.
   *
   * @param lnConductances by pair of the plan's graph
   * @param lnOccupations by vertex; only their range matters
   */
  static Elimination of(EliminationPlan plan, double[] lnConductances, double[] lnOccupations) {
    double range = Math.max(range(lnConductances), range(lnOccupations));
    if (range > WIDEST_RANGE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the temperature is too low: rate constants range over exp(%.3g), expected at most"
                  + " exp(%.0e)",
              range,
              WIDEST_RANGE));
    }
    return range <= PLAIN_RANGE
        ? new PlainElimination(plan, lnConductances)
        : new WideElimination(plan, lnConductances);
  }

  private static double range(double[] logarithms) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = Double.NEGATIVE_INFINITY;
    for (double ln : logarithms) {
      if (ln > Double.NEGATIVE_INFINITY) {
        smallest = Math.min(smallest, ln);
        largest = Math.max(largest, ln);
      }
    }
    return largest > smallest ? largest - smallest : 0;
  }

  /**
   * Moves the sources of eliminated vertices on to those that are eliminated later and, in the end,
   * to the classes.
   *
   * @param lnSources by vertex of the graph
   * @return by column
   */
  final double[] eliminateSources(double[] lnSources) {
    double[] byColumn = new double[plan.columnCount];
    Arrays.fill(byColumn, Double.NEGATIVE_INFINITY);
    for (int v = 0; v < lnSources.length; v++) {
      int column = plan.columnOf[v];
      byColumn[column] =
          column < plan.eliminated ? lnSources[v] : LogSum.of(byColumn[column], lnSources[v]);
    }
    return forward(byColumn);
  }

  /**
   * Solves from the last eliminated vertex back to the first.
   *
   * @param lnReducedSources by column, from {@link #eliminateSources}
   * @param lnBoundary value of each class
   * @return by vertex of the graph; kept vertices have the value of their class
   */
  final double[] substitute(double[] lnReducedSources, double[] lnBoundary) {
    double[] byColumn = lnReducedSources.clone();
    System.arraycopy(lnBoundary, 0, byColumn, plan.eliminated, lnBoundary.length);
    double[] solution = backward(byColumn);
    double[] result = new double[plan.columnOf.length];
    for (int v = 0; v < result.length; v++) {
      result[v] = solution[plan.columnOf[v]];
    }
    return result;
  }

  /** Solution for these sources and boundary values; both steps in one. */
  final double[] solve(double[] lnSources, double[] lnBoundary) {
    return substitute(eliminateSources(lnSources), lnBoundary);
  }

  abstract double[] forward(double[] lnSources);

  abstract double[] backward(double[] lnSourcesAndBoundary);

  /** Conductance between two classes after the elimination. */
  abstract double lnReducedConductance(int aClass, int otherClass);

  final int slotOfClasses(int aClass, int otherClass) {
    int last = plan.rows.length - 1;
    return plan.start[last]
        + Math.min(aClass, otherClass) * plan.rows[last].length
        + Math.max(aClass, otherClass);
  }
}
