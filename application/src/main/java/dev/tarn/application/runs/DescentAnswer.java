package dev.tarn.application.runs;

import dev.tarn.analytics.charts.Histogram;
import dev.tarn.analytics.charts.HistogramChart;
import dev.tarn.analytics.charts.Mark;
import dev.tarn.analytics.plot.Picture;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.QuestionException;
import dev.tarn.application.runfile.PlainValue;
import dev.tarn.explorer.descent.DescentEnsemble;
import dev.tarn.explorer.descent.DescentSettings;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.lattices.PSpin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Where gradient descents ended.
 *
 * @param settings how they descended
 * @param sizes one for each potential, in the order that was asked
 */
public record DescentAnswer(DescentSettings settings, List<Size> sizes) implements Answer {

  /**
   * The ends for one potential.
   *
   * @param label what the potential is called in the series; empty for one alone
   * @param potential descended on
   * @param ensemble the ends
   * @param seconds time it took
   */
  public record Size(String label, Potential potential, DescentEnsemble ensemble, double seconds) {

    /** Energies of the ends over the number of coordinates. */
    public double[] energies() {
      return DoubleStream.of(ensemble.energies()).map(e -> e / potential.dimension()).toArray();
    }

    /** Mean of the {@link #energies}; NaN without any. */
    public double mean() {
      return DoubleStream.of(energies()).average().orElse(Double.NaN);
    }

    /** Standard deviation of the {@link #energies}. */
    public double standardDeviation() {
      double mean = mean();
      double[] all = energies();
      double squares = DoubleStream.of(all).map(e -> (e - mean) * (e - mean)).sum();
      return Math.sqrt(squares / Math.max(1, all.length - 1));
    }

    /** Lowest of the {@link #energies}; NaN without any. */
    public double lowest() {
      return DoubleStream.of(energies()).min().orElse(Double.NaN);
    }

    /** Highest of the {@link #energies}; NaN without any. */
    public double highest() {
      return DoubleStream.of(energies()).max().orElse(Double.NaN);
    }

    private NamedValues values() {
      double[] all = energies();
      return NamedValues.empty()
          .put("label", label)
          .put("dimension", potential.dimension())
          .put("ended", all.length)
          .put("unfinished", ensemble.unfinished())
          .put("mean", mean())
          .put("standardDeviation", standardDeviation())
          .put("lowest", lowest())
          .put("highest", highest())
          .put("energies", DoubleStream.of(all).boxed().toList())
          .put("energyCalls", ensemble.energyCalls())
          .put("seconds", seconds);
    }
  }

  private Optional<PSpin> glass() {
    return !sizes.isEmpty() && sizes.get(0).potential() instanceof PSpin glass
        ? Optional.of(glass)
        : Optional.empty();
  }

  /** Energies per spin that theory knows for many spins: the lowest, then the threshold. */
  public List<Mark> marks() {
    return sizes.stream().allMatch(size -> size.potential() instanceof PSpin)
        ? glass()
            .map(
                p ->
                    List.of(
                        new Mark(PSpin.lowestEnergyPerSpin(p.order()), 0, "\u2212E\u2080"),
                        new Mark(PSpin.thresholdEnergyPerSpin(p.order()), 0, "\u2212E\u221e")))
            .orElse(List.of())
        : List.of();
  }

  /**
   * The histograms of the energies.
   *
   * @throws QuestionException if no descent came to an end
   */
  public Picture picture() {
    List<Histogram> histograms =
        sizes.stream()
            .filter(size -> size.ensemble().energies().length > 0)
            .map(size -> Histogram.of(size.label(), size.energies()))
            .toList();
    if (histograms.isEmpty()) {
      throw QuestionException.failed("no descent came to an end, so there is nothing to draw");
    }
    return new HistogramChart(
        glass()
            .map(p -> "Spherical p-spin glass, p = " + p.order())
            .orElse("Ends of gradient descents"),
        String.format(
            Locale.ROOT,
            "%d gradient descents each, to an rms gradient of %s",
            settings.descents(),
            PlainValue.shown(settings.rmsGradient())),
        glass().isPresent() ? "Energy per spin" : "Energy per coordinate",
        histograms,
        marks());
  }

  @Override
  public NamedValues values() {
    List<NamedValues> rows = sizes.stream().map(Size::values).toList();
    NamedValues values =
        NamedValues.empty()
            .put("descents", settings.descents())
            .put("seed", settings.seed())
            .put("sizes", rows)
            .withRows(rows);
    glass()
        .ifPresent(
            p ->
                values
                    .put("lowestEnergyPerSpin", PSpin.lowestEnergyPerSpin(p.order()))
                    .put("thresholdEnergyPerSpin", PSpin.thresholdEnergyPerSpin(p.order())));
    return values;
  }
}
