package dev.tarn.cli.output;

import dev.tarn.application.PotentialText;
import dev.tarn.application.contents.ShowAnswer;
import dev.tarn.application.contents.ShowAnswer.MinimumRow;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A landscape as a whole and its lowest minima, in facts and a table. */
public final class LandscapeText {
  private LandscapeText() {}

  /** The landscape as a whole. */
  public static Facts facts(ShowAnswer answer) {
    Facts facts = new Facts();
    answer
        .globalMinimum()
        .ifPresent(
            lowest ->
                facts.add(
                    "global minimum",
                    Numbers.energy(lowest.energy()) + Descriptions.energyUnit(answer.landscape()),
                    "minimum " + lowest.minimum()));
    facts.add(
        "minima",
        Numbers.count(answer.counts().minima()),
        Descriptions.coverage(answer.minimaCoverage()));
    facts.add(
        "transition states",
        Numbers.count(answer.counts().transitionStates()),
        Stream.of(
                answer.loops() == 0 ? "" : Numbers.count(answer.loops()) + " of them degenerate",
                Descriptions.coverage(answer.transitionStateCoverage()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; ")));
    if (answer.counts().stationaryPoints() > 0) {
      facts.add("other stationary points", Numbers.count(answer.counts().stationaryPoints()));
    }
    facts.add(
        "connected components",
        Numbers.count(answer.connectedComponents()),
        answer.connectedComponents() < 2
            ? ""
            : "largest: " + Numbers.counted(answer.largestComponent(), "minimum", "minima"));
    facts.add("potential", PotentialText.of(answer.landscape()));
    answer
        .lastRun()
        .ifPresent(
            last ->
                facts.add(
                    "last run",
                    last.outcome().isEmpty() ? "did not end" : last.outcome(),
                    "run " + last.id()));
    return facts;
  }

  /** The lowest minima, at least one. */
  public static Table minima(ShowAnswer answer) {
    String unit = Descriptions.energyUnit(answer.landscape());
    String[] headings = {"minimum", "energy" + unit, "above lowest", "order", "ts", "component"};
    int columns = answer.connectedComponents() > 1 ? 6 : 5;
    Table table = new Table(Arrays.copyOf(headings, columns));
    double lowest = answer.lowest().get(0).energy();
    for (MinimumRow row : answer.lowest()) {
      Object[] cells = {
        row.minimum(),
        Numbers.energy(row.energy()),
        Numbers.energy(row.energy() - lowest),
        row.symmetryOrder(),
        row.transitionStates(),
        row.component()
      };
      table.row(Arrays.copyOf(cells, columns));
    }
    return table;
  }
}
