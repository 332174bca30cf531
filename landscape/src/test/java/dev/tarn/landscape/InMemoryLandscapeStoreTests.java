package dev.tarn.landscape;

class InMemoryLandscapeStoreTests extends LandscapeStoreContract {
  @Override
  protected LandscapeStore emptyStore() {
    return new InMemoryLandscapeStore();
  }
}
