package dev.tarn.application.tree;

import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.analytics.tree.LeafSelection;
import dev.tarn.analytics.tree.Levels;
import dev.tarn.analytics.tree.TreeStyle;
import dev.tarn.application.MinimumProperty;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The disconnectivity graph.
 *
 * @param levels how many levels, evenly spaced, and where the highest is
 * @param leaves which minima are drawn
 * @param colour property that colours the minima; one dark colour if empty
 * @param title headline of the drawing; the name of the landscape if empty
 */
public record TreeQuestion(
    Levels levels, LeafSelection leaves, Optional<String> colour, Optional<String> title)
    implements Question<TreeAnswer> {

  /** Number of levels unless another is given. */
  public static final int LEVELS = 60;

  /** All minima, at the usual number of levels. */
  public static TreeQuestion ofAllMinima() {
    return new TreeQuestion(
        Levels.of(LEVELS), new LeafSelection.All(), Optional.empty(), Optional.empty());
  }

  /** All minima, without a headline. */
  public static TreeQuestion colouredBy(String property) {
    return new TreeQuestion(
        Levels.of(LEVELS), new LeafSelection.All(), Optional.of(property), Optional.of(""));
  }

  /**
   * As a person asks for it.
   *
   * @param levels number of levels, from 1
   * @param top energy of the highest level; chosen if empty
   * @param lowest only the lowest so many minima; all if empty
   * @param largestComponent whether to draw the largest connected component alone, unless a number
   *     of minima is given
   */
  public static TreeQuestion of(
      int levels,
      Optional<Double> top,
      Optional<Integer> lowest,
      boolean largestComponent,
      Optional<String> colour,
      Optional<String> title) {
    try {
      return new TreeQuestion(
          new Levels(levels, top.map(OptionalDouble::of).orElse(OptionalDouble.empty())),
          leaves(lowest, largestComponent),
          colour,
          title);
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(e);
    }
  }

  private static LeafSelection leaves(Optional<Integer> lowest, boolean largestComponent) {
    if (lowest.isPresent()) {
      try {
        return new LeafSelection.Lowest(lowest.get());
      } catch (IllegalArgumentException e) {
        throw QuestionException.misuse(new OptionName("lowest"), e);
      }
    }
    return largestComponent ? new LeafSelection.LargestComponent() : new LeafSelection.All();
  }

  @Override
  public TreeAnswer answer(Subject subject) {
    return new TreeAnswer(
        subject.landscape(),
        DisconnectivityGraph.of(subject.network()).superbasins(levels, leaves),
        TreeStyle.titled(title.orElse(subject.name()), subject.landscape().energyUnit())
            .with(MinimumProperty.colouring(colour, subject)));
  }
}
