package dev.tarn.cli;

import dev.tarn.application.Subject;
import dev.tarn.application.contents.ShowAnswer;
import dev.tarn.application.contents.ShowQuestion;
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
final class ShowVerb extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(names = "--all", description = "Show every minimum, not only the lowest 20.")
  boolean all;

  @Override
  void run(Terminal terminal) {
    ShowQuestion question = all ? ShowQuestion.ALL : ShowQuestion.DEFAULT;
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      ShowAnswer answer = question.answer(Subject.whole(open.source()));
      if (forPrograms()) {
        Json.write(answer.values(), terminal);
        return;
      }
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
}
