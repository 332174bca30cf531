package dev.tarn.analytics.network;

import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.landscape.Network;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Drawing of the largest component by a force layout: a disc for each minimum, its area by degree,
 * its colour as asked; a line for each pair of neighbours. Low minima lie on top; the lowest one
 * wears a ring, and the best connected ones their ids where these do not touch.
 */
public final class NetworkPicture implements Picture {
  /** Larger components are not drawn: a million lines show nothing. */
  public static final int MOST_NODES = 20_000;

  private static final Color LOWEST = new Color(0xb2182b);
  private static final int WIDTH = 800;
  private static final int MARGIN = 30;
  private static final int LABELS = 12;
  private static final int ALL_LABELLED = 80;
  private static final double LABEL = 10;

  private final Network network;
  private final String title;
  private final Colouring colouring;
  private final int[] nodes;
  private final SimpleGraph graph;
  private final double[] x;
  private final double[] y;
  private final double unit;
  private final int tall;

  private NetworkPicture(Network network, String title, Colouring colouring) {
    this.network = network;
    this.title = title;
    this.colouring = colouring;
    if (network.nodeCount() == 0) {
      throw new IllegalArgumentException(
          "expected at least one minimum to draw, found none in " + network.name());
    }
    nodes = Components.of(network).nodes(0);
    if (nodes.length > MOST_NODES) {
      throw new IllegalArgumentException(
          "expected at most " + MOST_NODES + " connected minima to draw, found " + nodes.length);
    }
    graph = SimpleGraph.induced(network, network.simpleAdjacency(), nodes);
    int sweeps = Math.max(100, Math.min(600, 1_200_000 / nodes.length));
    double[][] places = ForceLayout.of(graph, sweeps);
    x = places[0];
    y = places[1];
    // Area in all about a twentieth of the canvas.
    double area = 0;
    for (int v = 0; v < nodes.length; v++) {
      area += graph.degree(v) + 1.0;
    }
    unit = Math.min(4, Math.sqrt(0.04 * WIDTH * WIDTH / Math.PI / area));
    tall = fit();
  }

  /** A drawing of the network; {@code title} may be empty. */
  public static NetworkPicture of(Network network, String title, Colouring colouring) {
    return new NetworkPicture(network, title, colouring);
  }

  /** Turns the places so that they are wide rather than tall, and scales them to the canvas. */
  private int fit() {
    turn();
    double lowX = Arrays.stream(x).min().orElse(0);
    double lowY = Arrays.stream(y).min().orElse(0);
    double rangeX = Arrays.stream(x).max().orElse(0) - lowX;
    double rangeY = Arrays.stream(y).max().orElse(0) - lowY;
    double scale = (WIDTH - 2.0 * MARGIN) / Math.max(1e-9, Math.max(rangeX, rangeY));
    double tall = Math.max(0.35 * WIDTH, rangeY * scale + 2 * MARGIN);
    for (int v = 0; v < x.length; v++) {
      x[v] = WIDTH / 2.0 + (x[v] - lowX - rangeX / 2) * scale;
      y[v] = top() + tall / 2 + (y[v] - lowY - rangeY / 2) * scale;
    }
    return (int) Math.ceil(tall);
  }

  /** Rotates about the centre until the direction of largest spread is horizontal. */
  private void turn() {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int v = 0; v < x.length; v++) {
      x[v] -= meanX;
      y[v] -= meanY;
      xx += x[v] * x[v];
      xy += x[v] * y[v];
      yy += y[v] * y[v];
    }
    double angle = 0.5 * Math.atan2(2 * xy, xx - yy);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int v = 0; v < x.length; v++) {
      double turned = cos * x[v] + sin * y[v];
      y[v] = -sin * x[v] + cos * y[v];
      x[v] = turned;
    }
  }

  private double top() {
    return title.isEmpty() ? 20 : 40;
  }

  @Override
  public int width() {
    return WIDTH + (int) Math.ceil(colouring.keyWidth());
  }

  @Override
  public int height() {
    return tall + (int) top();
  }

  private double radius(int v) {
    return Math.max(0.9, unit * Math.sqrt(graph.degree(v) + 1.0));
  }

  @Override
  public void paint(Ink ink) {
    ink.boldText(title, 16, 22, Anchor.START, 14, Ink.BLACK);
    ink.text(
        nodes.length + " minima, " + graph.edgeCount() + " pairs of neighbours; area by degree",
        16,
        top(),
        Anchor.START,
        10,
        Ink.GREY);
    paintLines(ink);
    int[] lowOnTop =
        IntStream.range(0, nodes.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(v -> -network.energy(nodes[v]))
                    .thenComparingInt(v -> v))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int v : lowOnTop) {
      double r = radius(v);
      Ellipse2D disc = new Ellipse2D.Double(x[v] - r, y[v] - r, 2 * r, 2 * r);
      ink.fill(colouring.colour(network.minimumId(nodes[v])), disc);
      if (r > 1.5) {
        ink.stroke(Color.WHITE, Math.min(0.8, 0.15 * r), disc);
      }
    }
    int lowest = lowOnTop[lowOnTop.length - 1];
    double ring = radius(lowest) + 2.5;
    ink.stroke(
        LOWEST, 1.8, new Ellipse2D.Double(x[lowest] - ring, y[lowest] - ring, 2 * ring, 2 * ring));
    paintLabels(ink, lowest);
    colouring.paintKey(ink, WIDTH, top() + 20, tall - 40.0);
  }

  private void paintLines(Ink ink) {
    Path2D path = new Path2D.Double();
    for (int v = 0; v < nodes.length; v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        int to = graph.neighbours()[p];
        if (v < to) {
          path.moveTo(x[v], y[v]);
          path.lineTo(x[to], y[to]);
        }
      }
    }
    double crowded = Math.min(1, 400.0 / Math.max(1, graph.edgeCount()));
    int grey = (int) Math.round(232 - 92 * Math.sqrt(crowded));
    ink.stroke(new Color(grey, grey, grey), 0.25 + 0.75 * Math.sqrt(crowded), path);
  }

  private void paintLabels(Ink ink, int lowest) {
    List<Rectangle2D> taken = new ArrayList<>();
    for (int v = 0; v < nodes.length; v++) {
      double r = radius(v);
      if (nodes.length <= ALL_LABELLED || r > 5) {
        taken.add(new Rectangle2D.Double(x[v] - r, y[v] - r, 2 * r, 2 * r));
      }
    }
    List<Integer> order = new ArrayList<>(List.of(lowest));
    IntStream.range(0, nodes.length)
        .boxed()
        .filter(v -> v != lowest)
        .sorted(Comparator.<Integer>comparingInt(v -> -graph.degree(v)).thenComparingInt(v -> v))
        .limit(nodes.length <= ALL_LABELLED ? nodes.length : LABELS)
        .forEach(order::add);
    for (int v : order) {
      paintLabel(ink, v, v == lowest, taken);
    }
  }

  /** At the right, left, below or above, where it lies on the fewest lines; not on another disc. */
  private void paintLabel(Ink ink, int v, boolean lowest, List<Rectangle2D> taken) {
    String id = Long.toString(network.minimumId(nodes[v]));
    double half = ink.textWidth(id, LABEL) / 2 + (lowest ? 1 : 0);
    double away = radius(v) + (lowest ? 5 : 2.5);
    double[][] centres = {
      {x[v] + away + half, y[v]},
      {x[v] - away - half, y[v]},
      {x[v], y[v] + away + 5},
      {x[v], y[v] - away - 5}
    };
    double[] best = centres[0];
    int fewest = Integer.MAX_VALUE;
    for (double[] centre : centres) {
      Rectangle2D box = box(centre, half);
      int crossed = taken.stream().anyMatch(box::intersects) ? Integer.MAX_VALUE : crossed(box);
      if (crossed < fewest) {
        fewest = crossed;
        best = centre;
      }
    }
    if (fewest == Integer.MAX_VALUE) {
      return;
    }
    taken.add(box(best, half));
    if (lowest) {
      ink.boldText(id, best[0], best[1] + 3.6, Anchor.MIDDLE, LABEL, LOWEST);
    } else {
      ink.text(id, best[0], best[1] + 3.6, Anchor.MIDDLE, LABEL, Ink.BLACK);
    }
  }

  private static Rectangle2D box(double[] centre, double half) {
    return new Rectangle2D.Double(centre[0] - half, centre[1] - 4.5, 2 * half, 9);
  }

  /** Number of lines that a label would lie on; 0 where there are too many lines to care. */
  private int crossed(Rectangle2D box) {
    int crossed = 0;
    for (int v = 0; v < nodes.length && nodes.length <= ALL_LABELLED; v++) {
      for (int p = graph.offsets()[v]; p < graph.offsets()[v + 1]; p++) {
        int to = graph.neighbours()[p];
        if (v < to && box.intersectsLine(x[v], y[v], x[to], y[to])) {
          crossed++;
        }
      }
    }
    return crossed;
  }
}
