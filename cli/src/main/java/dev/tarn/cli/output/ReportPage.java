package dev.tarn.cli.output;

import dev.tarn.analytics.network.NetworkReport;
import dev.tarn.analytics.thermodynamics.HeatCapacityPeak;
import dev.tarn.application.Version;
import dev.tarn.application.network.NetworkAnswer;
import dev.tarn.application.report.ReportAnswer;
import dev.tarn.application.thermodynamics.ThermoAnswer;
import dev.tarn.landscape.Landscape;

/** Everything about a landscape on one page. */
public final class ReportPage {
  private ReportPage() {}

  /** The page, which needs nothing but itself. */
  public static String of(ReportAnswer answer) {
    String name = answer.contents().landscape().name();
    String projection = answer.network().subject().part().describe();
    return Html.page(
        name,
        "<h1>"
            + Html.escaped(name)
            + "</h1>\n"
            + (projection.isEmpty() ? "" : Html.paragraph(projection))
            + LandscapeText.facts(answer.contents()).toHtml()
            + Html.heading("Lowest minima")
            + LandscapeText.minima(answer.contents()).toHtml()
            + Html.heading("Disconnectivity graph")
            + Html.picture(answer.tree().picture(), "disconnectivity graph of " + name)
            + network(answer.network())
            + thermodynamics(answer.contents().landscape(), answer.thermodynamics())
            + Html.note("tarn " + Version.TEXT));
  }

  private static String network(NetworkAnswer answer) {
    NetworkReport report = answer.report();
    StringBuilder html = new StringBuilder(Html.heading("Network"));
    html.append(NetworkText.facts(report).toHtml());
    NetworkText.verdicts(report)
        .forEach((what, verdict) -> html.append(Html.paragraph(what + ": " + verdict)));
    answer.pictures().forEach((what, picture) -> html.append(Html.picture(picture, what)));
    return html.append(NetworkText.hubs(report.hubs()).toHtml())
        .append(NetworkText.basins(report.basins()).toHtml())
        .toString();
  }

  private static String thermodynamics(Landscape landscape, ThermoAnswer answer) {
    StringBuilder html = new StringBuilder(Html.heading("Thermodynamics"));
    for (HeatCapacityPeak peak : answer.curves().peaks()) {
      html.append(Html.paragraph(ThermoText.worded(peak, landscape)))
          .append(Html.note("emptied: " + ThermoText.named(peak.emptied())))
          .append(Html.note("filled: " + ThermoText.named(peak.filled())));
    }
    html.append(Html.picture(answer.heatCapacityPicture(), "heat capacity"));
    html.append(Html.picture(answer.occupationsPicture(), "occupations of minima"));
    ThermoText.notes(answer.curves()).forEach(note -> html.append(Html.note(note)));
    return html.toString();
  }
}
