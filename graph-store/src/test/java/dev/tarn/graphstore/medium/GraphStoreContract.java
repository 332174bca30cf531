package dev.tarn.graphstore.medium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tarn.graphstore.GraphStore;
import dev.tarn.landscape.Landscape;
import dev.tarn.landscape.LandscapeSink;
import dev.tarn.landscape.LandscapeStoreContract;
import dev.tarn.landscape.LandscapeStoreException;
import dev.tarn.landscape.LandscapeUpdate;
import dev.tarn.landscape.Minimum;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link GraphStore} promises beyond what every store of landscapes does. */
public abstract class GraphStoreContract extends LandscapeStoreContract {

  @Override
  protected abstract GraphStore emptyStore();

  /** Another store on the same database, as another process would open it. */
  protected abstract GraphStore anotherStore();

  private static Landscape named(String name) {
    return new Landscape(name, "x", Map.of(), 0, 0, "", "", 1, Instant.EPOCH);
  }

  private static void write(GraphStore store, String name, long... ids) {
    try (LandscapeSink sink = store.openSink(name)) {
      for (long id : ids) {
        sink.commit(LandscapeUpdate.of(List.of(Minimum.of(id, 1, 0, 1)), List.of()));
      }
    }
  }

  @Test
  void aProvisionalLandscapeIsSeenByTheStoreThatMakesItOnly() {
    try (GraphStore store = emptyStore();
        GraphStore other = anotherStore()) {
      store.createProvisional(named("l"));
      write(store, "l", 1, 2);
      assertThat(store.landscapes()).isEmpty();
      assertThat(store.landscape("l")).isPresent();
      assertThat(store.counts("l").minima()).isEqualTo(2);
      assertThat(other.landscape("l")).isEmpty();
      assertThat(other.delete("l")).isFalse();
      assertThatThrownBy(() -> other.counts("l"))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("no landscape 'l' in the store: it is empty");
      assertThatThrownBy(() -> store.create(named("l")))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessageStartingWith("the store already holds a landscape 'l'");
      store.makePermanent("l");
      assertThat(store.landscapes()).containsExactly(named("l"));
      assertThat(other.counts("l").minima()).isEqualTo(2);
    }
  }

  @Test
  void whatAnotherStoreLeftHalfIsReplacedByWhoeverNeedsTheName() {
    try (GraphStore store = emptyStore();
        GraphStore dead = anotherStore()) {
      dead.createProvisional(named("l"));
      write(dead, "l", 1, 2, 3);
      store.create(named("l"));
      assertThat(store.counts("l").minima()).isZero();
      assertThat(store.landscapes()).containsExactly(named("l"));
    }
  }

  @Test
  void aProvisionalLandscapeCanBeDeletedByItsStore() {
    try (GraphStore store = emptyStore()) {
      store.createProvisional(named("l"));
      write(store, "l", 1);
      assertThat(store.delete("l")).isTrue();
      assertThat(store.landscape("l")).isEmpty();
      store.create(named("l"));
      assertThat(store.counts("l").minima()).isZero();
    }
  }

  @Test
  void resultsOfEveryTypeAreWrittenBackAndRemoved() {
    try (GraphStore store = emptyStore()) {
      store.create(named("l"));
      write(store, "l", 3, 7);
      long[] ids = {7, 3};
      store.writeProperty("l", "community", ids, new long[] {5, 6});
      store.writeProperty("l", "betweenness", ids, new double[] {0.5, 0.25});
      store.writeProperty("l", "band", ids, new String[] {"high", "low"});
      assertThat(store.propertyNames("l")).contains("community", "betweenness", "band");
      store.writeProperty("l", "betweenness", ids, new double[] {Double.NaN, 0.75});
      assertThat(store.property("l", "community")).containsExactly(6, 5);
      assertThat(store.property("l", "betweenness")).containsExactly(0.75, Double.NaN);
      assertThat(store.property("l", "band")).containsExactly(Double.NaN, Double.NaN);
    }
  }

  @Test
  void resultsThatCannotBeWrittenAreRefused() {
    try (GraphStore store = emptyStore()) {
      store.create(named("l"));
      write(store, "l", 3, 7);
      assertThatThrownBy(() -> store.writeProperty("l", "x", new long[] {3, 4}, new long[] {1, 2}))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("landscape 'l': no minimum 4 to write 'x' to");
      assertThat(store.propertyNames("l")).doesNotContain("x");
      assertThatThrownBy(() -> store.writeProperty("l", "x", new long[] {3}, new double[2]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("property 'x': expected as many values as ids, found 2 and 1");
      assertThatThrownBy(() -> store.writeProperty("l", "energy", new long[] {3}, new long[1]))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessageContaining("an observable cannot be named 'energy'");
      assertThatThrownBy(() -> store.writeProperty("no", "x", new long[] {3}, new long[1]))
          .isInstanceOf(LandscapeStoreException.class)
          .hasMessage("no landscape 'no' in the store: it holds l");
    }
  }

  @Test
  void closingAStoreWritesWhatItsSinksWereHanded() {
    GraphStore store = emptyStore();
    store.create(named("l"));
    LandscapeSink sink = store.openSink("l");
    for (long id = 1; id <= 50; id++) {
      sink.commit(LandscapeUpdate.of(List.of(Minimum.of(id, 1, 0, 1)), List.of()));
    }
    store.close();
    try (GraphStore again = anotherStore()) {
      assertThat(again.counts("l").minima()).isEqualTo(50);
      assertThat(again.delete("l")).isTrue();
    }
  }
}
