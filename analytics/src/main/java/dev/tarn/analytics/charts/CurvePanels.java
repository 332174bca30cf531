package dev.tarn.analytics.charts;

import dev.tarn.analytics.plot.Ink;
import dev.tarn.analytics.plot.Picture;
import java.util.List;

/**
 * Charts of the same curves over different horizontal axes, side by side, with one key at the
 * right: that of the last.
 *
 * @param panels at least one, from left to right
 */
public record CurvePanels(List<CurveChart> panels) implements Picture {

  public CurvePanels {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("expected a panel, found none");
    }
  }

  private CurveChart last() {
    return panels.get(panels.size() - 1);
  }

  @Override
  public int width() {
    return (panels.size() - 1) * CurveChart.WIDE + last().width();
  }

  @Override
  public int height() {
    return panels.stream().mapToInt(CurveChart::height).max().orElseThrow();
  }

  @Override
  public void paint(Ink ink) {
    for (int k = 0; k < panels.size() - 1; k++) {
      CurveChart panel = panels.get(k);
      ink.translated((double) k * CurveChart.WIDE, 0, () -> panel.paintWithoutKey(ink));
    }
    ink.translated(width() - last().width(), 0, () -> last().paint(ink));
  }
}
