package dev.tarn.cli.verb.compute;

import dev.tarn.application.Drawings;
import dev.tarn.application.EdgeWeights;
import dev.tarn.application.NamedValues;
import dev.tarn.application.OptionName;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.network.NetworkAnswer;
import dev.tarn.application.network.NetworkQuestion;
import dev.tarn.cli.open.OpenLandscape;
import dev.tarn.cli.output.NetworkText;
import dev.tarn.cli.output.Terminal;
import dev.tarn.cli.verb.ProjectingVerb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures a landscape as a network. */
@Command(
    name = "network",
    description = {
      "Measure a landscape as a network: degrees, paths, clustering, small world, power law,",
      "hubs, communities, monotonic sequence basins. Loops are left out, parallel transition",
      "states count once; measures are of the largest component unless said otherwise."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  tarn network lj13",
      "  tarn network lj13 --temperature 0.3 --weight flux --write",
      "  tarn network ./pathsample-folder --json"
    })
public final class NetworkVerb extends ProjectingVerb<NetworkAnswer> {
  private List<String> files = List.of();

  @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random.")
  long seed = NetworkQuestion.SEED;

  @Option(
      names = "--bootstraps",
      paramLabel = "N",
      description = "Synthetic samples behind the power law's p-value (default: 1000).")
  int bootstraps = NetworkQuestion.BOOTSTRAPS;

  @Option(
      names = "--weight",
      paramLabel = "WHAT",
      description = "What an edge counts for communities: unweighted, barrier or flux.")
  String weight = "unweighted";

  @Option(
      names = {"-T", "--temperature"},
      paramLabel = "T",
      description = "Temperature of the fluxes and of the communities' times.")
  Optional<String> temperature = Optional.empty();

  @Option(
      names = "--write",
      description =
          "Write community, basin, degree, betweenness, hubRank, component to the minima.")
  boolean write;

  @Option(
      names = "--write-as",
      paramLabel = "NAME",
      description = "The same, as NAME_community, NAME_basin and so on.")
  Optional<String> writeAs = Optional.empty();

  @Option(
      names = "--plot",
      paramLabel = "FOLDER",
      description = "Draw the network, its degrees and its path lengths there, as SVG and PNG.")
  Optional<Path> plot = Optional.empty();

  @Override
  protected NetworkQuestion question() {
    Optional<Double> at =
        temperature.map(text -> TemperatureGrid.parseOne(OptionName.TEMPERATURE, text));
    String unused = NetworkAnswer.prefix(prefix());
    return new NetworkQuestion(seed, bootstraps, EdgeWeights.named(weight, at), at);
  }

  private boolean writes() {
    return write || writeAs.isPresent();
  }

  private String prefix() {
    return writeAs.orElse("");
  }

  @Override
  protected OpenLandscape open() {
    return writes() ? OpenLandscape.write(storeLocation(), name) : super.open();
  }

  @Override
  protected NamedValues values(OpenLandscape open, NetworkAnswer answer) {
    if (writes()) {
      var unused = answer.writeBack(prefix());
    }
    plot.ifPresent(folder -> files = drawn(open, answer, folder));
    return answer.values().put("files", files);
  }

  private static List<String> drawn(OpenLandscape open, NetworkAnswer answer, Path folder) {
    List<String> files = new ArrayList<>();
    answer
        .pictures()
        .forEach(
            (what, picture) -> {
              for (String ending : List.of(".svg", ".png")) {
                Path file = folder.resolve(open.name() + "-" + what + ending);
                Drawings.write(picture, file);
                files.add(shown(file));
              }
            });
    return files;
  }

  @Override
  protected void print(Terminal terminal, OpenLandscape open, NetworkAnswer answer) {
    NetworkText.print(terminal.out(), answer.report());
    files.forEach(file -> terminal.out().println("drawn: " + file));
    String second = "thermo " + name;
    if (writes()) {
      String property = writeAs.map(prefix -> prefix + "_community").orElse("community");
      next(terminal, "tree " + name + " -o " + open.name() + ".svg --colour " + property, second);
    } else if (open.folder().isPresent()) {
      next(terminal, "import " + name + " --name " + open.name(), second);
    } else {
      next(terminal, "network " + name + " --write", second);
    }
  }
}
