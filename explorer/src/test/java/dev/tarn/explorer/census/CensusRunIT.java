package dev.tarn.explorer.census;

import dev.tarn.explorer.exploration.ExplorationSettings;
import dev.tarn.explorer.run.CampaignRun;
import dev.tarn.explorer.run.CheckpointSections;
import dev.tarn.explorer.run.RunContract;
import dev.tarn.explorer.run.RunListener;
import dev.tarn.explorer.run.RunRecord;
import dev.tarn.explorer.run.RunState;
import dev.tarn.landscape.LandscapeStore;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Censuses, with relaxation, whose queue of points must survive an interruption. */
class CensusRunIT extends RunContract {

  @Override
  protected int atoms() {
    return 5;
  }

  @Override
  protected String run(LandscapeStore store, Case how) {
    CensusSettings settings =
        new CensusSettings(
            "x",
            how.potential(),
            how.seed(),
            1,
            new CensusSettings.StoppingRule(
                OptionalDouble.empty(),
                how.timeLimit(),
                OptionalLong.of(how.rounds()),
                OptionalLong.empty(),
                OptionalLong.empty()),
            CensusSettings.DEFAULT_METHODS,
            java.util.List.of(),
            0.2,
            true,
            ExplorationSettings.Tolerance.DEFAULT,
            64);
    return new CampaignRun<>(
            store,
            new CensusCampaign(settings),
            CensusOutcome.class,
            new RunRecord("", "test"),
            how.clock(),
            how.runners())
        .run(how.otherSettings(), RunListener.none(), how.cancelled())
        .outcome();
  }

  @Override
  protected byte[] withoutTimes(CheckpointSections sections) {
    return stateWithoutTimes(sections);
  }

  static byte[] stateWithoutTimes(CheckpointSections sections) {
    CheckpointSections.Writer writer = new CheckpointSections.Writer(sections.kind());
    RunState run = RunState.decode(sections);
    new RunState(run.round(), 0, run.settings()).encode(writer);
    for (String name : new String[] {"statistics", "points"}) {
      sections.read(
          name,
          1,
          (in, version) -> {
            byte[] bytes = in.readAllBytes();
            writer.add(name, version, out -> out.write(bytes));
          });
    }
    return writer.sections().encode();
  }
}
