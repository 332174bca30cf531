package dev.tarn.analytics.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.analytics.network.RandomNetworks;
import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.landscape.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TreePictureTests {
  private static final TreeStyle STYLE = TreeStyle.titled("A & B <test>", "epsilon");

  private static TreePicture picture(Network network, TreeStyle style) {
    return TreePicture.of(DisconnectivityGraph.of(network).superbasins(), style);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void svgIsWellFormedAndSaysWhatItShows() throws Exception {
    String svg = PictureFormat.svg(picture(DisconnectivityGraphTests.fourMinima(), STYLE));
    Document document = parse(svg);
    NodeList texts = document.getElementsByTagName("text");
    assertThat(IntStream.range(0, texts.getLength()).mapToObj(k -> texts.item(k).getTextContent()))
        .contains("A & B <test>", "Energy / \u03b5", "1", "2", "5", "7")
        .anyMatch(text -> text.startsWith("4 minima, 60 levels every 0.0833 \u03b5"));
  }

  @Test
  void svgHasTheSameBytesEachTime() {
    Network network = RandomNetworks.of(11, 200, 400);
    assertThat(PictureFormat.svg(picture(network, STYLE)))
        .isEqualTo(PictureFormat.svg(picture(network, STYLE)))
        .doesNotContain("NaN")
        .doesNotContain("Infinity");
  }

  @Test
  void pngHasTwoPixelsPerPoint() throws IOException {
    TreePicture picture = picture(DisconnectivityGraphTests.fourMinima(), STYLE);
    var image = ImageIO.read(new ByteArrayInputStream(PictureFormat.PNG.bytes(picture)));
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
  }

  @Test
  void aFileNameWithoutAKnownEndingIsRefused() {
    assertThat(PictureFormat.of(Path.of("a/tree.SVG"))).isEqualTo(PictureFormat.SVG);
    assertThatThrownBy(() -> PictureFormat.of(Path.of("tree.jpg")))
        .hasMessage("expected a file name that ends in .svg or .png, found tree.jpg");
  }

  @Test
  void leavesStandSideBySideAndLinesNeverCross() {
    for (long seed = 1; seed <= 60; seed++) {
      Network network = RandomNetworks.of(seed, 30, 50);
      SuperbasinTree tree = DisconnectivityGraph.of(network).superbasins();
      TreeLayout layout = new TreeLayout(tree);
      double[] places =
          IntStream.range(0, network.nodeCount())
              .filter(v -> tree.deepestNode(v) >= 0)
              .mapToDouble(layout::leafX)
              .sorted()
              .toArray();
      double[] expected = IntStream.range(0, tree.leafCount()).mapToDouble(k -> k + 0.5).toArray();
      assertThat(places).as("seed %d", seed).containsExactly(expected);
      // A superbasin's leaves are neighbours and it stands in their middle: nothing can cross.
      for (int node = 0; node < tree.nodeCount(); node++) {
        double[] x = Arrays.stream(tree.minima(node)).mapToDouble(layout::leafX).sorted().toArray();
        assertThat(x[x.length - 1] - x[0]).isEqualTo(x.length - 1);
        assertThat(layout.x(node)).isEqualTo((x[0] + x[x.length - 1]) / 2);
      }
    }
  }

  @Test
  void theDeepestBranchStandsInTheMiddle() {
    Network.Builder builder = Network.builder("star", 3);
    for (int id = 1; id <= 9; id++) {
      builder.addMinimum(id, id == 4 ? -9 : -1, 0, 1);
    }
    for (int id = 1; id <= 9; id++) {
      if (id != 4) {
        builder.addTransitionState(id, 4, id, 0, 0, 1);
      }
    }
    Network network = builder.build();
    SuperbasinTree tree = DisconnectivityGraph.of(network).superbasins();
    assertThat(new TreeLayout(tree).leafX(network.nodeOf(4))).isEqualTo(4.5);
  }

  @Test
  void aSharedCategoryColoursTheBranchAndAFewWholeNumbersAreCategories() {
    Network network = DisconnectivityGraphTests.fourMinima();
    long[] ids = LongStream.of(1, 2, 5, 7).toArray();
    Colouring communities = Colouring.by("community", ids, Map.of(1L, 3.0, 2L, 3.0, 5L, 8.0));
    assertThat(communities).isInstanceOf(Colouring.Categorical.class);
    assertThat(communities.category(2)).isEqualTo("3");
    assertThat(communities.category(7)).isEmpty();
    assertThat(communities.colour(1)).isEqualTo(communities.colour(2));
    assertThat(communities.colour(1)).isNotEqualTo(communities.colour(5));
    assertThat(Colouring.by("energy", ids, Map.of(1L, 3.5, 2L, 3.0)))
        .isInstanceOf(Colouring.Numeric.class);
    assertThat(Colouring.numeric("flat", ids, id -> 1)).isInstanceOf(Colouring.Plain.class);
    assertThat(PictureFormat.svg(picture(network, STYLE.with(communities)))).contains("community");
  }

  @Test
  void degenerateTreesAreDrawn() {
    Network single = Network.builder("single", 3).addMinimum(3, 0, 0, 1).build();
    Network equal =
        Network.builder("equal", 3)
            .addMinimum(1, -1, 0, 1)
            .addMinimum(2, -1, 0, 1)
            .addTransitionState(1, 1, 2, -1, 0, 1)
            .build();
    for (Network network : new Network[] {single, equal}) {
      assertThat(PictureFormat.svg(picture(network, STYLE)))
          .doesNotContain("NaN")
          .doesNotContain("Infinity");
    }
  }
}
