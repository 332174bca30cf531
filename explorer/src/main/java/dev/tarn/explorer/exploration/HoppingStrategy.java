package dev.tarn.explorer.exploration;

import dev.tarn.explorer.walks.HoppingSettings;
import dev.tarn.explorer.walks.Ladder;
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
  public List<SearchTask> propose(Knowledge known) {
    SplittableRandom random = random(known, 0xD1B54A32D192ED03L);
    List<SearchTask> tasks = new ArrayList<>();
    List<Ladder> ladders = known.memory.descents.ladders(hopping);
    for (int number = 0; number < ladders.size(); number++) {
      Ladder ladder = ladders.get(number);
      long left = hopping.patience() - ladder.stagnation();
      for (int rung = 0; rung < ladder.size(); rung++) {
        tasks.add(
            new SearchTask.Hopping(
                random.nextLong(),
                number,
                rung,
                ladder.chain(rung),
                hopping.temperature(rung),
                (int) Math.min(HoppingSettings.STRETCH, left)));
      }
    }
    if (!settings.hopsOnly()) {
      tasks.addAll(whole.propose(known));
    }
    return tasks;
  }

  private SplittableRandom random(Knowledge known, long purpose) {
    return new SplittableRandom(settings.seed() * purpose + known.memory.round);
  }

  @Override
  public void conclude(Knowledge known) {
    SplittableRandom random = random(known, 0xA0761D6478BD642FL);
    for (Ladder ladder : known.memory.descents.ladders(hopping)) {
      if (ladder.stagnation() >= hopping.patience()) {
        known.memory.descents.end(ladder);
      }
      ladder.exchange(hopping, random);
    }
    whole.conclude(known);
  }
}
