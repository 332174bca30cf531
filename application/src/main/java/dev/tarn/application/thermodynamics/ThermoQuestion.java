package dev.tarn.application.thermodynamics;

import dev.tarn.analytics.thermodynamics.Frustration;
import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.thermodynamics.Thermodynamics;
import dev.tarn.application.MinimaSet;
import dev.tarn.application.OptionName;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.landscape.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Heat capacity, its peaks and the minima behind them, Shannon entropy and frustration.
 *
 * @param temperatures where; if empty, 100 up to where nearly every minimum is occupied
 * @param momenta whether the heat capacity has the kinetic energy in it
 * @param occupation minima of which to give the occupation as well
 * @param lowest numbers N of lowest minima, for each of which to give the heat capacity as well
 * @param bin energy to whose multiples barriers of the frustration index are rounded up; not
 *     rounded if empty
 */
public record ThermoQuestion(
    Optional<TemperatureGrid> temperatures,
    Momenta momenta,
    Optional<MinimaSet> occupation,
    List<Integer> lowest,
    Optional<Double> bin)
    implements Question<ThermoAnswer> {

  /** Keeps the numbers as they are now. */
  public ThermoQuestion {
    lowest = List.copyOf(lowest);
  }

  /** No more than heat capacity, entropy and frustration. */
  public static ThermoQuestion at(Optional<TemperatureGrid> temperatures) {
    return new ThermoQuestion(
        temperatures, Momenta.LEFT_OUT, Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public ThermoAnswer answer(Subject subject) {
    Network network = subject.network();
    double[] grid =
        temperatures.map(TemperatureGrid::toArray).orElseGet(() -> Temperatures.suggested(network));
    HarmonicSuperposition superposition = HarmonicSuperposition.of(network, momenta);
    return new ThermoAnswer(
        subject.landscape(),
        superposition,
        Thermodynamics.of(network, grid, momenta, frustration(network)),
        occupation.map(set -> occupied(subject, superposition, grid, set)).orElse(List.of()),
        ofLowest(superposition, grid));
  }

  private Frustration frustration(Network network) {
    try {
      return bin.map(energy -> Frustration.binned(network, energy))
          .orElseGet(() -> Frustration.of(network));
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(new OptionName("bin"), e);
    }
  }

  private static List<Double> occupied(
      Subject subject, HarmonicSuperposition superposition, double[] grid, MinimaSet set) {
    long[] ids = set.ids(new OptionName("occupation"), subject);
    return Arrays.stream(grid).mapToObj(t -> superposition.occupation(t, ids)).toList();
  }

  private Map<Integer, double[]> ofLowest(HarmonicSuperposition superposition, double[] grid) {
    Map<Integer, double[]> curves = new LinkedHashMap<>();
    if (lowest.isEmpty()) {
      return curves;
    }
    try {
      int[] counts = lowest.stream().mapToInt(Integer::intValue).toArray();
      double[][] values = superposition.heatCapacityOfLowest(grid, counts);
      for (int k = 0; k < counts.length; k++) {
        curves.put(counts[k], values[k]);
      }
    } catch (IllegalArgumentException e) {
      throw QuestionException.misuse(new OptionName("lowest"), e);
    }
    return curves;
  }
}
