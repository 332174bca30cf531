package dev.tarn.analytics.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** What a picture paints with: lines, filled shapes and text, placed by their anchor. */
public final class Ink {
  /** Colour of text and axes. */
  public static final Color BLACK = new Color(0x1a1a1a);

  /** Colour of what is secondary. */
  public static final Color GREY = new Color(0x8a8a8a);

  /** Colour of grid lines. */
  public static final Color PALE = new Color(0xe4e4e4);

  private final Graphics2D g;
  private final Lettering lettering;

  Ink(Graphics2D g, Lettering lettering) {
    this.g = g;
    this.lettering = lettering;
  }

  /** Which point of a text stands at the given position. */
  public enum Anchor {
    /** Its left end. */
    START(0),
    /** Its middle. */
    MIDDLE(0.5),
    /** Its right end. */
    END(1);

    private final double fraction;

    Anchor(double fraction) {
      this.fraction = fraction;
    }
  }

  /** Draws a straight line. */
  public void line(Color colour, double lineWidth, double x1, double y1, double x2, double y2) {
    stroke(colour, lineWidth, new Line2D.Double(x1, y1, x2, y2));
  }

  /** Draws the outline of a shape with round ends and joins. */
  public void stroke(Color colour, double lineWidth, Shape shape) {
    g.setColor(colour);
    g.setStroke(new BasicStroke((float) lineWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(shape);
  }

  /** Fills a shape. */
  public void fill(Color colour, Shape shape) {
    g.setColor(colour);
    g.fill(shape);
  }

  /** Writes a text with its base line at {@code y}. */
  public void text(String text, double x, double y, Anchor anchor, double size, Color colour) {
    write(text, x, y, anchor, font(size, Font.PLAIN), colour);
  }

  /** Writes a bold text with its base line at {@code y}. */
  public void boldText(String text, double x, double y, Anchor anchor, double size, Color colour) {
    write(text, x, y, anchor, font(size, Font.BOLD), colour);
  }

  /** Writes a text that reads upwards, its base line at {@code x}, its anchor at {@code y}. */
  public void uprightText(
      String text, double x, double y, Anchor anchor, double size, Color colour) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-Math.PI / 2);
    text(text, 0, 0, anchor, size, colour);
    g.setTransform(before);
  }

  /** Does the painting with the origin moved there. */
  public void translated(double x, double y, Runnable painting) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    painting.run();
    g.setTransform(before);
  }

  /** Width of a plain text. */
  public double textWidth(String text, double size) {
    return lettering.width(text, font(size, Font.PLAIN), g.getFontRenderContext());
  }

  private void write(String text, double x, double y, Anchor anchor, Font font, Color colour) {
    if (text.isEmpty()) {
      return;
    }
    double width =
        anchor == Anchor.START ? 0 : lettering.width(text, font, g.getFontRenderContext());
    g.setColor(colour);
    g.setFont(font);
    g.drawString(text, (float) (x - anchor.fraction * width), (float) y);
  }

  private static Font font(double size, int style) {
    return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
  }
}
