package dev.tarn.analytics.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.landscape.Network;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPictureTests {
  private static List<Picture> pictures(Network network) {
    NetworkReport report = NetworkAnalysis.analyse(network, NetworkAnalysis.Options.DEFAULT);
    return List.of(
        NetworkPicture.of(network, "A network", Colouring.plain()),
        DegreePicture.of(report),
        PathLengthPicture.of(report));
  }

  @Test
  void picturesHaveTheSameBytesEachTime() {
    Network network = RandomNetworks.of(4, 60, 150);
    List<Picture> again = pictures(network);
    int k = 0;
    for (Picture picture : pictures(network)) {
      assertThat(PictureFormat.svg(picture))
          .isEqualTo(PictureFormat.svg(again.get(k++)))
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
      assertThat(PictureFormat.PNG.bytes(picture)).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void degenerateNetworksAreDrawn() {
    Network single = Network.builder("single", 0).addMinimum(3, 0, 0, 1).build();
    Network pair =
        Network.builder("pair", 0)
            .addMinimum(1, 0, 0, 1)
            .addMinimum(2, 0, 0, 1)
            .addTransitionState(1, 1, 2, 1, 0, 1)
            .build();
    for (Network network : List.of(single, pair)) {
      for (Picture picture : pictures(network)) {
        assertThat(PictureFormat.svg(picture)).doesNotContain("NaN").doesNotContain("Infinity");
      }
    }
    assertThatThrownBy(
            () -> NetworkPicture.of(Network.builder("none", 0).build(), "", Colouring.plain()))
        .hasMessage("expected at least one minimum to draw, found none in none");
  }

  @Test
  void neighboursEndUpCloserThanOthers() {
    // A ring of 60: in a good drawing the mean distance of neighbours is far below the mean.
    int n = 60;
    int[] a = new int[n];
    int[] b = new int[n];
    for (int v = 0; v < n; v++) {
      a[v] = v;
      b[v] = (v + 1) % n;
    }
    double[][] places = ForceLayout.of(SimpleGraph.ofEdges(n, a, b), 600);
    double near = 0;
    double all = 0;
    for (int v = 0; v < n; v++) {
      near += distance(places, v, (v + 1) % n) / n;
      for (int u = 0; u < n; u++) {
        all += distance(places, v, u) / (n * (n - 1));
      }
    }
    assertThat(near).isLessThan(0.25 * all);
  }

  private static double distance(double[][] places, int v, int u) {
    return Math.hypot(places[0][v] - places[0][u], places[1][v] - places[1][u]);
  }
}
