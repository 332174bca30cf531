package dev.tarn.application.kinetics;

import dev.tarn.analytics.kinetics.ArrheniusFit;
import dev.tarn.analytics.kinetics.LeftOut;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.analytics.thermodynamics.VibrationalModel;
import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Passage between two sets of minima.
 *
 * @param landscape its name
 * @param from where to start, as it was asked
 * @param to where to arrive
 * @param rates by temperature, in the order that was asked
 * @param arrhenius fits over several temperatures; empty for one
 * @param committors of every minimum, by id; empty unless asked for
 * @param minima number of minima that take part
 * @param leftOut what does not
 * @param vibrationalModel whether frequencies are known
 */
public record RatesAnswer(
    String landscape,
    String from,
    String to,
    List<Rates> rates,
    Optional<Arrhenius> arrhenius,
    List<CommittorRow> committors,
    int minima,
    LeftOut leftOut,
    VibrationalModel vibrationalModel)
    implements Answer {

  /** Fits of 1 / mean first passage time. */
  public record Arrhenius(ArrheniusFit forward, ArrheniusFit backward) {}

  /** A row for each temperature. */
  public List<RatesRow> rows() {
    return rates.stream().map(RatesRow::of).toList();
  }

  /** Committors from the lowest minimum up. */
  public List<CommittorRow> committorsByEnergy() {
    return committors.stream().sorted(Comparator.comparingDouble(CommittorRow::energy)).toList();
  }

  @Override
  public NamedValues values() {
    NamedValues values = leading();
    List<NamedValues> rows = NamedValues.ofRecords(rows());
    if (rows.size() == 1) {
      values.putAll(rows.get(0));
    } else {
      rows.get(0)
          .asMap()
          .keySet()
          .forEach(
              column ->
                  values.put(
                      column.equals("temperature") ? "temperatures" : column,
                      rows.stream().map(row -> row.asMap().get(column)).toList()));
    }
    arrhenius.ifPresent(
        fits ->
            values
                .put("arrheniusForward", values(fits.forward))
                .put("arrheniusBackward", values(fits.backward)));
    if (!committors.isEmpty()) {
      values
          .put("ids", committors.stream().map(CommittorRow::minimum).toList())
          .put("committors", committors.stream().map(CommittorRow::committor).toList())
          .put("occupations", committors.stream().map(CommittorRow::occupation).toList());
    }
    return trailing(values)
        .withRows(
            () ->
                committors.isEmpty()
                    ? rows.stream().map(row -> trailing(leading().putAll(row))).toList()
                    : NamedValues.ofRecords(committorsByEnergy()));
  }

  private NamedValues leading() {
    return NamedValues.empty().put("landscape", landscape).put("from", from).put("to", to);
  }

  private NamedValues trailing(NamedValues values) {
    return values
        .put("minima", minima)
        .put("leftOutMinima", leftOut.minima())
        .put("vibrationalModel", vibrationalModel);
  }

  private static NamedValues values(ArrheniusFit fit) {
    return NamedValues.empty()
        .put("prefactor", fit.prefactor())
        .put("lnPrefactor", fit.lnPrefactor())
        .put("activationEnergy", fit.activationEnergy())
        .put("determination", fit.determination());
  }
}
