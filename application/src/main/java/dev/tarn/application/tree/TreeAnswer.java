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
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A disconnectivity graph.
 *
 * @param landscape what is known of the landscape as a whole
 * @param tree superbasins level by level
 * @param style how it is drawn
 */
public record TreeAnswer(Landscape landscape, SuperbasinTree tree, TreeStyle style)
    implements Answer {

  /**
   * A superbasin at one level.
   *
   * @param name level and number in it, as in 3_2
   * @param level from 1 at the top
   * @param energy energy of the level
   * @param parent name of the superbasin above; null at the top
   * @param size number of minima in it
   * @param lowest id of its lowest minimum
   * @param lowestEnergy energy of that
   */
  public record SuperbasinRow(
      String name,
      long level,
      double energy,
      @Nullable String parent,
      long size,
      long lowest,
      double lowestEnergy) {}

  /** The superbasins from the top. */
  public List<SuperbasinRow> rows() {
    return IntStream.range(0, tree.nodeCount()).mapToObj(this::row).toList();
  }

  private SuperbasinRow row(int node) {
    Network network = tree.network();
    int lowest = tree.lowestMinimum(node);
    int parent = tree.parent(node);
    return new SuperbasinRow(
        tree.name(node),
        tree.level(node),
        tree.levelEnergy(tree.level(node)),
        parent < 0 ? null : tree.name(parent),
        tree.size(node),
        network.minimumId(lowest),
        network.energy(lowest));
  }

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
