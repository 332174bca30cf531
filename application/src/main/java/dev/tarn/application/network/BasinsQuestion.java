package dev.tarn.application.network;

import dev.tarn.analytics.network.MonotonicBasins;
import dev.tarn.application.Question;
import dev.tarn.application.Subject;

/** Monotonic sequence basins: where the steepest downhill sequences end, lowest first. */
public record BasinsQuestion() implements Question<MonotonicBasins> {

  @Override
  public MonotonicBasins answer(Subject subject) {
    return MonotonicBasins.of(subject.network());
  }
}
