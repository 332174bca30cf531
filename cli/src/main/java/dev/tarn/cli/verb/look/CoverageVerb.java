package dev.tarn.cli.verb.look;

import dev.tarn.application.Drawings;
import dev.tarn.application.StoredLandscape;
import dev.tarn.application.Subject;
import dev.tarn.application.contents.CoverageAnswer;
import dev.tarn.application.contents.CoverageAnswer.Comparison;
import dev.tarn.application.contents.CoverageAnswer.Extra;
import dev.tarn.application.contents.CoverageQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Descriptions;
import dev.tarn.cli.output.Facts;
import dev.tarn.cli.output.Json;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Table;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.Verb;
import dev.tarn.potentials.symmetry.PointMatching;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How much of a landscape is known: by hits, by growth, and beside another sample of it. */
@Command(
    name = "coverage",
    description = {
      "Tell how much of a landscape is known: the share of searches that would find something",
      "known, bounds of what is unseen, how finds grew, and what another sample has."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn coverage lj13 -o discovery.svg",
      "  tarn coverage lj13 lj13-seed2",
      "  tarn coverage lj13 ./database --verify",
      "",
      "Estimates from hits are bounds, never proof: they fall short where some points are hit",
      "much more often than others. Two runs with different seeds are the stronger test.",
      "",
      "In --json, discovery[] has searches, energyCalls, seconds (of all runs; null where an",
      "earlier version did not count them), minima and transitionStates as the run went on."
    })
public final class CoverageVerb extends Verb {
  private static final int SHOWN = 20;

  @Parameters(
      index = "0",
      paramLabel = "LANDSCAPE",
      description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Another sample of the same landscape, or a folder of PATHSAMPLE files.")
  Optional<String> other = Optional.empty();

  @Option(
      names = "--verify",
      description = "Converge the points that only one has once more, and count eigenvalues.")
  boolean verify;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Draw how finds grew with time and energy calls: .svg or .png.")
  Optional<Path> output = Optional.empty();

  @Override
  protected void run(Terminal terminal) {
    output.ifPresent(Drawings::checked);
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name)) {
      if (other.isEmpty()) {
        run(terminal, open, Optional.empty());
      } else if (open.folder().isEmpty() && open.store().landscape(other.get()).isPresent()) {
        run(terminal, open, Optional.of(open.sibling(other.get()).source()));
      } else {
        try (OpenLandscape there = OpenLandscape.read(storeLocation(), other.get())) {
          run(terminal, open, Optional.of(there.source()));
        }
      }
    }
  }

  private void run(Terminal terminal, OpenLandscape open, Optional<StoredLandscape> sample) {
    CoverageAnswer answer =
        new CoverageQuestion(sample, verify).answer(Subject.whole(open.source()));
    output.ifPresent(file -> Drawings.write(answer.picture(), file));
    if (forPrograms()) {
      Json.write(answer.values(), terminal);
    } else {
      print(terminal, answer);
    }
  }

  private void print(Terminal terminal, CoverageAnswer answer) {
    Facts facts = new Facts();
    String unknown = "imported, never hit";
    facts.add(
        "minima",
        Numbers.count(answer.minima()),
        orElse(Descriptions.coverage(answer.minimaCoverage()), unknown));
    facts.add(
        "transition states",
        Numbers.count(answer.transitionStates()),
        orElse(Descriptions.coverage(answer.transitionStateCoverage()), unknown));
    answer
        .lastDoubling()
        .ifPresent(
            found ->
                facts.add(
                    "last doubling of searches",
                    "found "
                        + Numbers.counted(found.minima(), "minimum", "minima")
                        + " and "
                        + Numbers.counted(
                            found.transitionStates(), "transition state", "transition states")));
    answer.comparison().ifPresent(c -> addTo(facts, c));
    facts.printTo(terminal.out());
    answer
        .comparison()
        .ifPresent(
            c -> {
              extras(terminal, "only in " + name, c.onlyHere());
              extras(terminal, "only in " + c.other(), c.onlyThere());
            });
    output.ifPresent(file -> terminal.out().println("drawn: " + file));
    next(terminal, "show " + answer.landscape());
  }

  private static String orElse(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  private static void addTo(Facts facts, Comparison c) {
    facts.add("minima in both", Numbers.count(c.minima().size()), beside(c.minima(), c.other()));
    facts.add(
        "transition states in both",
        Numbers.count(c.transitionStates().size()),
        beside(c.transitionStates(), c.other()));
  }

  private static String beside(PointMatching matching, String otherName) {
    return String.format(
        Locale.ROOT,
        "%s only here, %s only in %s; if independent, %s ± %s in all",
        Numbers.count(matching.onlyInFirst().size()),
        Numbers.count(matching.onlyInSecond().size()),
        otherName,
        Numbers.count(Math.round(matching.estimatedTotal())),
        Numbers.count((long) Math.ceil(matching.standardError())));
  }

  private void extras(Terminal terminal, String title, List<Extra> extras) {
    if (extras.isEmpty()) {
      return;
    }
    terminal.out().println();
    terminal.out().println(title + ":");
    Table table =
        verify
            ? new Table("point", "id", "energy", "hits", "gradient", "index")
            : new Table("point", "id", "energy", "hits");
    for (Extra extra : extras.subList(0, Math.min(SHOWN, extras.size()))) {
      List<Object> cells =
          new ArrayList<>(
              List.of(
                  extra.kind(),
                  extra.point().id(),
                  Numbers.energy(extra.point().energy()),
                  extra.point().hits()));
      if (verify) {
        cells.add(
            extra
                .verified()
                .map(v -> String.format(Locale.ROOT, "%.1e", v.rmsGradient()))
                .orElse("-"));
        cells.add(extra.verified().map(v -> Integer.toString(v.index())).orElse("-"));
      }
      table.row(cells.toArray());
    }
    table.printTo(terminal.out());
    if (extras.size() > SHOWN) {
      terminal.out().println("... " + (extras.size() - SHOWN) + " more (--json has all)");
    }
  }
}
