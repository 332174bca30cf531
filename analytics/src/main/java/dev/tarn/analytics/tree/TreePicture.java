package dev.tarn.analytics.tree;

import dev.tarn.analytics.plot.Axis;
import dev.tarn.analytics.plot.Colouring;
import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Ink.Anchor;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.analytics.plot.Symbols;
import dev.tarn.landscape.Network;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Drawing of a disconnectivity graph: energy upwards, one line for each minimum that ends at the
 * minimum's energy, lines that meet where superbasins merge.
 *
 * <p>Leaves carry the ids of their minima where these fit without touching. The lowest minimum is
 * marked by a dot and always carries its id. Lines get thinner as leaves get more.
 */
public final class TreePicture implements Picture {
  private static final Color BRANCH = new Color(0x3c3c3c);
  private static final Color LOWEST = new Color(0xb2182b);

  /** The thinnest that the stems of a crowded tree may be. */
  private static final double STEM = 0.7;

  private static final double LABEL = 9;
  private static final double TICK_LABEL = 11;

  private final SuperbasinTree tree;
  private final TreeLayout layout;
  private final TreeStyle style;
  private final int width;
  private final int height;
  private final double left;
  private final double right;
  private final double top;
  private final double bottom;
  private final Axis axis;
  private final double lineWidth;

  /** How far the slanting parts of leaves fade into white. */
  private final double fade;

  private TreePicture(SuperbasinTree tree, TreeStyle style) {
    this.tree = tree;
    this.style = style;
    layout = new TreeLayout(tree);
    Network network = tree.network();
    double low = network.energy(tree.lowestMinimum(0));
    double range = tree.top() - low;
    axis = Axis.over(low - 0.02 * range, tree.top() + 0.03 * range, 8);
    int longest = axis.ticks().stream().mapToInt(t -> axis.label(t).length()).max().orElse(0);
    left = 44 + 0.58 * TICK_LABEL * longest;
    int leaves = tree.leafCount();
    double key = style.colouring().keyWidth();
    double rightMargin = key > 0 ? key + 24 : 24;
    double wide = Math.min(900, Math.max(360, leaves * 26.0));
    width = style.width() > 0 ? style.width() : (int) Math.ceil(left + wide + rightMargin);
    height = style.height() > 0 ? style.height() : leaves <= 12 ? 460 : leaves <= 200 ? 600 : 700;
    right = width - rightMargin;
    top = (style.title().isEmpty() ? 34 : 54) + (notes().isEmpty() ? 0 : 13);
    bottom = height - 34;
    lineWidth = Math.min(1.5, Math.max(0.35, 0.42 * (right - left) / Math.max(1, leaves)));
    // Hundreds of slanting lines that meet in one point would make a black wedge.
    fade = leaves <= 60 ? 0 : Math.min(0.6, (leaves - 60) / 200.0);
  }

  /** A drawing of the superbasins. */
  public static TreePicture of(SuperbasinTree tree, TreeStyle style) {
    return new TreePicture(tree, style);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public void paint(Ink ink) {
    paintAxis(ink);
    paintHeadline(ink);
    paintLines(ink);
    paintLabels(ink);
    style.colouring().paintKey(ink, right + 24, top, bottom - top);
  }

  private double y(double energy) {
    return bottom - axis.fraction(energy) * (bottom - top);
  }

  private double x(double leaf) {
    return left + 14 + leaf * (right - left - 14) / Math.max(1, tree.leafCount());
  }

  private void paintAxis(Ink ink) {
    ink.line(Ink.BLACK, 1, left, top, left, bottom);
    double widest = 0;
    for (double tick : axis.ticks()) {
      double at = y(tick);
      ink.line(Ink.BLACK, 1, left - 5, at, left, at);
      ink.text(axis.label(tick), left - 8, at + 3.7, Anchor.END, TICK_LABEL, Ink.BLACK);
      widest = Math.max(widest, ink.textWidth(axis.label(tick), TICK_LABEL));
    }
    ink.uprightText(
        Symbols.quantity("Energy", style.energyUnit()),
        Math.max(14, left - 8 - widest - 9),
        (top + bottom) / 2,
        Anchor.MIDDLE,
        12,
        Ink.BLACK);
  }

  private void paintHeadline(Ink ink) {
    double at = 20;
    if (!style.title().isEmpty()) {
      ink.boldText(style.title(), left, at, Anchor.START, 14, Ink.BLACK);
      at += 17;
    }
    ink.text(caption(), left, at, Anchor.START, 10, Ink.GREY);
    ink.text(notes(), left, at + 13, Anchor.START, 10, Ink.GREY);
  }

  private String caption() {
    String unit = Symbols.unit(style.energyUnit());
    int leaves = tree.leafCount();
    return leaves
        + (leaves == 1 ? " minimum, " : " minima, ")
        + tree.levels()
        + (tree.levels() == 1 ? " level" : " levels")
        + " every "
        + number(tree.spacing())
        + unit;
  }

  /** What the picture leaves out. */
  private String notes() {
    SuperbasinTree.Hidden hidden = tree.hidden();
    List<String> notes = new ArrayList<>();
    if (hidden.merges() > 0) {
      notes.add(
          hidden.merges()
              + (hidden.merges() == 1 ? " merge" : " merges")
              + " up to "
              + number(hidden.highestMerge())
              + Symbols.unit(style.energyUnit()));
    }
    if (hidden.minima() > 0) {
      notes.add(hidden.minima() + (hidden.minima() == 1 ? " minimum" : " minima"));
    }
    return notes.isEmpty() ? "" : "above the picture: " + String.join(", ", notes);
  }

  private static String number(double value) {
    double size = Math.abs(value);
    if (size >= 1e6 || (size < 1e-3 && size > 0)) {
      return String.format(Locale.ROOT, "%.2e", value).replace('-', '\u2212');
    }
    return new BigDecimal(value)
        .round(new MathContext(3))
        .setScale(size >= 100 ? 0 : size >= 1 ? 2 : 4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString()
        .replace('-', '\u2212');
  }

  /** Lines by colour: slanting leaves first, then branches, then the upright ends of leaves. */
  private void paintLines(Ink ink) {
    Map<Color, Path2D> slanting = new LinkedHashMap<>();
    Map<Color, Path2D> branches = new LinkedHashMap<>();
    Map<Color, Path2D> upright = new LinkedHashMap<>();
    List<String> category = categories();
    for (int node = 0; node < tree.nodeCount(); node++) {
      int above = tree.parent(node);
      if (above >= 0 && tree.size(above) == tree.size(node)) {
        continue;
      }
      Color own = style.colouring().colour(tree.network().minimumId(tree.lowestMinimum(node)));
      if (tree.size(node) == 1) {
        addLeaf(path(slanting, faded(own)), path(upright, own), node, above);
      } else {
        addBranch(path(branches, category.get(node).isEmpty() ? BRANCH : own), node, above);
      }
    }
    for (int node = 0; node < tree.nodeCount(); node++) {
      if (tree.size(node) > 1) {
        for (int minimum : layout.leavesOf(node)) {
          Color own = style.colouring().colour(tree.network().minimumId(minimum));
          Path2D path = path(slanting, faded(own));
          path.moveTo(x(layout.x(node)), y(tree.levelEnergy(tree.level(node))));
          path.lineTo(x(layout.leafX(minimum)), y(tree.network().energy(minimum)));
        }
      }
    }
    slanting.forEach((colour, path) -> ink.stroke(colour, lineWidth, path));
    branches.forEach((colour, path) -> ink.stroke(colour, Math.max(STEM, lineWidth), path));
    upright.forEach((colour, path) -> ink.stroke(colour, lineWidth, path));
  }

  private static Path2D path(Map<Color, Path2D> paths, Color colour) {
    return paths.computeIfAbsent(colour, c -> new Path2D.Double());
  }

  private Color faded(Color colour) {
    return new Color(fade(colour.getRed()), fade(colour.getGreen()), fade(colour.getBlue()));
  }

  private int fade(int channel) {
    return (int) Math.round(channel + (255 - channel) * fade);
  }

  private void addLeaf(Path2D slanting, Path2D upright, int node, int above) {
    double at = x(layout.x(node));
    double start = top;
    if (above >= 0) {
      int level = tree.level(node);
      start = y(tree.levelEnergy(level));
      slanting.moveTo(x(layout.x(above)), y(tree.levelEnergy(level - 1)));
      slanting.lineTo(at, start);
    }
    upright.moveTo(at, start);
    upright.lineTo(at, y(tree.network().energy(tree.lowestMinimum(node))));
  }

  /** From the superbasin above down to where this one splits. */
  private void addBranch(Path2D path, int node, int above) {
    int level = tree.level(node);
    double at = x(layout.x(node));
    if (above >= 0) {
      path.moveTo(x(layout.x(above)), y(tree.levelEnergy(level - 1)));
      path.lineTo(at, y(tree.levelEnergy(level)));
    } else {
      path.moveTo(at, top);
    }
    int last = node;
    for (int next = layout.onlyPart(last); next >= 0; next = layout.onlyPart(last)) {
      last = next;
    }
    if (last != node || above < 0) {
      path.lineTo(at, y(tree.levelEnergy(tree.level(last))));
    }
  }

  /** The category that all minima of a superbasin share, empty if they share none. */
  private List<String> categories() {
    Colouring colouring = style.colouring();
    Network network = tree.network();
    List<String> of = new ArrayList<>();
    for (int node = 0; node < tree.nodeCount(); node++) {
      of.add(colouring.category(network.minimumId(tree.lowestMinimum(node))));
    }
    for (int minimum = 0; minimum < network.nodeCount(); minimum++) {
      int node = tree.deepestNode(minimum);
      if (node >= 0) {
        clearUnlessEqual(of, node, colouring.category(network.minimumId(minimum)));
      }
    }
    for (int node = tree.nodeCount() - 1; node >= 0; node--) {
      if (tree.parent(node) >= 0) {
        clearUnlessEqual(of, tree.parent(node), of.get(node));
      }
    }
    return of;
  }

  private static void clearUnlessEqual(List<String> of, int node, String category) {
    if (!of.get(node).equals(category)) {
      of.set(node, "");
    }
  }

  /** The highest superbasin that holds nothing but this minimum, or the lowest that holds more. */
  private int firstAlone(int minimum) {
    int node = tree.deepestNode(minimum);
    while (tree.parent(node) >= 0 && tree.size(tree.parent(node)) == 1) {
      node = tree.parent(node);
    }
    return node;
  }

  private void paintLabels(Ink ink) {
    Network network = tree.network();
    int lowest = tree.lowestMinimum(0);
    double room = (right - left - 14) / Math.max(1, tree.leafCount());
    double widest = 0;
    for (int v = 0; v < network.nodeCount(); v++) {
      if (tree.deepestNode(v) >= 0) {
        widest = Math.max(widest, ink.textWidth(Long.toString(network.minimumId(v)), LABEL));
      }
    }
    boolean level = widest + 4 <= room;
    boolean upright = !level && LABEL + 1 <= room;
    for (int v = 0; v < network.nodeCount(); v++) {
      if (tree.deepestNode(v) < 0 || v == lowest) {
        continue;
      }
      String id = Long.toString(network.minimumId(v));
      double at = x(layout.leafX(v));
      double end = y(network.energy(v));
      if (level) {
        ink.text(id, at, end + LABEL + 3, Anchor.MIDDLE, LABEL, BRANCH);
      } else if (upright) {
        ink.uprightText(id, at + 0.36 * LABEL, end + 4, Anchor.END, LABEL, BRANCH);
      }
    }
    double at = x(layout.leafX(lowest));
    double end = y(network.energy(lowest));
    double start = y(tree.levelEnergy(tree.level(firstAlone(lowest))));
    ink.line(
        style.colouring().colour(network.minimumId(lowest)),
        Math.max(STEM, lineWidth),
        at,
        start,
        at,
        end);
    ink.fill(LOWEST, new Ellipse2D.Double(at - 3, end - 3, 6, 6));
    ink.boldText(Long.toString(network.minimumId(lowest)), at, end + 15, Anchor.MIDDLE, 10, LOWEST);
  }
}
