package dev.tarn.analytics.plot;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/** How wide a text is. */
enum Lettering {
  /** By the Helvetica widths below: independent of installed fonts. */
  BY_TABLE {
    @Override
    double width(String text, Font font, FontRenderContext context) {
      int thousandths = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        thousandths += c >= ' ' && c <= '~' ? HELVETICA[c - ' '] : OTHER;
      }
      double bold = font.isBold() ? 1.06 : 1;
      return thousandths * bold * font.getSize2D() / 1000;
    }
  },
  /** By the font that draws it. */
  BY_FONT {
    @Override
    double width(String text, Font font, FontRenderContext context) {
      return text.isEmpty() ? 0 : font.getStringBounds(text, context).getWidth();
    }
  };

  /** Advance widths of Helvetica from space to tilde, in thousandths of the size (Adobe AFM). */
  private static final short[] HELVETICA = {
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, //
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, //
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, //
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, //
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, //
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
  };

  private static final int OTHER = 580;

  abstract double width(String text, Font font, FontRenderContext context);
}
