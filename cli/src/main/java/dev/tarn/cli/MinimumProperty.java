package dev.tarn.cli;

import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A number of each minimum, by its name. */
final class MinimumProperty {
  private static final List<String> BUILT_IN =
      List.of("energy", "logDetHessian", "symmetryOrder", "degree", "hits", "rmsGradient");

  private MinimumProperty() {}

  /** Values by id of the minimum; those that have none are left out. */
  static Map<Long, Double> of(OpenLandscape open, Network network, String property) {
    Map<Long, Double> values = new HashMap<>();
    switch (property) {
      case "energy" -> fill(network, values, network::energy);
      case "logDetHessian" -> fill(network, values, network::logDetHessian);
      case "symmetryOrder" -> fill(network, values, network::symmetryOrder);
      case "degree" -> fill(network, values, network.simpleAdjacency()::degree);
      default -> stored(open, property, values);
    }
    return values;
  }

  private static void fill(
      Network network, Map<Long, Double> values, java.util.function.IntToDoubleFunction value) {
    for (int node = 0; node < network.nodeCount(); node++) {
      values.put(network.minimumId(node), value.applyAsDouble(node));
    }
  }

  private static void stored(OpenLandscape open, String property, Map<Long, Double> values) {
    List<String> known = new ArrayList<>(BUILT_IN);
    open.store()
        .forEachMinimum(
            open.name(),
            minimum -> {
              switch (property) {
                case "hits" -> values.put(minimum.id(), (double) minimum.hits());
                case "rmsGradient" -> values.put(minimum.id(), minimum.rmsGradient());
                default -> {
                  if (known.size() == BUILT_IN.size()) {
                    known.addAll(minimum.observables().names());
                  }
                  minimum
                      .observables()
                      .get(property)
                      .ifPresent(value -> values.put(minimum.id(), value));
                }
              }
            });
    if (values.isEmpty()) {
      throw CommandException.failed(
          "minima of "
              + open.name()
              + " have no property "
              + property
              + NearestName.suggestion(property, known)
              + "; they have "
              + String.join(", ", known));
    }
  }
}
