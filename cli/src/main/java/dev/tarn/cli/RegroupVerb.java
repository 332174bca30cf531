package dev.tarn.cli;

import dev.tarn.application.OptionName;
import dev.tarn.application.Subject;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.kinetics.RegroupAnswer;
import dev.tarn.application.kinetics.RegroupQuestion;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins minima that interconvert easily into free-energy minima, as a new landscape. */
@Command(
    name = "regroup",
    description = {
      "Regroup minima joined by free-energy barriers up to a threshold, by PATHSAMPLE's recursive",
      "scheme, as a new landscape in the same store; it holds at that temperature only."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn regroup lj38 --temperature 0.12 --barrier 0.5 --name lj38-groups",
      "  tarn regroup lj38 --temperature 0.12 --time 1e6 --name lj38-groups"
    })
final class RegroupVerb extends Verb {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String landscapeName;

  @Option(names = "--name", paramLabel = "NEW", description = "Name of the new landscape.")
  @Nullable String newName;

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      required = true,
      description = "The temperature.")
  String temperature = "";

  @Option(
      names = "--barrier",
      paramLabel = "F",
      description = "Join groups with free-energy barriers of at most F both ways.")
  @Nullable Double barrier;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "In place of a barrier: join what interconverts, both ways, within TIME.")
  @Nullable Double time;

  @Mixin ProjectionOptions part = new ProjectionOptions();

  @Override
  void run(Terminal terminal) {
    RegroupQuestion question =
        RegroupQuestion.of(
            TemperatureGrid.parseOne(OptionName.TEMPERATURE, temperature),
            barrier == null ? OptionalDouble.empty() : OptionalDouble.of(barrier),
            time == null ? OptionalDouble.empty() : OptionalDouble.of(time),
            newName == null ? landscapeName + "-groups" : newName);
    try (OpenLandscape open = OpenLandscape.write(storeLocation(), landscapeName)) {
      Subject subject = new Subject(open.source(), part.projection());
      RegroupAnswer answer = question.answer(subject);
      if (forPrograms()) {
        Json.write(subject.part().addTo(answer.values()), terminal);
      } else {
        announce(terminal, subject);
        print(terminal, answer);
      }
    }
  }

  private void print(Terminal terminal, RegroupAnswer answer) {
    String target = answer.landscape();
    terminal
        .out()
        .println(
            target
                + ": "
                + Numbers.counted(answer.minima(), "group", "groups")
                + " of "
                + Numbers.counted(answer.members(), "minimum", "minima")
                + ", "
                + Numbers.counted(
                    answer.transitionStates(), "transition state", "transition states")
                + " between them; energies are free energies at T = "
                + Numbers.plain(answer.threshold().temperature()));
    next(terminal, "tree " + target + " -o " + target + ".svg", "show " + target);
  }
}
