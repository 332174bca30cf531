package dev.tarn.explorer.exploration;

import dev.tarn.explorer.run.CampaignRun;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunContract;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.landscape.LandscapeStore;

/** Single searches for minima and transition states. */
class ExplorationRunIT extends RunContract {

  ExplorationSettings settings(Case how) {
    ExplorationSettings settings = ExplorationSettings.of("x", how.potential());
    return new ExplorationSettings(
        "x",
        settings.potential(),
        how.seed(),
        1,
        ExplorationSettings.StoppingRule.ofRounds(how.rounds()).withTime(how.timeLimit()),
        settings.minima(),
        settings.saddles(),
        settings.tolerance(),
        24);
  }

  @Override
  protected String run(LandscapeStore store, Case how) {
    ExplorationCampaign campaign = new ExplorationCampaign(settings(how), how.clock());
    return new CampaignRun<>(
            store,
            campaign,
            ExplorationOutcome.class,
            new RunRecord("", "test"),
            how.clock(),
            how.runners())
        .run(how.otherSettings(), RunListener.none(), how.cancelled())
        .outcome();
  }

  @Override
  protected byte[] withoutTimes(CheckpointSections sections) {
    return CheckpointsWithoutTimes.state(sections);
  }
}
