package dev.tarn.explorer.exploration;

import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Looks for the global minimum with long chains of basin-hopping, which go on from round to round.
 *
 * <p>In a round each chain makes a stretch of hops; between rounds neighbours in a ladder offer
 * each other their minima. A ladder that has found nothing lower for long begins a new descent. If
 * transition states are wanted as well, the rest of each round is that of {@link
 * WholeLandscapeStrategy}.
 */
final class HoppingStrategy implements Strategy {
  private final ExplorationSettings settings;
  private final HoppingSettings hopping;
  private final WholeLandscapeStrategy whole;

  HoppingStrategy(ExplorationSettings settings) {
    this.settings = settings;
    hopping = settings.minima().chains();
    whole = new WholeLandscapeStrategy(settings);
  }

  @Override
  public List<ExplorationTask> propose(ExplorationState known, long round) {
    SplittableRandom random = random(round, 0xD1B54A32D192ED03L);
    List<ExplorationTask> tasks = new ArrayList<>();
    List<Walk> walks = known.statistics.walks.walks(hopping);
    for (int number = 0; number < walks.size(); number++) {
      Walk walk = walks.get(number);
      long left = hopping.patience() - walk.stagnation();
      for (int replica = 0; replica < walk.size(); replica++) {
        tasks.add(
            new ExplorationTask.Hopping(
                random.nextLong(),
                number,
                replica,
                walk.replica(replica),
                hopping.temperature(replica),
                (int) Math.min(HoppingSettings.STRETCH, left)));
      }
    }
    if (!settings.hopsOnly()) {
      tasks.addAll(whole.propose(known, round));
    }
    return tasks;
  }

  private SplittableRandom random(long round, long purpose) {
    return new SplittableRandom(settings.seed() * purpose + round);
  }

  @Override
  public void conclude(ExplorationState known, long round) {
    SplittableRandom random = random(round, 0xA0761D6478BD642FL);
    for (Walk walk : known.statistics.walks.walks(hopping)) {
      if (walk.stagnation() >= hopping.patience()) {
        known.statistics.walks.end(walk);
      }
      walk.exchange(hopping, random);
    }
    whole.conclude(known, round);
  }
}
