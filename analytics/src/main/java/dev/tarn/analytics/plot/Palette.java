package dev.tarn.analytics.plot;

import java.awt.Color;

/** Colours for numbers and for categories. */
final class Palette {
  /**
   * Viridis (van der Walt and Smith, CC0) at equal distances: perceptually uniform, legible without
   * colour vision. Its palest tenth is left out, because thin lines in it vanish on white.
   */
  private static final int[] VIRIDIS = {
    0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
    0xbddf26
  };

  /** Okabe and Ito's colours, which stay distinct without colour vision; black comes last. */
  private static final int[] CATEGORIES = {
    0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x8c564b, 0xb5b500
  };

  private Palette() {}

  /** The colour of a number scaled to 0 … 1. */
  static Color sequential(double fraction) {
    double at = Math.min(1, Math.max(0, fraction)) * (VIRIDIS.length - 1);
    int below = Math.min(VIRIDIS.length - 2, (int) at);
    double t = at - below;
    int a = VIRIDIS[below];
    int b = VIRIDIS[below + 1];
    return new Color(mix(a >> 16, b >> 16, t), mix(a >> 8, b >> 8, t), mix(a, b, t));
  }

  /** The colour of category {@code k}; beyond the named ones, hues by the golden angle. */
  static Color categorical(int k) {
    if (k < CATEGORIES.length) {
      return new Color(CATEGORIES[k]);
    }
    int extra = k - CATEGORIES.length;
    float hue = (float) ((0.08 + extra * 0.618033988749895) % 1);
    float brightness = new float[] {0.62f, 0.82f, 0.45f}[extra % 3];
    return Color.getHSBColor(hue, 0.62f, brightness);
  }

  private static int mix(int a, int b, double t) {
    return (int) Math.round((a & 0xff) * (1 - t) + (b & 0xff) * t);
  }
}
