package dev.tarn.application.report;

import dev.tarn.application.Answer;
import dev.tarn.application.NamedValues;
import dev.tarn.application.contents.ShowAnswer;
import dev.tarn.application.network.NetworkAnswer;
import dev.tarn.application.thermodynamics.ThermoAnswer;
import dev.tarn.application.tree.TreeAnswer;

/**
 * Everything about a landscape.
 *
 * @param contents its size and its lowest minima
 * @param tree its disconnectivity graph
 * @param network its measures as a network
 * @param thermodynamics its thermodynamics
 */
public record ReportAnswer(
    ShowAnswer contents, TreeAnswer tree, NetworkAnswer network, ThermoAnswer thermodynamics)
    implements Answer {

  @Override
  public NamedValues values() {
    return NamedValues.empty().put("landscape", contents.landscape().name());
  }
}
