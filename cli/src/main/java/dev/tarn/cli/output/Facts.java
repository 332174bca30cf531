package dev.tarn.cli.output;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a verb found out, one line each: a name, a value, and what the value means. */
public final class Facts {
  private record Fact(String name, String value, String remark) {}

  private final List<Fact> facts = new ArrayList<>();

  /** Adds a line. */
  public Facts add(String name, String value) {
    return add(name, value, "");
  }

  /** Adds a line with a remark behind it. */
  public Facts add(String name, String value, String remark) {
    facts.add(new Fact(name, value, remark));
    return this;
  }

  /** The lines as rows of an HTML table. */
  String toHtml() {
    StringBuilder html = new StringBuilder("<table class=\"facts\">\n");
    for (Fact fact : facts) {
      html.append("<tr><th>")
          .append(Html.escaped(fact.name))
          .append("</th><td>")
          .append(Html.escaped(fact.value))
          .append("</td><td class=\"remark\">")
          .append(Html.escaped(fact.remark))
          .append("</td></tr>\n");
    }
    return html.append("</table>\n").toString();
  }

  /** Prints the lines, values aligned. */
  public void printTo(PrintStream out) {
    int names = facts.stream().mapToInt(fact -> fact.name.length()).max().orElse(0);
    int values =
        facts.stream()
            .filter(fact -> !fact.remark.isEmpty())
            .mapToInt(fact -> fact.value.length())
            .max()
            .orElse(0);
    for (Fact fact : facts) {
      String line =
          fact.name
              + " ".repeat(names - fact.name.length() + 2)
              + fact.value
              + (fact.remark.isEmpty()
                  ? ""
                  : " ".repeat(Math.max(0, values - fact.value.length()) + 2) + fact.remark);
      out.println(line.stripTrailing());
    }
  }
}
