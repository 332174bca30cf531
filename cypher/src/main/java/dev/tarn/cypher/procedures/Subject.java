package dev.tarn.cypher.procedures;

import dev.tarn.cypher.CypherException;
import dev.tarn.cypher.Projection;
import dev.tarn.graphstore.embedded.LandscapeView;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/**
 * What a procedure is about: a landscape, or the part of it that the options {@code where} and
 * {@code whereTs} leave, as the caller's transaction sees it.
 */
final class Subject {
  private final LandscapeView view;
  private final Projection.Part part;
  private final Options options;
  private final Projection.Asker asker;
  private final Supplier<LandscapeView.Points> points;

  private Subject(
      LandscapeView view, Projection.Part part, Options options, Projection.Asker asker) {
    this.view = view;
    this.part = part;
    this.options = options;
    this.asker = asker;
    this.points = new Once<>(() -> view.points(part.network().name()));
  }

  /** A value that is computed when it is first asked for. */
  private static final class Once<T> implements Supplier<T> {
    private final Supplier<T> source;
    private final List<T> known = new ArrayList<>(1);

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public T get() {
      if (known.isEmpty()) {
        known.add(source.get());
      }
      return known.get(0);
    }
  }

  /**
   * The rows that a procedure yields. Whatever goes wrong becomes a {@link ProcedureFailure} of one
   * line.
   */
  static <T> Stream<T> rows(
      Transaction tx,
      String procedure,
      String landscape,
      Map<String, Object> options,
      Function<Subject, List<T>> body) {
    return answer(procedure, () -> body.apply(of(tx, procedure, landscape, options))).stream();
  }

  /** An answer, or one line that says why there is none. */
  static <T> T answer(String name, Supplier<T> body) {
    try {
      SupportedServer.check();
      return body.get();
    } catch (ProcedureFailure e) {
      throw e;
    } catch (CypherException | LandscapeStoreException | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProcedureFailure(message.startsWith(name) ? message : name + ": " + message, e);
    }
  }

  private static Subject of(
      Transaction tx, String procedure, String landscape, Map<String, Object> given) {
    Options options = Options.of(procedure, given);
    LandscapeView view = LandscapeView.in(tx);
    Network whole = StatementMemory.network(view, landscape);
    Projection.Asker asker = (text, parameters) -> column(tx, text, parameters);
    Projection.Part part =
        options.projection().of(whole, asker, List.of("option where", "option whereTs"));
    if (part.network().nodeCount() == 0) {
      throw new ProcedureFailure(procedure + ": landscape " + landscape + " has no minima");
    }
    return new Subject(view, part, options, asker);
  }

  private static List<Object> column(Transaction tx, String text, Map<String, Object> parameters) {
    List<Object> values = new ArrayList<>();
    try (Result result = tx.execute(text, parameters)) {
      String column = result.columns().get(0);
      while (result.hasNext()) {
        Object value = result.next().get(column);
        if (value != null) {
          values.add(value);
        }
      }
    } catch (QueryExecutionException e) {
      throw CypherException.of(e);
    }
    return values;
  }

  Network network() {
    return part.network();
  }

  /** What was left out, in words; empty if nothing. */
  String projection() {
    return part.describe();
  }

  Options options() {
    return options;
  }

  /** Ids of the minima of a set that an option gives. */
  long[] minima(Option option) {
    return options.minima(option, network(), asker);
  }

  String energyUnit() {
    return view.landscape(network().name()).energyUnit();
  }

  LandscapeView.Points points() {
    return points.get();
  }

  /** The minimum at a node of the network, as a node of the database. */
  Node minimum(int node) {
    return points().minimum(network().minimumId(node));
  }

  /** The transition state that a path passes at step {@code k}. */
  Relationship step(List<Long> minima, List<Long> transitionStates, int k) {
    return points().transitionState(transitionStates.get(k), minima.get(k), minima.get(k + 1));
  }
}
