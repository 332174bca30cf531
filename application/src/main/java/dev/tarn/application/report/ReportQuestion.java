package dev.tarn.application.report;

import dev.tarn.application.Question;
import dev.tarn.application.Subject;
import dev.tarn.application.TemperatureGrid;
import dev.tarn.application.contents.ShowQuestion;
import dev.tarn.application.network.NetworkQuestion;
import dev.tarn.application.thermodynamics.ThermoQuestion;
import dev.tarn.application.tree.TreeQuestion;
import java.util.Optional;

/**
 * Lowest minima, disconnectivity graph, network and thermodynamics of a landscape.
 *
 * @param temperatures temperatures of the thermodynamics; as of a {@link ThermoQuestion} if empty
 */
public record ReportQuestion(Optional<TemperatureGrid> temperatures)
    implements Question<ReportAnswer> {

  @Override
  public ReportAnswer answer(Subject subject) {
    return new ReportAnswer(
        ShowQuestion.DEFAULT.answer(subject),
        TreeQuestion.colouredBy("energy").answer(subject),
        NetworkQuestion.DEFAULT.answer(subject),
        ThermoQuestion.at(temperatures).answer(subject));
  }
}
