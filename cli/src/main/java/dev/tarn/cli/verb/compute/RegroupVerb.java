package dev.tarn.cli.verb.compute;

import dev.tarn.application.OptionName;
import dev.tarn.application.Projection;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.kinetics.RegroupAnswer;
import dev.tarn.application.kinetics.RegroupQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.Numbers;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.AskingVerb;
import dev.tarn.cli.verb.ProjectionOptions;
import java.util.Optional;
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
public final class RegroupVerb extends AskingVerb<RegroupAnswer> {

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name.")
  String landscapeName;

  @Option(names = "--name", paramLabel = "NEW", description = "Name of the new landscape.")
  Optional<String> newName = Optional.empty();

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
  Optional<Double> barrier = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description = "In place of a barrier: join what interconverts, both ways, within TIME.")
  Optional<Double> time = Optional.empty();

  @Mixin ProjectionOptions part = new ProjectionOptions();

  @Override
  protected RegroupQuestion question() {
    return RegroupQuestion.of(
        TemperatureGrid.parseOne(OptionName.TEMPERATURE, temperature),
        barrier,
        time,
        newName.orElse(landscapeName + "-groups"));
  }

  @Override
  protected String name() {
    return landscapeName;
  }

  @Override
  protected Projection projection() {
    return part.projection();
  }

  @Override
  protected OpenLandscape open() {
    return OpenLandscape.write(storeLocation(), landscapeName);
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, RegroupAnswer answer) {
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
