package dev.tarn.application;

import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.Network;
import org.jspecify.annotations.Nullable;

/**
 * What a question is about: a landscape, or the part of it that a projection leaves. Predicates are
 * evaluated once, when the part is first needed. Not thread-safe.
 */
public final class Subject {
  private final LandscapeSource source;
  private final Projection projection;
  private Projection.@Nullable Part part;

  /** A part of a landscape. */
  public Subject(LandscapeSource source, Projection projection) {
    this.source = source;
    this.projection = projection;
  }

  /** A whole landscape. */
  public static Subject whole(LandscapeSource source) {
    return new Subject(source, Projection.NONE);
  }

  /**
   * Asks a question.
   *
   * @throws QuestionException if it has no answer here
   */
  public <A extends Answer> A ask(Question<A> question) {
    return question.answer(this);
  }

  /** Where the landscape is read from. */
  public LandscapeSource source() {
    return source;
  }

  /** What is known of the landscape as a whole. */
  public Landscape landscape() {
    return source.landscape();
  }

  /** Name of the landscape. */
  public String name() {
    return landscape().name();
  }

  /**
   * The part that is meant, with what was left out.
   *
   * @throws QuestionException as {@link Projection#of} does
   */
  public Projection.Part part() {
    if (part == null) {
      part = projection.of(source);
    }
    return part;
  }

  /**
   * Minima and transition states of the part that is meant.
   *
   * @throws QuestionException if it has no minimum, or as {@link #part} does
   */
  public Network network() {
    Network network = part().network();
    if (network.nodeCount() == 0) {
      throw QuestionException.failed("landscape " + name() + " has no minima");
    }
    return network;
  }

  /**
   * The landscape as one of a store.
   *
   * @throws QuestionException if it is read in somebody's transaction
   */
  public StoredLandscape stored() {
    if (source instanceof StoredLandscape stored) {
      return stored;
    }
    throw QuestionException.failed("expected an open store, found a transaction");
  }
}
