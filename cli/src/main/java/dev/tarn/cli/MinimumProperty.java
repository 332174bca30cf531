package dev.tarn.cli;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.NearestName;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** A number of each minimum, by its name. */
final class MinimumProperty {
  private static final List<String> COMPUTED =
      List.of("energy", "logDetHessian", "symmetryOrder", "degree");

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

  private static void fill(Network network, Map<Long, Double> values, IntToDoubleFunction value) {
    for (int node = 0; node < network.nodeCount(); node++) {
      values.put(network.minimumId(node), value.applyAsDouble(node));
    }
  }

  private static void stored(OpenLandscape open, String property, Map<Long, Double> values) {
    List<String> known = new ArrayList<>(COMPUTED);
    if (open.store() instanceof GraphStore store) {
      known.addAll(store.propertyNames(open.name()));
      if (known.contains(property)) {
        double[] ofNodes = store.property(open.name(), property);
        Network network = open.store().network(open.name());
        for (int node = 0; node < ofNodes.length; node++) {
          if (!Double.isNaN(ofNodes[node])) {
            values.put(network.minimumId(node), ofNodes[node]);
          }
        }
      }
    }
    if (values.isEmpty()) {
      throw CommandException.failed(
          "minima of "
              + open.name()
              + " have no number named "
              + property
              + NearestName.suggestion(property, known)
              + "; they have "
              + known.stream().distinct().collect(Collectors.joining(", ")));
    }
  }
}
