package dev.tarn.analytics.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.jfree.svg.ViewBox;

/** How a picture is stored. */
public enum PictureFormat {
  /** Vectors; the same picture gives the same bytes on every machine. */
  SVG {
    @Override
    public byte[] bytes(Picture picture) {
      return svg(picture).getBytes(StandardCharsets.UTF_8);
    }
  },
  /** Pixels, two per point. */
  PNG {
    @Override
    public byte[] bytes(Picture picture) {
      return png(picture, PIXELS_PER_POINT);
    }
  };

  private static final double PIXELS_PER_POINT = 2;
  // PNG of 16k x 16k is where viewers begin to refuse.
  private static final int MOST_PIXELS = 16_384;

  /**
   * The format that a file's name asks for.
   *
   * @throws IllegalArgumentException if it ends neither in {@code .svg} nor in {@code .png}
   */
  public static PictureFormat of(Path file) {
    Path fileName = file.getFileName();
    String name = fileName == null ? "" : fileName.toString().toLowerCase(Locale.ROOT);
    for (PictureFormat format : values()) {
      if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "expected a file name that ends in .svg or .png, found " + file);
  }

  /** The picture as a file's content. */
  public abstract byte[] bytes(Picture picture);

  /** Writes the picture in the format that the file's name asks for. */
  public static void write(Picture picture, Path file) throws IOException {
    Files.write(file, of(file).bytes(picture));
  }

  /** The picture as an SVG document, without an XML declaration: fit to stand inside HTML. */
  public static String svg(Picture picture) {
    SVGGraphics2D g = new SVGGraphics2D(picture.width(), picture.height(), SVGUnits.PX);
    g.setDefsKeyPrefix("tarn");
    g.setGeomDoubleConverter(PictureFormat::twoDecimals);
    g.setTransformDoubleConverter(PictureFormat::twoDecimals);
    g.setFontFunction(family -> "Helvetica, Arial, Liberation Sans, sans-serif");
    paintOn(g, picture, Lettering.BY_TABLE);
    return g.getSVGElement(
        null, true, new ViewBox(0, 0, picture.width(), picture.height()), null, null);
  }

  /**
   * The picture as a PNG file with that many pixels per point, fewer if it would grow too large.
   */
  public static byte[] png(Picture picture, double pixelsPerPoint) {
    int longest = Math.max(picture.width(), picture.height());
    double scale = Math.min(pixelsPerPoint, (double) MOST_PIXELS / longest);
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(picture.width() * scale),
            (int) Math.ceil(picture.height() * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.scale(scale, scale);
    paintOn(g, picture, Lettering.BY_FONT);
    g.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void paintOn(Graphics2D g, Picture picture, Lettering lettering) {
    g.setColor(Color.WHITE);
    g.fill(new java.awt.Rectangle(0, 0, picture.width(), picture.height()));
    picture.paint(new Ink(g, lettering));
  }

  /** Two decimals of a point are finer than any screen; trailing zeros left out. */
  private static String twoDecimals(double value) {
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long absolute = Math.abs(hundredths);
    long whole = absolute / 100;
    long rest = absolute % 100;
    if (rest == 0) {
      return sign + whole;
    }
    String fraction = rest % 10 == 0 ? "." + rest / 10 : (rest < 10 ? ".0" : ".") + rest;
    return sign + whole + fraction;
  }
}
