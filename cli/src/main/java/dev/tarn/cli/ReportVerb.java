package dev.tarn.cli;

import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.network.Components;
import dev.tarn.analytics.network.NetworkAnalysis;
import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.thermodynamics.ThermodynamicsCharts;
import dev.tarn.analytics.tree.DisconnectivityGraph;
import dev.tarn.analytics.tree.SuperbasinTree;
import dev.tarn.analytics.tree.TreePicture;
import dev.tarn.analytics.tree.TreeStyle;
import dev.tarn.cypher.Projection;
import dev.tarn.landscape.LandscapeCounts;
import dev.tarn.landscape.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Everything about a landscape on one page. */
@Command(
    name = "report",
    description = "Write one self-contained page about a landscape: tree, network, thermodynamics.",
    footerHeading = "%nExample:%n",
    footer = {"  tarn report lj13 -o lj13.html"})
final class ReportVerb extends ProjectingVerb {
  private static final int LOWEST = 20;

  @Parameters(paramLabel = "LANDSCAPE", description = "Its name, or a folder of PATHSAMPLE files.")
  String name;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write (default: NAME.html).")
  @Nullable Path file;

  @Option(
      names = "--temperatures",
      paramLabel = "A:B:N",
      description = "Temperatures of the thermodynamics (default: as tarn thermo).")
  @Nullable String temperatures;

  @Override
  void run(Terminal terminal) {
    double[] given =
        temperatures == null
            ? new double[0]
            : TemperatureGrid.parse("--temperatures", temperatures);
    try (OpenLandscape open = OpenLandscape.read(storeLocation(), name).with(projection())) {
      Projection.Part part = open.part();
      Network network = part.network();
      if (network.nodeCount() == 0) {
        throw CommandException.failed("landscape " + name + " has no minima; nothing to report");
      }
      Path target = file == null ? Path.of(open.name() + ".html") : file;
      double[] grid = given.length > 0 ? given : Temperatures.suggested(network);
      String body =
          "<h1>"
              + Html.escaped(open.name())
              + "</h1>\n"
              + (part.describe().isEmpty() ? "" : Html.paragraph(part.describe()))
              + landscape(open, network)
              + tree(open, network)
              + network(open, network)
              + thermodynamics(open, network, grid)
              + Html.note("tarn " + Version.TEXT);
      try {
        Files.writeString(target, Html.page(open.name(), body));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (forPrograms()) {
        describe(Json.object().put("landscape", open.name()).put("file", target.toString()), part)
            .writeTo(terminal);
        return;
      }
      announce(terminal, part);
      terminal.out().println(shown(target) + ": tree, network, thermodynamics");
      next(terminal, "query @lowest-minima --param landscape=" + open.name());
    }
  }

  private static String landscape(OpenLandscape open, Network network) {
    Components components = Components.of(network);
    int[] byEnergy = ShowVerb.byEnergy(network);
    return ShowVerb.facts(open, network, counts(open, network), components).toHtml()
        + Html.heading("Lowest minima")
        + ShowVerb.minima(
                open.landscape(), network, components, byEnergy, Math.min(LOWEST, byEnergy.length))
            .toHtml();
  }

  /** Counts of what the page is about. */
  private static LandscapeCounts counts(OpenLandscape open, Network network) {
    LandscapeCounts all = open.store().counts(open.name());
    return open.projection().isWhole()
        ? all
        : new LandscapeCounts(network.nodeCount(), network.edgeCount(), all.stationaryPoints());
  }

  private static String tree(OpenLandscape open, Network network) {
    SuperbasinTree tree = DisconnectivityGraph.of(network).superbasins();
    long[] ids = IntStream.range(0, network.nodeCount()).mapToLong(network::minimumId).toArray();
    TreeStyle style =
        TreeStyle.titled("", open.landscape().energyUnit())
            .with(Colouring.by("energy", ids, MinimumProperty.of(open, network, "energy")));
    return Html.heading("Disconnectivity graph")
        + Html.picture(TreePicture.of(tree, style), "disconnectivity graph of " + open.name());
  }

  private static String network(OpenLandscape open, Network network) {
    NetworkReport report = NetworkAnalysis.analyse(network, NetworkAnalysis.Options.DEFAULT);
    StringBuilder html = new StringBuilder(Html.heading("Network"));
    html.append(NetworkVerb.facts(report).toHtml());
    NetworkVerb.verdicts(report)
        .forEach((what, verdict) -> html.append(Html.paragraph(what + ": " + verdict)));
    NetworkVerb.pictures(open, network, report)
        .forEach((what, picture) -> html.append(Html.picture(picture, what)));
    return html.append(NetworkVerb.hubs(report.hubs()).toHtml())
        .append(NetworkVerb.basins(report.basins()).toHtml())
        .toString();
  }

  private static String thermodynamics(OpenLandscape open, Network network, double[] grid) {
    String unit = open.landscape().energyUnit();
    Thermodynamics thermodynamics = Thermodynamics.of(network, grid, Momenta.LEFT_OUT);
    StringBuilder html = new StringBuilder(Html.heading("Thermodynamics"));
    for (HeatCapacityPeak peak : thermodynamics.peaks()) {
      html.append(Html.paragraph(ThermoVerb.worded(peak, open)))
          .append(Html.note("emptied: " + ThermoVerb.named(peak.emptied())))
          .append(Html.note("filled: " + ThermoVerb.named(peak.filled())));
    }
    Picture heatCapacity = ThermodynamicsCharts.heatCapacity(thermodynamics, unit);
    html.append(Html.picture(heatCapacity, "heat capacity"));
    CurveChart occupations =
        ThermodynamicsCharts.occupations(
            HarmonicSuperposition.of(network, Momenta.LEFT_OUT), grid, unit);
    html.append(Html.picture(occupations, "occupations of minima"));
    ThermoVerb.notes(thermodynamics).forEach(note -> html.append(Html.note(note)));
    return html.toString();
  }
}
