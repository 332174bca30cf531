package dev.tarn.application;

/**
 * A question about a landscape; its components are the parameters.
 *
 * @param <A> what the answer is
 */
@FunctionalInterface
public interface Question<A extends Answer> {

  /**
   * Answers the question.
   *
   * @throws QuestionException if the subject has no answer to it, or a parameter does not fit the
   *     subject
   */
  A answer(Subject subject);
}
