package dev.tarn.application.runs;

import dev.tarn.application.OptionName;
import dev.tarn.application.QuestionException;
import dev.tarn.explorer.descent.DescentEnsemble;
import dev.tarn.explorer.descent.DescentSettings;
import dev.tarn.potentials.Potential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Descends along the gradient from random starts, for one potential or a series of sizes.
 *
 * @param members potentials with what they are called in the series
 * @param settings the same for each
 */
public record DescentRequest(List<Member> members, DescentSettings settings) {
  private static final int MOST_STEPS = 1_000_000;

  /** A potential; the label of one alone is empty. */
  public record Member(String label, Potential potential) {}

  /** Is told how descents go on. */
  public interface Listener {

    /** The descents of a member begin. */
    void begins(Member member);

    /** So many descents of the member have ended; called from several threads. */
    void ended(Member member, int done);
  }

  /** Copies the list. */
  public DescentRequest {
    members = List.copyOf(members);
  }

  /**
   * As a person asks for it.
   *
   * @param descents how many for each potential, at least 1
   * @param gradient root mean square gradient at which to end, above 0
   * @param step step over the largest curvature at the start, between 0 and 2
   * @throws QuestionException if a number is out of range
   */
  public static DescentSettings settings(
      int descents, double gradient, double step, long seed, int threads) {
    if (descents < 1 || threads < 1 || !(gradient > 0) || !(step > 0 && step < 2)) {
      throw QuestionException.misuse(
          "expected ",
          new OptionName("descents"),
          " and ",
          new OptionName("threads"),
          " of at least 1, ",
          new OptionName("gradient"),
          " above 0 and ",
          new OptionName("step"),
          " between 0 and 2");
    }
    return new DescentSettings(descents, gradient, step, MOST_STEPS, seed, threads);
  }

  /**
   * Descends, until all is done or the run is cancelled.
   *
   * @throws InterruptedException if the thread is interrupted
   */
  public DescentAnswer run(Listener listener, BooleanSupplier cancelled)
      throws InterruptedException {
    List<DescentAnswer.Size> sizes = new ArrayList<>();
    for (Member member : members) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      listener.begins(member);
      long start = System.nanoTime();
      DescentEnsemble ensemble =
          DescentEnsemble.of(
              member.potential(), settings, done -> listener.ended(member, done), cancelled);
      sizes.add(
          new DescentAnswer.Size(
              member.label(), member.potential(), ensemble, (System.nanoTime() - start) * 1e-9));
    }
    return new DescentAnswer(settings, sizes);
  }
}
