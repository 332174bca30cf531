package dev.tarn.cypher.procedures;

import dev.tarn.application.QueryException;
import dev.tarn.application.Question;
import dev.tarn.application.QuestionException;
import dev.tarn.application.Subject;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.Network;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Transaction;

/**
 * One call of a procedure: its options, and its subject, which is a landscape or the part of it
 * that the options {@code where} and {@code whereTs} leave, as the caller's transaction sees it.
 */
final class Call {
  private final TransactionLandscape landscape;
  private final Subject subject;
  private final Options options;

  private Call(TransactionLandscape landscape, Options options) {
    this.landscape = landscape;
    this.options = options;
    subject = new Subject(landscape, options.projection());
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
      Function<Call, List<T>> body) {
    return answer(
        procedure,
        () -> {
          Options known = Options.of(procedure, options);
          return body.apply(new Call(new TransactionLandscape(tx, landscape), known));
        })
        .stream();
  }

  /** An answer, or one line that says why there is none. */
  static <T> T answer(String name, Supplier<T> body) {
    try {
      SupportedServer.check();
      return body.get();
    } catch (ProcedureFailure e) {
      throw e;
    } catch (QuestionException
        | QueryException
        | LandscapeStoreException
        | IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw new ProcedureFailure(message.startsWith(name) ? message : name + ": " + message, e);
    }
  }

  /** Null where a number is undefined: Cypher's NaN would spoil every sum it meets. */
  static @Nullable Double defined(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** The answer to a question about the subject. */
  <A> A ask(Question<A> question) {
    return question.answer(subject);
  }

  Network network() {
    return subject.network();
  }

  Options options() {
    return options;
  }

  /** The minimum of that id as a node of the database. */
  Node minimum(long id) {
    return landscape.points().minimum(id);
  }

  /** The transition state that a path passes at step {@code k}. */
  Relationship step(List<Long> minima, List<Long> transitionStates, int k) {
    return landscape
        .points()
        .transitionState(transitionStates.get(k), minima.get(k), minima.get(k + 1));
  }
}
