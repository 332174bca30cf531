package dev.tarn.cypher.procedures;

import dev.tarn.analytics.thermodynamics.HarmonicSuperposition;
import dev.tarn.analytics.thermodynamics.HarmonicWeights;
import dev.tarn.analytics.thermodynamics.Momenta;
import dev.tarn.analytics.thermodynamics.Temperatures;
import dev.tarn.analytics.tree.DisconnectivityGraph;
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
          DisconnectivityGraph graph =
              StatementMemory.of(
                  view, landscape, DisconnectivityGraph.class, "", DisconnectivityGraph::of);
          Network network = graph.network();
          int from = node(network, a);
          double highest = graph.lowestPathMaximum(from, node(network, b));
          return Double.isInfinite(highest) ? Double.NaN : highest - network.energy(from);
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
          double t = Temperatures.requirePositive(temperature);
          LandscapeView view = LandscapeView.in(tx);
          Occupations occupations =
              StatementMemory.of(
                  view,
                  landscapeOf(m, "minimum"),
                  Occupations.class,
                  "at " + t,
                  network -> Occupations.of(network, t));
          return occupations.byNode[node(occupations.network, m)];
        });
  }

  /** Occupations of all minima at one temperature. */
  private record Occupations(Network network, double[] byNode) {
    static Occupations of(Network network, double temperature) {
      return new Occupations(
          network, HarmonicSuperposition.of(network, Momenta.LEFT_OUT).occupations(temperature));
    }
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
          double at = Temperatures.requirePositive(temperature);
          LandscapeView view = LandscapeView.in(tx);
          Weights weights =
              StatementMemory.of(
                  view,
                  landscapeOf(t, "transition state"),
                  Weights.class,
                  "",
                  network -> new Weights(network, HarmonicWeights.of(network)));
          Network network = weights.network;
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
          return Math.exp(weights.of.lnTransitionState(edge, at) - weights.of.lnMinimum(start, at))
              / (2 * Math.PI);
        });
  }

  private record Weights(Network network, HarmonicWeights of) {}

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
