package dev.tarn.cli.verb.look;

import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.application.Drawings;
import dev.tarn.application.NamedValues;
import dev.tarn.application.tree.TreeAnswer;
import dev.tarn.application.tree.TreeQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.ProjectingVerb;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
public final class TreeVerb extends ProjectingVerb<TreeAnswer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to draw: FILE.svg or FILE.png (default: NAME.svg).")
  Optional<Path> file = Optional.empty();

  @Option(
      names = {"--colour", "--color"},
      paramLabel = "PROPERTY",
      description = "Colour minima by energy or by any property of theirs.")
  Optional<String> colour = Optional.empty();

  @Option(names = "--levels", paramLabel = "N", description = "Number of levels (default: 60).")
  int levels = TreeQuestion.LEVELS;

  @Option(names = "--top", paramLabel = "ENERGY", description = "Energy of the highest level.")
  Optional<Double> top = Optional.empty();

  @Option(names = "--lowest", paramLabel = "N", description = "Draw the lowest N minima only.")
  Optional<Integer> lowest = Optional.empty();

  @Option(names = "--largest", description = "Draw the largest connected component only.")
  boolean largest;

  @Option(names = "--title", paramLabel = "TEXT", description = "Headline (default: the name).")
  Optional<String> title = Optional.empty();

  @Override
  protected TreeQuestion question() {
    file.ifPresent(Drawings::checked);
    return TreeQuestion.of(levels, top, lowest, largest, colour, title);
  }

  private Path target(OpenLandscape open) {
    return file.orElse(Path.of(open.name() + ".svg"));
  }

  @Override
  protected NamedValues values(OpenLandscape open, TreeAnswer answer) {
    Drawings.write(answer.picture(), target(open));
    return answer.values().put("file", target(open));
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, TreeAnswer answer) {
    SuperbasinTree tree = answer.tree();
    terminal
        .out()
        .println(
            shown(target(open))
                + ": "
                + Numbers.counted(tree.leafCount(), "leaf", "leaves")
                + ", "
                + tree.levels()
                + " levels every "
                + Numbers.significant(tree.spacing(), 3)
                + Descriptions.energyUnit(answer.landscape())
                + " below "
                + Numbers.significant(tree.top(), 6));
    next(terminal, "network " + name, "thermo " + name);
  }
}
