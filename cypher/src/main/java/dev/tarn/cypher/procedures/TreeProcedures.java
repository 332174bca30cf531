package dev.tarn.cypher.procedures;

import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.analytics.tree.LeafSelection;
import dev.tarn.analytics.tree.Levels;
import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.analytics.tree.TreePicture;
import dev.tarn.analytics.tree.TreeStyle;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Mode;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.Procedure;

/** Disconnectivity graphs. */
public final class TreeProcedures {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  /**
   * A superbasin at one level.
   *
   * @param name level and number in it, as in 3_2
   * @param level from 1 at the top
   * @param energy energy of the level
   * @param parent name of the superbasin above; null at the top
   * @param size number of minima in it
   * @param lowest its lowest minimum
   * @param id id of that
   * @param lowestEnergy energy of that
   */
  public record SuperbasinRow(
      String name,
      long level,
      double energy,
      @Nullable String parent,
      long size,
      Node lowest,
      long id,
      double lowestEnergy) {}

  @Procedure(name = "tarn.tree", mode = Mode.READ)
  @Description("The disconnectivity graph as superbasins, level by level from the top.")
  @Usage(
      options = {
        Option.LEVELS,
        Option.TOP,
        Option.LOWEST,
        Option.LARGEST,
        Option.WHERE,
        Option.WHERE_TS
      },
      example =
          "CALL tarn.tree('lj13', {levels: 10}) YIELD level, name, parent, size, lowestEnergy")
  public Stream<SuperbasinRow> tree(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(
        tx,
        "tarn.tree",
        landscape,
        options,
        subject -> {
          SuperbasinTree tree = superbasins(subject);
          return IntStream.range(0, tree.nodeCount())
              .mapToObj(node -> row(subject, tree, node))
              .toList();
        });
  }

  private static SuperbasinTree superbasins(Subject subject) {
    Options options = subject.options();
    Levels levels =
        new Levels(
            options.count(Option.LEVELS, Levels.DEFAULT.count(), 1), options.number(Option.TOP));
    LeafSelection selection =
        options.has(Option.LOWEST)
            ? new LeafSelection.Lowest(options.count(Option.LOWEST, 1, 1))
            : options.flag(Option.LARGEST)
                ? new LeafSelection.LargestComponent()
                : new LeafSelection.All();
    return DisconnectivityGraph.of(subject.network()).superbasins(levels, selection);
  }

  private static SuperbasinRow row(Subject subject, SuperbasinTree tree, int node) {
    int lowest = tree.lowestMinimum(node);
    int parent = tree.parent(node);
    return new SuperbasinRow(
        tree.name(node),
        tree.level(node),
        tree.levelEnergy(tree.level(node)),
        parent < 0 ? null : tree.name(parent),
        tree.size(node),
        subject.minimum(lowest),
        subject.network().minimumId(lowest),
        subject.network().energy(lowest));
  }

  /**
   * A drawing.
   *
   * @param svg the whole document
   * @param leaves number of minima drawn
   * @param levels number of levels
   */
  public record DrawingRow(String svg, long leaves, long levels) {}

  @Procedure(name = "tarn.tree.svg", mode = Mode.READ)
  @Description("The disconnectivity graph as a drawing.")
  @Usage(
      options = {
        Option.LEVELS,
        Option.TOP,
        Option.LOWEST,
        Option.LARGEST,
        Option.COLOUR,
        Option.TITLE,
        Option.WHERE,
        Option.WHERE_TS
      },
      example = "CALL tarn.tree.svg('lj13', {colour: 'energy'}) YIELD svg, leaves")
  public Stream<DrawingRow> svg(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Subject.rows(
        tx,
        "tarn.tree.svg",
        landscape,
        options,
        subject -> {
          SuperbasinTree tree = superbasins(subject);
          TreeStyle style =
              TreeStyle.titled(
                      subject.options().text(Option.TITLE, landscape), subject.energyUnit())
                  .with(colouring(subject));
          return List.of(
              new DrawingRow(
                  PictureFormat.svg(TreePicture.of(tree, style)), tree.leafCount(), tree.levels()));
        });
  }

  private static Colouring colouring(Subject subject) {
    if (!subject.options().has(Option.COLOUR)) {
      return Colouring.plain();
    }
    String property = subject.options().text(Option.COLOUR, "energy");
    Network network = subject.network();
    double[] values = subject.points().property(network, property);
    long[] ids = new long[values.length];
    Map<Long, Double> known = new HashMap<>();
    for (int node = 0; node < values.length; node++) {
      ids[node] = network.minimumId(node);
      if (!Double.isNaN(values[node])) {
        known.put(ids[node], values[node]);
      }
    }
    if (known.isEmpty()) {
      TreeSet<String> names = new TreeSet<>();
      for (int node = 0; node < network.nodeCount(); node++) {
        subject.minimum(node).getPropertyKeys().forEach(names::add);
      }
      throw new IllegalArgumentException(
          "option colour: minima of "
              + network.name()
              + " have no number named "
              + property
              + NearestName.suggestion(property, names)
              + "; they have "
              + String.join(", ", names));
    }
    return Colouring.by(property, ids, known);
  }
}
