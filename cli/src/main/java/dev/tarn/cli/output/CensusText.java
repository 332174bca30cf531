package dev.tarn.cli.output;

import dev.tarn.application.census.CensusReport;
import dev.tarn.application.census.CensusSeries;
import dev.tarn.explorer.census.CensusSummary;
import dev.tarn.explorer.census.CensusSummary.MethodCost;
import dev.tarn.explorer.census.CensusSummary.OfIndex;

/** Censuses in facts and tables. */
public final class CensusText {
  private CensusText() {}

  /** What is known of all stationary points. */
  public static Facts facts(CensusReport c) {
    CensusSummary s = c.summary();
    Facts facts = new Facts();
    facts.add("stationary points", Numbers.count(s.total()), c.completeness());
    if (s.copies() != s.total()) {
      facts.add("with all copies", Numbers.count(Math.round(s.copies())), "by orbit sizes");
    }
    facts.add(
        "Morse sum",
        Numbers.count(s.checkSum()),
        c.euler().isEmpty()
            ? "sum of (-1)^index; not known what it must be"
            : "sum of (-1)^index; the Euler characteristic is " + c.euler().getAsInt());
    facts.add("coverage", Numbers.percent(s.coverage().goodTuring()), seen(s));
    facts.add(
        "proved",
        Numbers.count(s.certified()),
        s.certified() == 0
            ? "the potential knows no bound for its third derivatives"
            : "by Newton and Kantorovich");
    facts.add(
        "singular",
        Numbers.count(s.singular()),
        s.singular() == 0 ? "" : "kept apart, a family once for each energy");
    facts.add(
        "complexity",
        Numbers.significant(c.complexity((double) s.total()), 4),
        "ln n / N, N = " + c.size());
    if (!Double.isNaN(s.softestEigenvalue())) {
      facts.add(
          "softest",
          Numbers.significant(s.softestEigenvalue(), 3),
          "smallest |eigenvalue| of a Hessian");
    }
    if (!c.outcome().isEmpty()) {
      facts.add("ended", c.outcome());
    }
    return facts;
  }

  private static String seen(CensusSummary s) {
    double unseen = s.coverage().unseenLowerBound();
    String how = s.sampled() ? " by independent samples" : " by hits, which are not independent";
    return (unseen < 0.5
            ? "none expected unseen,"
            : "at least " + Numbers.count(Math.round(unseen)) + " unseen,")
        + how;
  }

  /** A row for each index. */
  public static Table indexTable(CensusReport c) {
    Table table =
        new Table(
            "index",
            "points",
            "index/n",
            "mean E/N",
            "lowest E/N",
            "highest E/N",
            "softest",
            "coverage",
            "unseen");
    double n = c.size();
    int modes = Math.max(1, c.landscape().vibrationalModes());
    for (OfIndex of : c.summary().indices()) {
      table.row(
          of.index(),
          Numbers.count(of.count()),
          Numbers.fixed(of.index() / (double) modes, 3),
          energy(of.meanEnergy() / n),
          energy(of.lowestEnergy() / n),
          energy(of.highestEnergy() / n),
          Numbers.significant(of.softestEigenvalue(), 3),
          Numbers.percent(of.coverage().goodTuring()),
          of.count() == 0 ? "-" : Numbers.count(Math.round(of.coverage().unseenLowerBound())));
    }
    return table;
  }

  /** Rounding around zero is zero. */
  private static String energy(double value) {
    return Numbers.energy(Math.abs(value) < 5e-7 ? 0 : value);
  }

  /** What each way of searching cost. */
  public static Table methodTable(CensusSummary s) {
    Table table =
        new Table(
            "method", "searches", "at a point", "first found", "gradients/new", "Hessians/new");
    for (MethodCost m : s.methods()) {
      table.row(
          m.method().word(),
          Numbers.count(m.searches()),
          Numbers.percent(m.hits() / (double) m.searches()),
          Numbers.count(m.newPoints()),
          perNew(m.gradients(), m.newPoints()),
          perNew(m.hessians(), m.newPoints()));
    }
    return table;
  }

  private static String perNew(long calls, long points) {
    return points == 0 ? "-" : Numbers.count(Math.round(calls / (double) points));
  }

  /** How the numbers grow over a series. */
  public static Table seriesTable(CensusSeries growth) {
    boolean averaged = growth.sizes().stream().anyMatch(g -> g.landscapes() > 1);
    Table table =
        averaged
            ? new Table(
                "N",
                "parameters",
                "landscapes",
                "points",
                "+-",
                "minima",
                "+-",
                "ln n / N",
                "coverage",
                "Morse sum")
            : new Table(
                "N",
                "landscape",
                "points",
                "minima",
                "ln n / N",
                "ln minima / N",
                "coverage",
                "singular",
                "Morse sum");
    for (CensusSeries.OfSize g : growth.sizes()) {
      if (averaged) {
        table.row(
            g.size(),
            g.label(),
            g.landscapes(),
            Numbers.fixed(g.meanTotal(), 3),
            Numbers.fixed(g.errorTotal(), 3),
            Numbers.fixed(g.meanMinima(), 3),
            Numbers.fixed(g.errorMinima(), 3),
            Numbers.significant(g.complexity(), 4),
            Numbers.percent(g.leastCoverage()),
            g.balance());
      } else {
        CensusReport c = g.first();
        table.row(
            g.size(),
            c.name(),
            Numbers.count(c.summary().total()),
            Numbers.count(c.minima()),
            Numbers.significant(g.complexity(), 4),
            Numbers.significant(c.complexity((double) c.minima()), 4),
            Numbers.percent(g.leastCoverage()),
            Numbers.count(c.summary().singular()),
            g.balance());
      }
    }
    return table;
  }
}
