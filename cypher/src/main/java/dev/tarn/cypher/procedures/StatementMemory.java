package dev.tarn.cypher.procedures;

import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.Network;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Networks, and what was computed of them, for as long as one statement runs: a function that is
 * called for each of a thousand rows reads the landscape once.
 *
 * <p>Correctness first: nothing is remembered in a transaction that has changed anything, nothing
 * outlives its statement. A statement therefore sees a landscape as it was at the first call, also
 * if others change it meanwhile.
 *
 * <p>Static because Neo4j makes a new instance of a procedure's class for every call and a plugin
 * has no other place; keys are held weakly, so that a statement takes its networks along.
 */
final class StatementMemory {
  private static final Map<Object, Map<String, Object>> STATEMENTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private StatementMemory() {}

  /** The network of a landscape. */
  static Network network(LandscapeView view, String landscape) {
    return (Network) remembered(view, "network " + landscape, () -> view.network(landscape));
  }

  /** Something computed of a landscape; {@code what} tells it from all else. */
  static <T> T of(
      LandscapeView view,
      String landscape,
      Class<T> type,
      String what,
      Function<Network, T> compute) {
    Network network = network(view, landscape);
    return type.cast(
        remembered(
            view,
            type.getSimpleName() + " " + what + " " + landscape,
            () -> compute.apply(network)));
  }

  private static Object remembered(LandscapeView view, String what, Supplier<?> compute) {
    Optional<Object> statement = view.statement();
    if (statement.isEmpty()) {
      return compute.get();
    }
    // Statements of two databases in one process may have the same number.
    String key = view.database() + " " + what;
    Map<String, Object> known =
        STATEMENTS.computeIfAbsent(statement.get(), s -> new ConcurrentHashMap<>());
    Object value = known.get(key);
    if (value == null) {
      value = compute.get();
      known.put(key, value);
    }
    return value;
  }
}
