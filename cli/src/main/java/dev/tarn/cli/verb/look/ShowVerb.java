package dev.tarn.cli.verb.look;

import dev.tarn.application.contents.ShowAnswer;
import dev.tarn.application.contents.ShowQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.LandscapeText;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.AskingVerb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is known of one landscape: how many points, and the lowest of them. */
@Command(
    name = "show",
    description = "Show how many points a landscape has, and its lowest minima.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn show lj13",
      "  tarn show lj13 --all --json",
      "  tarn show ./pathsample-folder"
    })
public final class ShowVerb extends AskingVerb<ShowAnswer> {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--all", description = "Show every minimum, not only the lowest 20.")
  boolean all;

  @Override
  protected ShowQuestion question() {
    return all ? ShowQuestion.ALL : ShowQuestion.DEFAULT;
  }

  @Override
  protected String name() {
    return name;
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, ShowAnswer answer) {
    LandscapeText.facts(answer).printTo(terminal.out());
    int shown = answer.lowest().size();
    if (shown == 0) {
      next(terminal, "delete " + name);
      return;
    }
    terminal.out().println();
    LandscapeText.minima(answer).printTo(terminal.out());
    if (shown < answer.minima()) {
      String more = Numbers.counted(answer.minima() - shown, "minimum", "minima");
      terminal.out().println("... " + more + " above (--all)");
    }
    next(terminal, "tree " + name + " -o " + open.name() + ".svg", "network " + name);
  }
}
