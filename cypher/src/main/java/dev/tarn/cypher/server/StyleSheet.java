package dev.tarn.cypher.server;

import java.util.List;
import java.util.Locale;

/**
 * The Browser's style sheet (it calls the language GraSS). It knows no expressions: colours hang on
 * labels and captions on properties, which {@link Appearance} writes.
 */
final class StyleSheet {
  private StyleSheet() {}

  /** From deep to high: steps of the viridis map, which the colour-blind can tell as well. */
  private static final List<String> ENERGY_COLOURS =
      List.of(
          "#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#a0da39", "#fde725");

  /** Unordered: Tableau's palette, for groups. */
  private static final List<String> GROUP_COLOURS =
      List.of(
          "#4e79a7", "#f28e2b", "#e15759", "#76b7b2", "#59a14f", "#edc948", "#b07aa1", "#ff9da7",
          "#9c755f", "#bab0ac");

  /** Number of colours for bands of energy. */
  static int energyColours() {
    return ENERGY_COLOURS.size();
  }

  /** Number of colours for communities and basins. */
  static int groupColours() {
    return GROUP_COLOURS.size();
  }

  static String text() {
    StringBuilder text =
        new StringBuilder(
            """
            node {
              diameter: 50px;
              color: #c9ced4;
              border-color: #8a9099;
              border-width: 2px;
              text-color-internal: #000000;
              font-size: 10px;
            }
            relationship {
              color: #a5abb6;
              shaft-width: 1px;
              font-size: 8px;
              padding: 3px;
              text-color-external: #000000;
              text-color-internal: #ffffff;
              caption: "<type>";
            }
            relationship.TRANSITION_STATE {
              caption: "{caption}";
            }
            node.Landscape {
              diameter: 80px;
              color: #5b8c5a;
              border-color: #3e6b3d;
              text-color-internal: #ffffff;
              caption: "{name}";
            }
            node.Run {
              color: #e8dcc5;
              border-color: #b3a688;
              text-color-internal: #000000;
              caption: "run {id}";
            }
            node.StationaryPoint {
              color: #c9ced4;
              border-color: #8a9099;
              text-color-internal: #000000;
              caption: "{energy}";
            }
            """);
    add(text, Appearance.ENERGY_BAND, ENERGY_COLOURS);
    add(text, Appearance.COMMUNITY, GROUP_COLOURS);
    add(text, Appearance.BASIN, GROUP_COLOURS);
    return text.toString();
  }

  /** Later rules win over earlier ones. */
  private static void add(StringBuilder text, String label, List<String> colours) {
    for (int i = 0; i < colours.size(); i++) {
      String colour = colours.get(i);
      text.append("node.").append(label).append(i + 1).append(" {\n");
      text.append("  color: ").append(colour).append(";\n");
      text.append("  border-color: ").append(darker(colour)).append(";\n");
      text.append("  text-color-internal: ")
          .append(luminance(colour) < 0.5 ? "#ffffff" : "#000000")
          .append(";\n");
      text.append("  caption: \"{caption}\";\n}\n");
    }
  }

  private static double luminance(String colour) {
    return (0.299 * part(colour, 0) + 0.587 * part(colour, 1) + 0.114 * part(colour, 2)) / 255;
  }

  private static String darker(String colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        part(colour, 0) * 3 / 4,
        part(colour, 1) * 3 / 4,
        part(colour, 2) * 3 / 4);
  }

  private static int part(String colour, int which) {
    return Integer.parseInt(colour.substring(1 + 2 * which, 3 + 2 * which), 16);
  }
}
