package dev.tarn.cli.output;

import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Drawings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Pieces of a page that needs nothing but itself. */
final class Html {
  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em;
             color: #222; }
      h1, h2 { font-weight: 600; } h2 { margin-top: 2em; border-bottom: 1px solid #ddd; }
      table { border-collapse: collapse; margin: 1em 0; font-variant-numeric: tabular-nums; }
      th, td { text-align: right; padding: .15em .8em; } tr:nth-child(even) { background: #f6f6f6; }
      .facts th { text-align: left; font-weight: normal; color: #555; }
      .facts .remark { text-align: left; color: #777; }
      img { max-width: 100%; display: block; margin: 1em 0; } .note { color: #777; }
      """;

  private Html() {}

  /** A whole page. */
  static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
        + escaped(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + body
        + "</body>\n</html>\n";
  }

  static String heading(String text) {
    return "<h2>" + escaped(text) + "</h2>\n";
  }

  static String paragraph(String text) {
    return "<p>" + escaped(text) + "</p>\n";
  }

  static String note(String text) {
    return "<p class=\"note\">" + escaped(text) + "</p>\n";
  }

  /** The picture inside the page, shut off so that names inside one do not meet those of others. */
  static String picture(Picture picture, String description) {
    byte[] svg = Drawings.svg(picture).getBytes(StandardCharsets.UTF_8);
    return "<img alt=\""
        + escaped(description)
        + "\" src=\"data:image/svg+xml;base64,"
        + Base64.getEncoder().encodeToString(svg)
        + "\">\n";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
