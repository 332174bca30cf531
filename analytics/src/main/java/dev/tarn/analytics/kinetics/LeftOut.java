package dev.tarn.analytics.kinetics;

import java.util.List;

/**
 * What a calculation did not look at, because it is not connected with both sets of minima.
 *
 * @param minima number of minima outside of the connected component
 * @param transitionStates number of transition states outside of it
 * @param degenerateRearrangements number of transition states within it that lead back to the
 *     minimum they came from, and carry no flux
 * @param ofFrom ids of minima of the set {@code from} that lie outside
 * @param ofTo ids of minima of the set {@code to} that lie outside
 */
public record LeftOut(
    int minima,
    int transitionStates,
    int degenerateRearrangements,
    List<Long> ofFrom,
    List<Long> ofTo) {
  public LeftOut {
    ofFrom = List.copyOf(ofFrom);
    ofTo = List.copyOf(ofTo);
  }

  /** One line for a person; empty if nothing was left out. */
  public String describe() {
    StringBuilder text = new StringBuilder();
    if (minima > 0) {
      text.append("left out ")
          .append(minima)
          .append(minima == 1 ? " minimum and " : " minima and ")
          .append(transitionStates)
          .append(transitionStates == 1 ? " transition state" : " transition states")
          .append(" that are not connected with both sets");
    }
    if (!ofFrom.isEmpty() || !ofTo.isEmpty()) {
      text.append("; of the sets themselves:");
      ofFrom.forEach(id -> text.append(' ').append(id));
      ofTo.forEach(id -> text.append(' ').append(id));
    }
    return text.toString();
  }
}
