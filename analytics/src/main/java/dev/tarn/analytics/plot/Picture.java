package dev.tarn.analytics.plot;

/** Something that can be drawn, in points (1/72 inch). */
public interface Picture {

  /** Width of the canvas. */
  int width();

  /** Height of the canvas. */
  int height();

  /** Paints the whole picture; the canvas is white before. Painting twice gives the same. */
  void paint(Ink ink);
}
