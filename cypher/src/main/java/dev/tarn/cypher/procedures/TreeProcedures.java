package dev.tarn.cypher.procedures;

import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.application.Drawings;
import dev.tarn.application.tree.TreeAnswer;
import dev.tarn.application.tree.TreeQuestion;
import java.util.List;
import java.util.Map;
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
  public record SuperbasinColumns(
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
  public Stream<SuperbasinColumns> tree(
      @Name("landscape") String landscape,
      @Name(value = "options", defaultValue = "{}") Map<String, Object> options) {
    return Call.rows(
        tx,
        "tarn.tree",
        landscape,
        options,
        call -> {
          SuperbasinTree tree = call.ask(question(call)).tree();
          return IntStream.range(0, tree.nodeCount())
              .mapToObj(node -> columns(call, tree, node))
              .toList();
        });
  }

  private static TreeQuestion question(Call call) {
    Options options = call.options();
    return TreeQuestion.of(
        options.count(Option.LEVELS, 1).orElse(TreeQuestion.LEVELS),
        options.number(Option.TOP),
        options.count(Option.LOWEST, 1),
        options.flag(Option.LARGEST),
        options.text(Option.COLOUR),
        options.text(Option.TITLE));
  }

  private static SuperbasinColumns columns(Call call, SuperbasinTree tree, int node) {
    int lowest = tree.lowestMinimum(node);
    int parent = tree.parent(node);
    return new SuperbasinColumns(
        tree.name(node),
        tree.level(node),
        tree.levelEnergy(tree.level(node)),
        parent < 0 ? null : tree.name(parent),
        tree.size(node),
        call.minimum(call.network().minimumId(lowest)),
        call.network().minimumId(lowest),
        call.network().energy(lowest));
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
    return Call.rows(
        tx,
        "tarn.tree.svg",
        landscape,
        options,
        call -> {
          TreeAnswer answer = call.ask(question(call));
          return List.of(
              new DrawingRow(
                  Drawings.svg(answer.picture()),
                  answer.tree().leafCount(),
                  answer.tree().levels()));
        });
  }
}
