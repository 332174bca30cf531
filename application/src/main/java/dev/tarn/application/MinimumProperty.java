package dev.tarn.application;

import dev.tarn.analytics.plot.Colouring;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A number of each minimum, by its name, as colours of a drawing. */
public final class MinimumProperty {
  private static final List<String> COMPUTED =
      List.of("energy", "logDetHessian", "symmetryOrder", "degree");

  private MinimumProperty() {}

  /** The colouring by a property that every network has: the energy. */
  public static Colouring energy(Network network) {
    return colouring("energy", network, network::energy);
  }

  /**
   * The colouring by a property, computed or stored; plain without one.
   *
   * @throws QuestionException if no minimum has such a number
   */
  public static Colouring colouring(Optional<String> property, Subject subject) {
    if (property.isEmpty()) {
      return Colouring.plain();
    }
    Network network = subject.network();
    String name = property.get();
    return switch (name) {
      case "energy" -> energy(network);
      case "logDetHessian" -> colouring(name, network, network::logDetHessian);
      case "symmetryOrder" -> colouring(name, network, network::symmetryOrder);
      case "degree" -> colouring(name, network, network.simpleAdjacency()::degree);
      default -> stored(name, subject);
    };
  }

  private static Colouring stored(String name, Subject subject) {
    Set<String> known = new LinkedHashSet<>(COMPUTED);
    known.addAll(subject.source().propertyNames());
    double[] values =
        known.contains(name)
            ? subject.source().property(subject.network(), name)
            : new double[] {Double.NaN};
    if (IntStream.range(0, values.length).allMatch(node -> Double.isNaN(values[node]))) {
      throw QuestionException.failed(
          new OptionName("colour"),
          ": minima of "
              + subject.name()
              + " have no number named "
              + name
              + NearestName.suggestion(name, known)
              + "; they have "
              + String.join(", ", known));
    }
    return colouring(name, subject.network(), node -> values[node]);
  }

  private static Colouring colouring(String name, Network network, IntToDoubleFunction value) {
    long[] ids = IntStream.range(0, network.nodeCount()).mapToLong(network::minimumId).toArray();
    Map<Long, Double> values = new HashMap<>();
    for (int node = 0; node < ids.length; node++) {
      if (!Double.isNaN(value.applyAsDouble(node))) {
        values.put(ids[node], value.applyAsDouble(node));
      }
    }
    return Colouring.by(name, ids, values);
  }
}
