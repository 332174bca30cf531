package dev.tarn.analytics.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;

/**
 * A colour for each item, by its id, and the key that explains the colours.
 *
 * <p>Items without a value (NaN, or not in the map) are grey.
 */
public sealed interface Colouring {

  /** More distinct whole numbers than this are drawn on a scale rather than as categories. */
  int MOST_CATEGORIES = 24;

  /** Everything in one dark colour, no key. */
  static Colouring plain() {
    return new Plain();
  }

  /** By a number on a continuous scale over the finite values of these ids. */
  static Colouring numeric(String label, long[] ids, LongToDoubleFunction value) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (long id : ids) {
      double v = value.applyAsDouble(id);
      if (Double.isFinite(v)) {
        low = Math.min(low, v);
        high = Math.max(high, v);
      }
    }
    return low < high ? new Numeric(label, low, high, value) : new Plain();
  }

  /** By category, the most frequent one first. */
  static Colouring categories(String label, long[] ids, LongFunction<String> category) {
    Map<String, Integer> counts = new TreeMap<>();
    for (long id : ids) {
      String name = category.apply(id);
      if (!name.isEmpty()) {
        counts.merge(name, 1, Integer::sum);
      }
    }
    List<String> byCount = new ArrayList<>(counts.keySet());
    byCount.sort(
        Comparator.<String>comparingInt(name -> -counts.getOrDefault(name, 0))
            .thenComparingInt(String::length)
            .thenComparing(Comparator.naturalOrder()));
    Map<String, Color> colours = new LinkedHashMap<>();
    for (String name : byCount) {
      colours.put(name, Palette.categorical(colours.size()));
    }
    return new Categorical(label, colours, counts, category);
  }

  /**
   * By a property: as categories if its values are a few whole numbers, such as communities or
   * components, on a scale otherwise.
   */
  static Colouring by(String label, long[] ids, Map<Long, Double> values) {
    Map<Double, Integer> distinct = new HashMap<>();
    boolean whole = true;
    for (long id : ids) {
      double v = values.getOrDefault(id, Double.NaN);
      if (!Double.isNaN(v)) {
        whole &= v == Math.rint(v) && Math.abs(v) < 1e9;
        distinct.merge(v, 1, Integer::sum);
      }
    }
    if (whole && distinct.size() <= MOST_CATEGORIES) {
      return categories(
          label,
          ids,
          id -> {
            double v = values.getOrDefault(id, Double.NaN);
            return Double.isNaN(v) ? "" : Long.toString((long) v);
          });
    }
    return numeric(label, ids, id -> values.getOrDefault(id, Double.NaN));
  }

  /** The item's colour. */
  Color colour(long id);

  /** Name of the item's category; empty if it has none or the scale is continuous. */
  String category(long id);

  /** Width that the key needs at the right of the drawing; 0 if there is none. */
  double keyWidth();

  /** Paints the key with its top left corner at that place, at most {@code height} tall. */
  void paintKey(Ink ink, double x, double y, double height);

  /** One colour. */
  record Plain() implements Colouring {
    @Override
    public Color colour(long id) {
      return Ink.BLACK;
    }

    @Override
    public String category(long id) {
      return "";
    }

    @Override
    public double keyWidth() {
      return 0;
    }

    @Override
    public void paintKey(Ink ink, double x, double y, double height) {
      // Nothing to explain.
    }
  }

  /**
   * A continuous scale.
   *
   * @param label what the number is, with its unit
   * @param low lowest value
   * @param high highest value
   * @param value the number of each item, NaN if unknown
   */
  record Numeric(String label, double low, double high, LongToDoubleFunction value)
      implements Colouring {
    private static final double KEY_TEXT = 10;

    @Override
    public Color colour(long id) {
      double v = value.applyAsDouble(id);
      return Double.isNaN(v) ? Ink.GREY : Palette.sequential((v - low) / (high - low));
    }

    @Override
    public String category(long id) {
      return "";
    }

    @Override
    public double keyWidth() {
      return 86;
    }

    @Override
    public void paintKey(Ink ink, double x, double y, double height) {
      ink.boldText(label, x, y + 9, Ink.Anchor.START, 11, Ink.BLACK);
      double start = y + 22;
      double bar = Math.min(height - 22, 180);
      double wide = 12;
      int steps = 90;
      for (int k = 0; k < steps; k++) {
        double top = start + bar * k / steps;
        // Half a point of overlap hides the seams that renderers leave between rectangles.
        double tall = Math.min(bar / steps + 0.5, start + bar - top);
        ink.fill(
            Palette.sequential(1 - (k + 0.5) / steps),
            new java.awt.geom.Rectangle2D.Double(x, top, wide, tall));
      }
      Axis axis = Axis.over(low, high, 5);
      for (double tick : axis.ticks()) {
        double at = start + bar * (1 - axis.fraction(tick));
        ink.line(Ink.BLACK, 0.6, x + wide, at, x + wide + 3, at);
        ink.text(axis.label(tick), x + wide + 6, at + 3.4, Ink.Anchor.START, KEY_TEXT, Ink.BLACK);
      }
    }
  }

  /**
   * Categories.
   *
   * @param label what the category is
   * @param colours colour of each, the most frequent first
   * @param counts how many items each has
   * @param of the category of each item, empty if it has none
   */
  record Categorical(
      String label,
      Map<String, Color> colours,
      Map<String, Integer> counts,
      LongFunction<String> of)
      implements Colouring {
    private static final double ROW = 15;

    @Override
    public Color colour(long id) {
      return colours.getOrDefault(of.apply(id), Ink.GREY);
    }

    @Override
    public String category(long id) {
      return of.apply(id);
    }

    @Override
    public double keyWidth() {
      return 96;
    }

    @Override
    public void paintKey(Ink ink, double x, double y, double height) {
      ink.boldText(label, x, y + 9, Ink.Anchor.START, 11, Ink.BLACK);
      int rows = (int) Math.max(1, (height - 1.8 * ROW) / ROW);
      int row = 0;
      for (Map.Entry<String, Color> entry : colours.entrySet()) {
        double at = y + ROW * (row + 1.8);
        if (row == rows - 1 && colours.size() > rows) {
          ink.text(
              "and " + (colours.size() - row) + " more", x, at, Ink.Anchor.START, 10, Ink.GREY);
          break;
        }
        ink.fill(entry.getValue(), new java.awt.geom.Rectangle2D.Double(x, at - 8, 9, 9));
        ink.text(entry.getKey(), x + 14, at, Ink.Anchor.START, 10, Ink.BLACK);
        ink.text(
            Integer.toString(counts.getOrDefault(entry.getKey(), 0)),
            x + 84,
            at,
            Ink.Anchor.END,
            9,
            Ink.GREY);
        row++;
      }
    }
  }
}
