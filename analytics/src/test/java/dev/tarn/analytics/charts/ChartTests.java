package dev.tarn.analytics.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.analytics.kinetics.ArrheniusChart;
import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.RandomNetworks;
import dev.tarn.analytics.paths.EnergyProfile;
import dev.tarn.analytics.paths.PathSearch;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.analytics.thermodynamics.ThermodynamicsCharts;
import dev.tarn.landscape.Network;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** Every picture of thermodynamics, kinetics and paths. */
class ChartTests {

  private static List<Picture> pictures() {
    Network network = RandomNetworks.connected(new Random(31), 40, 60, 1);
    double[] temperatures = Temperatures.linear(0.02, 1, 60);
    Thermodynamics thermodynamics = Thermodynamics.of(network, temperatures, Momenta.INCLUDED);
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, Momenta.INCLUDED);
    GraphTransformation transformation =
        GraphTransformation.between(network, new long[] {1}, new long[] {40});
    PathSearch search = PathSearch.between(network, new long[] {1}, new long[] {40});
    List<Picture> pictures = new ArrayList<>();
    pictures.add(ThermodynamicsCharts.heatCapacity(thermodynamics, "epsilon"));
    pictures.add(ThermodynamicsCharts.occupations(superposition, temperatures, "epsilon"));
    pictures.add(
        ThermodynamicsCharts.occupations(
            superposition, temperatures, Map.of("a < b & c", new long[] {1, 2}), ""));
    pictures.add(ArrheniusChart.of("random", transformation.scan(temperatures), "epsilon"));
    pictures.add(EnergyProfile.of(search.lowestBarrier(3), "random", "epsilon"));
    pictures.add(EnergyProfile.of(search.fewestSteps(1).get(0), "", ""));
    return pictures;
  }

  @Test
  void everyPictureIsWellFormedAndTheSameEachTime() throws Exception {
    List<Picture> once = pictures();
    List<Picture> again = pictures();
    for (int k = 0; k < once.size(); k++) {
      String svg = PictureFormat.svg(once.get(k));
      assertThat(svg).isEqualTo(PictureFormat.svg(again.get(k)));
      assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
      var image = ImageIO.read(new ByteArrayInputStream(PictureFormat.PNG.bytes(once.get(k))));
      assertThat(image.getWidth()).isEqualTo(2 * once.get(k).width());
    }
  }

  @Test
  void aCurveIsInterruptedWhereItIsNotFinite() {
    double[] x = {0, 1, 2, 3, 4};
    double[] y = {0, 1, Double.NaN, 3, 4};
    CurveChart chart =
        new CurveChart("", "", "x", "y", List.of(Curve.line("gap", x, y)), List.of());
    String svg = PictureFormat.svg(chart);
    // Two strokes up and two moves: one path of two pieces.
    assertThat(svg).containsPattern("d='M[^M']*L[^M']*M[^M']*L[^M']*'");
  }

  @Test
  void nothingToDrawIsRefused() {
    double[] none = {Double.NaN};
    assertThatThrownBy(
            () ->
                new CurveChart(
                    "rates", "", "x", "y", List.of(Curve.line("", none, none)), List.of()))
        .hasMessage("expected a finite point to draw in rates, found none");
    assertThatThrownBy(() -> Curve.line("a", new double[2], new double[3]))
        .hasMessage("expected as many y as x values for curve a, found 3 and 2");
    assertThatThrownBy(() -> EnergyProfile.of(List.of(), "", ""))
        .hasMessage("expected at least one path to draw, found none");
  }
}
