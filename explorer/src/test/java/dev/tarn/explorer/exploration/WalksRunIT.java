package dev.tarn.explorer.exploration;

import dev.tarn.explorer.walks.HoppingSettings;

/** Walks of basin-hopping with replicas, beside single searches. */
class WalksRunIT extends ExplorationRunIT {

  @Override
  ExplorationSettings settings(Case how) {
    ExplorationSettings settings = super.settings(how);
    return settings.withMinima(
        settings.minima().withChains(HoppingSettings.NONE.withWalks(2).withReplicas(2, 1.6)));
  }
}
