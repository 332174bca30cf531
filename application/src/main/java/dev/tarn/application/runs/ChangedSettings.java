package dev.tarn.application.runs;

import dev.tarn.application.OptionName;
import dev.tarn.application.QuestionException;
import dev.tarn.explorer.run.ChangedSettingsException;

/** What is said of a run that would go on with other settings than it began with. */
final class ChangedSettings {
  private static final OptionName OPTION = new OptionName("continueWithChanges");

  private ChangedSettings() {}

  static QuestionException refused(ChangedSettingsException e) {
    return QuestionException.failed(
        String.valueOf(e.getMessage()), "; ", OPTION, " resumes it all the same");
  }
}
