package dev.tarn.analytics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tarn.analytics.kinetics.GraphTransformation;
import dev.tarn.analytics.kinetics.PathsampleNetworks;
import dev.tarn.analytics.kinetics.RandomNetworks;
import dev.tarn.analytics.kinetics.RateMatrix;
import dev.tarn.analytics.kinetics.Rates;
import dev.tarn.landscape.Minimum;
import dev.tarn.landscape.Network;
import dev.tarn.landscape.TransitionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeEnergyGroupsTests {

  //  1 -0.5- 2 -3- 3 -0.4- 4       energies 0, 0.1, 0, 0.2; and a second way 2-4 at 3.1
  private static Network twoFunnels() {
    return Network.builder("funnels", 0)
        .addMinimum(1, 0, 1, 1)
        .addMinimum(2, 0.1, 1, 2)
        .addMinimum(3, 0, 1, 1)
        .addMinimum(4, 0.2, 1, 1)
        .addTransitionState(1, 1, 2, 0.5, 1, 1)
        .addTransitionState(2, 2, 3, 3, 1, 1)
        .addTransitionState(3, 3, 4, 0.4, 1, 1)
        .addTransitionState(4, 2, 4, 3.1, 1, 1)
        .build();
  }

  @Test
  void twoFunnelsByHand() {
    double t = 0.5;
    FreeEnergyGroups groups = FreeEnergyGroups.of(twoFunnels(), new BarrierThreshold(t, 1));
    assertThat(groups.minima()).extracting(Minimum::id).containsExactly(1L, 3L);
    assertThat(groups.members(0)).containsExactly(1, 2);
    assertThat(groups.members(1)).containsExactly(3, 4);
    assertThat(groups.groupIds(new long[] {2, 4})).containsExactly(1, 3);
    double z1 = 1 + Math.exp(-0.1 / t) / 2;
    double z2 = 1 + Math.exp(-0.2 / t);
    // A log determinant that is the same for all stays away: no frequencies.
    assertThat(groups.minima().get(0).energy()).isCloseTo(-t * Math.log(z1), within(1e-15));
    assertThat(groups.minima().get(1).energy()).isCloseTo(-t * Math.log(z2), within(1e-15));
    assertThat(groups.transitionStates()).hasSize(1);
    TransitionState pass = groups.transitionStates().get(0);
    assertThat(pass.id()).isEqualTo(2);
    assertThat(pass.energy())
        .isCloseTo(-t * Math.log(Math.exp(-3 / t) + Math.exp(-3.1 / t)), within(1e-14));
  }

  @Test
  void groupedRatesAreTheMeansOfTheRatesOfTheirMembers() {
    Random random = new Random(4);
    for (int trial = 0; trial < 20; trial++) {
      Network network = RandomNetworks.connected(random, 40, 60, 1);
      double t = 0.15;
      FreeEnergyGroups groups = FreeEnergyGroups.of(network, new BarrierThreshold(t, 0.4));
      Network grouped = groups.network();
      RateMatrix fine = RateMatrix.of(network, t);
      RateMatrix coarse = RateMatrix.of(grouped, t);
      for (int j = 0; j < grouped.nodeCount(); j++) {
        double occupation = 0;
        for (long id : groups.members(j)) {
          occupation += Math.exp(fine.lnOccupation(network.nodeOf(id)));
        }
        assertThat(Math.exp(coarse.lnOccupation(j)) / occupation).isCloseTo(1, within(1e-12));
        for (int p = coarse.offset(j); p < coarse.offset(j + 1); p++) {
          double mean = 0;
          for (long id : groups.members(j)) {
            int node = network.nodeOf(id);
            for (int q = fine.offset(node); q < fine.offset(node + 1); q++) {
              if (groups.groupOf(network.minimumId(fine.neighbour(q))) == coarse.neighbour(p)) {
                mean += Math.exp(fine.lnOccupation(node) + fine.lnRate(node, q)) / occupation;
              }
            }
          }
          assertThat(Math.exp(coarse.lnRate(j, p)) / mean).isCloseTo(1, within(1e-12));
        }
      }
    }
  }

  @Test
  void noPairBelowTheThresholdIsLeftAndEveryRoundIsThatOfPlainRegrouping() {
    Random random = new Random(15);
    for (int trial = 0; trial < 40; trial++) {
      Network network = RandomNetworks.connected(random, 25, 30, 1);
      double t = 0.02 + 0.3 * random.nextDouble();
      double barrier = random.nextDouble();
      FreeEnergyGroups groups = FreeEnergyGroups.of(network, new BarrierThreshold(t, barrier));
      Network grouped = groups.network();
      for (int e = 0; e < grouped.edgeCount(); e++) {
        double fromLower =
            grouped.transitionStateEnergy(e)
                - Math.min(
                    grouped.energy(grouped.higherEnd(e)), grouped.energy(grouped.lowerEnd(e)));
        assertThat(fromLower).isGreaterThan(barrier - 1e-12);
      }
      Set<List<Long>> found = new HashSet<>();
      for (int g = 0; g < grouped.nodeCount(); g++) {
        found.add(Arrays.stream(groups.members(g)).boxed().toList());
      }
      assertThat(found).as("trial %d", trial).isEqualTo(plain(network, t, barrier));
    }
  }

  /** The scheme as its definition reads, with dense matrices and no logarithms. */
  private static Set<List<Long>> plain(Network network, double t, double barrier) {
    List<List<Integer>> groups = new ArrayList<>();
    for (int i = 0; i < network.nodeCount(); i++) {
      groups.add(new ArrayList<>(List.of(i)));
    }
    for (boolean changed = true; changed; ) {
      changed = false;
      int n = groups.size();
      boolean[][] joined = new boolean[n][n];
      for (int a = 0; a < n; a++) {
        for (int b = 0; b < n; b++) {
          double z = 0;
          for (int e = 0; e < network.edgeCount(); e++) {
            boolean there =
                groups.get(a).contains(network.higherEnd(e))
                    && groups.get(b).contains(network.lowerEnd(e));
            boolean back =
                groups.get(b).contains(network.higherEnd(e))
                    && groups.get(a).contains(network.lowerEnd(e));
            if (there || back) {
              z +=
                  Math.exp(
                          -network.transitionStateEnergy(e) / t
                              - network.transitionStateLogDetHessian(e) / 2)
                      / network.transitionStateSymmetryOrder(e);
            }
          }
          joined[a][b] =
              a != b
                  && t * Math.log(weight(network, groups.get(a), t) / z) <= barrier
                  && t * Math.log(weight(network, groups.get(b), t) / z) <= barrier;
        }
      }
      List<List<Integer>> next = new ArrayList<>();
      boolean[] done = new boolean[n];
      for (int a = 0; a < n; a++) {
        List<Integer> reached = new ArrayList<>();
        collect(a, joined, done, reached);
        if (!reached.isEmpty()) {
          next.add(reached.stream().flatMap(g -> groups.get(g).stream()).sorted().toList());
        }
      }
      changed = next.size() < groups.size();
      groups.clear();
      groups.addAll(next);
    }
    Set<List<Long>> result = new HashSet<>();
    groups.forEach(group -> result.add(group.stream().map(network::minimumId).toList()));
    return result;
  }

  private static void collect(int a, boolean[][] joined, boolean[] done, List<Integer> reached) {
    if (!done[a]) {
      done[a] = true;
      reached.add(a);
      for (int b = 0; b < joined.length; b++) {
        if (joined[a][b]) {
          collect(b, joined, done, reached);
        }
      }
    }
  }

  private static double weight(Network network, List<Integer> group, double t) {
    return group.stream()
        .mapToDouble(
            i ->
                Math.exp(-network.energy(i) / t - network.logDetHessian(i) / 2)
                    / network.symmetryOrder(i))
        .sum();
  }

  @Test
  void infiniteThresholdsGiveComponentsAndMinima() {
    Network network = RandomNetworks.connected(new Random(2), 30, 20, 1);
    assertThat(
            FreeEnergyGroups.of(network, new BarrierThreshold(0.1, Double.POSITIVE_INFINITY))
                .minima())
        .hasSize(1);
    FreeEnergyGroups none =
        FreeEnergyGroups.of(network, new BarrierThreshold(0.1, Double.NEGATIVE_INFINITY));
    assertThat(none.minima()).hasSize(30);
    assertThat(none.rounds()).isZero();
    // Rates between minima that were not merged stay what they are.
    double before =
        GraphTransformation.between(network, new long[] {1}, new long[] {30})
            .rates(0.1)
            .mfptForward();
    double after =
        GraphTransformation.between(none.network(), new long[] {1}, new long[] {30})
            .rates(0.1)
            .mfptForward();
    assertThat(after / before).isCloseTo(1, within(1e-12));
  }

  @Test
  void setsThatMustStayApartDo() {
    Network network = RandomNetworks.connected(new Random(19), 60, 100, 1);
    long[] from = {1, 2, 3};
    long[] to = {50, 51};
    FreeEnergyGroups groups =
        FreeEnergyGroups.of(network, new BarrierThreshold(0.2, Double.POSITIVE_INFINITY), from, to);
    assertThat(groups.minima()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(groups.groupIds(from)).doesNotContain(groups.groupIds(to));
    assertThatThrownBy(() -> FreeEnergyGroups.of(network, new BarrierThreshold(1, 1), from, from))
        .hasMessage("expected two sets without common minima, found minimum 1 in both");
  }

  // Merging minima joins them by a wire: after Rayleigh the flux between two sets can only grow.
  @Test
  void fluxBetweenSetsNeverFallsByGrouping() {
    Random random = new Random(23);
    for (int trial = 0; trial < 20; trial++) {
      Network network = RandomNetworks.connected(random, 60, 90, 1);
      double t = 0.1 + 0.2 * random.nextDouble();
      long[] from = {1, 2};
      long[] to = {59, 60};
      double before = lnFlux(GraphTransformation.between(network, from, to).rates(t));
      FreeEnergyGroups groups =
          FreeEnergyGroups.of(network, new BarrierThreshold(t, random.nextDouble()), from, to);
      double after =
          lnFlux(
              GraphTransformation.between(
                      groups.network(), groups.groupIds(from), groups.groupIds(to))
                  .rates(t));
      assertThat(after).as("trial %d", trial).isGreaterThan(before - 1e-12);
    }
  }

  private static double lnFlux(Rates rates) {
    return rates.lnFromOccupation() + rates.forward().lnSteadyState();
  }

  @Test
  void lennardJones38KeepsItsSlowRateWhenOnlyFastStepsAreGrouped() {
    Network network = PathsampleNetworks.require("ktn/lj38", 108);
    double t = 0.12;
    long[] from = {8};
    long[] to = {2};
    FreeEnergyGroups groups = FreeEnergyGroups.of(network, new BarrierThreshold(t, 0.3));
    assertThat(groups.minima()).hasSize(51);
    double fine = GraphTransformation.between(network, from, to).rates(t).mfptForward();
    double coarse =
        GraphTransformation.between(groups.network(), groups.groupIds(from), groups.groupIds(to))
            .rates(t)
            .mfptForward();
    assertThat(coarse / fine).isBetween(0.8, 1.0);
  }

  @Test
  void thresholdsOfTimescalesAndOfPathsampleAreTheSameRate() {
    double t = 0.3;
    double time = 1e5;
    BarrierThreshold ours = BarrierThreshold.ofTimescale(t, time);
    assertThat(Math.exp(-ours.barrier() / t) / (2 * Math.PI)).isCloseTo(1 / time, within(1e-18));
    // PATHSAMPLE: T ln(time T/h).
    double planck = 0.7;
    BarrierThreshold theirs =
        BarrierThreshold.ofPathsample(t, t * Math.log(time * t / planck), planck);
    assertThat(theirs.barrier()).isCloseTo(ours.barrier(), within(1e-14));
    assertThatThrownBy(() -> new BarrierThreshold(0, 1)).hasMessageContaining("above 0, found 0.0");
    assertThatThrownBy(() -> new BarrierThreshold(1, Double.NaN)).hasMessageContaining("found NaN");
    assertThatThrownBy(() -> BarrierThreshold.ofTimescale(1, -1))
        .hasMessage("expected a finite time above 0, found -1.0");
  }
}
