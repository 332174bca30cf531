package dev.tarn.cypher.procedures;

import dev.tarn.application.thermodynamics.PointQuantities.Barriers;
import dev.tarn.application.thermodynamics.PointQuantities.Occupations;
import dev.tarn.application.thermodynamics.PointQuantities.TransitionRates;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.Network;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;
import org.neo4j.procedure.Context;
import org.neo4j.procedure.Description;
import org.neo4j.procedure.Name;
import org.neo4j.procedure.UserFunction;

/**
 * Functions of minima and transition states. Null in, null out. The landscape is read once for all
 * calls in a statement.
 */
public final class PointFunctions {
  /** Set by Neo4j. */
  @Context public Transaction tx;

  @UserFunction(name = "tarn.barrier")
  @Description(
      "Height of the highest point of the lowest path from minimum a to minimum b above a; null if"
          + " no path joins them.")
  @Usage(
      example =
          "MATCH (a:Minimum {landscape: 'lj13', id: 5}), (b:Minimum {landscape: 'lj13', id: 1})"
              + " RETURN tarn.barrier(a, b) AS up, tarn.barrier(b, a) AS back")
  public @Nullable Double barrier(@Name("a") @Nullable Node a, @Name("b") @Nullable Node b) {
    if (a == null || b == null) {
      return null;
    }
    return answer(
        "tarn.barrier",
        () -> {
          LandscapeView view = LandscapeView.in(tx);
          String landscape = landscapeOf(a, "minimum");
          if (!landscape.equals(landscapeOf(b, "minimum"))) {
            throw new IllegalArgumentException(
                "expected two minima of one landscape, found one of "
                    + landscape
                    + " and one of "
                    + landscapeOf(b, "minimum"));
          }
          Network network = StatementMemory.network(view, landscape);
          return StatementMemory.of(view, landscape, Barriers.class, "", Barriers::of)
              .height(node(network, a), node(network, b));
        });
  }

  @UserFunction(name = "tarn.occupation")
  @Description(
      "Equilibrium occupation of a minimum at a temperature, among all minima of its landscape"
          + " (harmonic superposition).")
  @Usage(
      example =
          "MATCH (m:Minimum {landscape: 'lj13'}) RETURN m.id AS id, tarn.occupation(m, 0.3) AS p"
              + " ORDER BY p DESC LIMIT 3")
  public @Nullable Double occupation(
      @Name("m") @Nullable Node m, @Name("T") @Nullable Double temperature) {
    if (m == null || temperature == null) {
      return null;
    }
    return answer(
        "tarn.occupation",
        () -> {
          LandscapeView view = LandscapeView.in(tx);
          String landscape = landscapeOf(m, "minimum");
          Occupations occupations =
              StatementMemory.of(
                  view,
                  landscape,
                  Occupations.class,
                  "at " + temperature,
                  network -> Occupations.of(network, temperature));
          return occupations.byNode()[node(StatementMemory.network(view, landscape), m)];
        });
  }

  @UserFunction(name = "tarn.rate")
  @Description(
      "Rate constant over one transition state at a temperature, downhill from the higher minimum,"
          + " or from the minimum given as third argument (harmonic transition state theory).")
  @Usage(
      example =
          "MATCH (a:Minimum {landscape: 'lj13'})-[t:TRANSITION_STATE]->(b) WHERE a <> b"
              + " RETURN t.id AS id, tarn.rate(t, 0.3) AS down, tarn.rate(t, 0.3, b) AS up LIMIT 3")
  public @Nullable Double rate(
      @Name("t") @Nullable Relationship t,
      @Name("T") @Nullable Double temperature,
      @Name(value = "from", defaultValue = "null") @Nullable Node from) {
    if (t == null || temperature == null) {
      return null;
    }
    return answer(
        "tarn.rate",
        () -> {
          LandscapeView view = LandscapeView.in(tx);
          String landscape = landscapeOf(t, "transition state");
          Network network = StatementMemory.network(view, landscape);
          int edge = network.edgeOf(LandscapeView.idOf(t));
          if (edge < 0) {
            throw new IllegalArgumentException(
                "expected a transition state, found a relationship of another kind");
          }
          int start = from == null ? network.higherEnd(edge) : node(network, from);
          if (start != network.higherEnd(edge) && start != network.lowerEnd(edge)) {
            throw new IllegalArgumentException(
                "expected an end of transition state "
                    + network.transitionStateId(edge)
                    + " to start from, found minimum "
                    + network.minimumId(start));
          }
          return StatementMemory.of(view, landscape, TransitionRates.class, "", TransitionRates::of)
              .at(temperature, edge, start);
        });
  }

  private static @Nullable Double answer(String name, java.util.function.Supplier<Double> body) {
    return Call.defined(Call.answer(name, body));
  }

  private static String landscapeOf(Entity point, String kind) {
    String landscape = LandscapeView.landscapeOf(point);
    if (landscape.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a " + kind + " of a landscape, found something that belongs to none");
    }
    return landscape;
  }

  private static int node(Network network, Node minimum) {
    int node =
        LandscapeView.landscapeOf(minimum).equals(network.name())
            ? network.nodeOf(LandscapeView.idOf(minimum))
            : -1;
    if (node < 0) {
      throw new IllegalArgumentException(
          "expected a minimum of " + network.name() + ", found a node of another kind");
    }
    return node;
  }
}
