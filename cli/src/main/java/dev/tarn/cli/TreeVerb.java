package dev.tarn.cli;

import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.analytics.tree.LeafSelection;
import dev.tarn.analytics.tree.Levels;
import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.analytics.tree.TreePicture;
import dev.tarn.analytics.tree.TreeStyle;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.Network;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the disconnectivity graph. */
@Command(
    name = "tree",
    description = "Draw the disconnectivity graph of a landscape.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn tree lj13 -o lj13.svg",
      "  tarn tree lj13 -o lj13.png --levels 100 --lowest 200",
      "  tarn tree lj13 -o lj13.svg --colour community     (after tarn network lj13 --write)"
    })
final class TreeVerb extends ProjectingVerb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to draw: FILE.svg or FILE.png (default: NAME.svg).")
  @Nullable Path file;

  @Option(
      names = {"--colour", "--color"},
      paramLabel = "PROPERTY",
      description = "Colour minima by energy or by any property of theirs.")
  @Nullable String colour;

  @Option(names = "--levels", paramLabel = "N", description = "Number of levels (default: 60).")
  int levels = Levels.DEFAULT.count();

  @Option(names = "--top", paramLabel = "ENERGY", description = "Energy of the highest level.")
  @Nullable Double top;

  @Option(names = "--lowest", paramLabel = "N", description = "Draw the lowest N minima only.")
  @Nullable Integer lowest;

  @Option(names = "--largest", description = "Draw the largest connected component only.")
  boolean largest;

  @Option(names = "--title", paramLabel = "TEXT", description = "Headline (default: the name).")
  @Nullable String title;

  @Override
  void run(Terminal terminal) {
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name).with(projection())) {
      Path target = Drawings.checked(file == null ? Path.of(open.name() + ".svg") : file);
      Levels wanted = levels();
      Projection.Part part = open.part();
      Network network = part.network();
      if (network.nodeCount() == 0) {
        throw CommandException.failed("landscape " + name + " has no minima; nothing to draw");
      }
      SuperbasinTree tree = DisconnectivityGraph.of(network).superbasins(wanted, selection());
      TreeStyle style =
          TreeStyle.titled(title == null ? open.name() : title, open.landscape().energyUnit())
              .with(colouring(open, network));
      Drawings.write(TreePicture.of(tree, style), target);
      report(terminal, open, part, tree, target);
    }
  }

  private Levels levels() {
    try {
      return new Levels(levels, top == null ? OptionalDouble.empty() : OptionalDouble.of(top));
    } catch (IllegalArgumentException e) {
      throw CommandException.usage("", e);
    }
  }

  private LeafSelection selection() {
    if (lowest != null) {
      try {
        return new LeafSelection.Lowest(lowest);
      } catch (IllegalArgumentException e) {
        throw CommandException.usage("--lowest", e);
      }
    }
    return largest ? new LeafSelection.LargestComponent() : new LeafSelection.All();
  }

  private Colouring colouring(OpenLandscape open, Network network) {
    if (colour == null) {
      return Colouring.plain();
    }
    long[] ids = IntStream.range(0, network.nodeCount()).mapToLong(network::minimumId).toArray();
    Map<Long, Double> values = MinimumProperty.of(open, network, colour);
    return Colouring.by(colour, ids, values);
  }

  private void report(
      Terminal terminal,
      OpenLandscape open,
      Projection.Part part,
      SuperbasinTree tree,
      Path target) {
    Network network = part.network();
    if (forPrograms()) {
      describe(
              Json.object()
                  .put("landscape", open.name())
                  .put("leaves", tree.leafCount())
                  .put("levels", tree.levels())
                  .put("top", tree.top())
                  .put("spacing", tree.spacing())
                  .put("globalMinimum", network.energy(network.globalMinimum()))
                  .put("file", target.toString()),
              part)
          .writeTo(terminal);
      return;
    }
    announce(terminal, part);
    terminal
        .out()
        .println(
            shown(target)
                + ": "
                + Numbers.counted(tree.leafCount(), "leaf", "leaves")
                + ", "
                + tree.levels()
                + " levels every "
                + Numbers.significant(tree.spacing(), 3)
                + Descriptions.energyUnit(open.landscape())
                + " below "
                + Numbers.significant(tree.top(), 6));
    next(terminal, "network " + name, "thermo " + name);
  }
}
