package dev.tarn.explorer.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.potentials.clusters.LennardJones;
import dev.tarn.potentials.surfaces.MuellerBrown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BasinHoppingTests {
  private static final HoppingSettings PLAIN = HoppingSettings.NONE.withWalks(1);

  private static ReplicaState at(double energy, double bestEnergy, long sinceBest) {
    return new ReplicaState(
        new double[] {energy}, energy, new double[] {1}, bestEnergy, 0.3, 10, sinceBest);
  }

  @ParameterizedTest
  @EnumSource(MoveKind.class)
  void chainsComeToTheIcosahedron(MoveKind kind) {
    HoppingSettings settings = PLAIN.withMoves(EnumSet.of(MoveKind.DISPLACEMENT, kind), 1000);
    for (long seed = 1; seed <= 3; seed++) {
      ReplicaState end =
          new BasinHopping(new LennardJones(13, 3), settings)
              .run(ReplicaState.fresh(0), 0.8, 1000, seed, e -> e < -44.3267);
      assertThat(end.bestEnergy()).isCloseTo(-44.326801, within(1e-3));
      assertThat(end.quenches()).isLessThan(1000);
      assertThat(end.sinceBest()).isZero();
    }
  }

  @Test
  void aChainDependsOnItsStateAndSeedOnly() {
    BasinHopping used = new BasinHopping(new LennardJones(10, 3), PLAIN);
    ReplicaState start = used.run(ReplicaState.fresh(0), 0.8, 20, 1, e -> false);
    used.run(start, 0.5, 10, 3, e -> false);
    ReplicaState again = used.run(start, 0.8, 20, 2, e -> false);
    ReplicaState other =
        new BasinHopping(new LennardJones(10, 3), PLAIN).run(start, 0.8, 20, 2, e -> false);
    assertThat(again.accepted()).isEqualTo(other.accepted());
    assertThat(again.step()).isEqualTo(other.step());
    assertThat(again.quenches()).isEqualTo(40);
  }

  @Test
  void atNoTemperatureAChainOnlyGoesDown() {
    BasinHopping hopping = new BasinHopping(new LennardJones(13, 3), PLAIN);
    ReplicaState state = ReplicaState.fresh(0);
    double last = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 30; k++) {
      state = hopping.run(state, 0, 1, k, e -> false);
      assertThat(state.energy()).isLessThanOrEqualTo(last);
      last = state.energy();
    }
    assertThat(state.energy()).isCloseTo(state.bestEnergy(), within(1e-2));
  }

  @Test
  void quenchesAreCountedAsTheyAreMade() {
    CountingPotential potential = new CountingPotential(new LennardJones(7, 3));
    ReplicaState end =
        new BasinHopping(potential, PLAIN).run(ReplicaState.fresh(0), 0.8, 50, 1, e -> false);
    assertThat(end.quenches()).isEqualTo(50);
    assertThat(potential.energyCalls()).isBetween(50L * 10, 50L * 300);
    assertThat(potential.hessianCalls()).isZero();
  }

  /** T = 1 and 2; E = -1 above, 0 below, and so min(1, e^((1 - 1/2)(0 - -1))) = 1; back e^-1/2. */
  @Test
  void replicasExchangeByTheRuleOfMetropolis() {
    HoppingSettings settings =
        new HoppingSettings(
            1, 2, 1, 2, 0.3, 0.5, EnumSet.of(MoveKind.DISPLACEMENT), 100, 1e-2, new double[0]);
    SplittableRandom random = new SplittableRandom(5);
    int up = 0;
    int down = 0;
    int tries = 20_000;
    for (int k = 0; k < tries; k++) {
      Walk walk = Walk.fresh(2);
      walk.replace(0, at(0, -5, 3));
      walk.replace(1, at(-1, -2, 4));
      walk.exchange(settings, random);
      up += walk.replica(0).energy() == -1 ? 1 : 0;
      // What belongs to the replica stays there.
      assertThat(walk.replica(0).bestEnergy()).isEqualTo(-5);
      walk.replace(0, at(-1, -5, 3));
      walk.replace(1, at(0, -2, 4));
      walk.exchange(settings, random);
      down += walk.replica(0).energy() == 0 ? 1 : 0;
    }
    assertThat(up).isEqualTo(tries);
    assertThat(down / (double) tries).isCloseTo(Math.exp(-0.5), within(0.015));
  }

  @Test
  void temperaturesOfAWalkAreGeometric() {
    HoppingSettings settings = PLAIN.withReplicas(3, 3.2);
    assertThat(settings.temperature(0)).isEqualTo(0.8);
    assertThat(settings.temperature(1)).isCloseTo(1.6, within(1e-15));
    assertThat(settings.temperature(2)).isCloseTo(3.2, within(1e-15));
  }

  @Test
  void theReplicaThatIsAheadDecidesWhetherAWalkStagnates() {
    Walk walk = Walk.fresh(3);
    assertThat(walk.stagnation()).isZero();
    walk.replace(0, at(-3, -4, 70));
    walk.replace(1, at(-3, -5, 60));
    walk.replace(2, at(-3, -2, 1));
    assertThat(walk.stagnation()).isEqualTo(60);
  }

  @Test
  void walksAreReadAsTheyWereWritten() throws IOException {
    HoppingSettings settings = PLAIN.withWalks(2).withReplicas(2, 1.6);
    Walks walks = new Walks();
    walks.walks(settings).get(1).replace(0, at(-3.25, -4.5, 12));
    walks.walk(1).lowest(6);
    walks.walk(0).lowest(6);
    walks.end(walks.walk(0));
    assertThat(walks.arrivals(6)).isEqualTo(2);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    walks.write(new DataOutputStream(bytes));
    Walks read = Walks.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertThat(read.arrivals(6)).isEqualTo(2);
    assertThat(read.arrivals(5)).isZero();
    assertThat(read.walk(0).replica(0).isFresh()).isTrue();
    assertThat(read.walk(1).replica(0)).usingRecursiveComparison().isEqualTo(at(-3.25, -4.5, 12));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    read.write(new DataOutputStream(again));
    assertThat(again.toByteArray()).isEqualTo(bytes.toByteArray());
  }

  @Test
  void clustersMovesAreRefusedElsewhere() {
    HoppingSettings surface = PLAIN.withMoves(EnumSet.of(MoveKind.SURFACE), 100);
    assertThat(surface.objection(new LennardJones(7, 3))).isEmpty();
    assertThat(surface.objection(new MuellerBrown()))
        .hasValueSatisfying(why -> assertThat(why).startsWith("the move surface is for clusters"));
    assertThat(surface.objection(new LennardJones(7, 2))).isPresent();
    assertThat(PLAIN.objection(new MuellerBrown())).isEmpty();
    assertThat(PLAIN.withStartStructure(new double[3]).objection(new MuellerBrown())).isPresent();
    assertThatThrownBy(() -> PLAIN.withReplicas(2, 0.1))
        .hasMessage("expected a hottest temperature of at least 0.8, found 0.1");
  }
}
