package dev.tarn.application;

/**
 * A question about a landscape; its components are the parameters.
 *
 * @param <A> the answer: an {@link Answer}, or a result of analytics that needs no names
 */
@FunctionalInterface
public interface Question<A> {

  /**
   * Answers the question.
   *
   * @throws QuestionException if the subject has no answer, or a parameter does not fit it
   */
  A answer(Subject subject);
}
