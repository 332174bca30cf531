package dev.tarn.application.tree;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.analytics.tree.TreePicture;
import dev.tarn.analytics.tree.TreeStyle;
import dev.tarn.application.Answer;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.QuestionException;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Network;
import java.nio.file.Path;

/**
 * A disconnectivity graph.
 *
 * @param landscape what is known of the landscape as a whole
 * @param tree superbasins level by level
 * @param style how it is drawn
 */
public record TreeAnswer(Landscape landscape, SuperbasinTree tree, TreeStyle style)
    implements Answer {

  /** The drawing. */
  public Picture picture() {
    return TreePicture.of(tree, style);
  }

  /**
   * Writes the drawing.
   *
   * @param file its name ends in .svg, .png or .pdf
   * @throws QuestionException if it does not
   */
  public void writeTo(Path file) {
    Drawings.write(picture(), Drawings.checked(file));
  }

  @Override
  public NamedValues values() {
    Network network = tree.network();
    return NamedValues.empty()
        .put("landscape", landscape.name())
        .put("leaves", tree.leafCount())
        .put("levels", tree.levels())
        .put("top", tree.top())
        .put("spacing", tree.spacing())
        .put("globalMinimum", network.energy(network.globalMinimum()));
  }
}
