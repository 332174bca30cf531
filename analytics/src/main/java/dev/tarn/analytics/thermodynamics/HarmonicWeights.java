package dev.tarn.analytics.thermodynamics;

import dev.tarn.landscape.Network;

/**
 * Harmonic partition functions of the stationary points of a network, one by one, in logarithms.
 *
 * <p>For a point with energy E, log determinant S and point group order h the weight is
 *
 * <p>ln z(T) = -(E - E_0)/T - (S - S_0)/2 - ln h
 *
 * <p>with E_0 and S_0 those of the global minimum, so that nothing is lost by subtracting large
 * numbers. The factor (2 pi T)^(kappa/2), the same for all minima, is left out. With these weights
 * the rate constant from minimum m over transition state t is z_t/(2 pi z_m), and z_m over the sum
 * of all is the occupation of m.
 *
 * <p>Where the vibrations are not known ({@link VibrationalModel#EQUAL_ENTROPY}) S - S_0 is 0 for
 * all points.
 *
 * <p>Cost: O(n + m) once, then one division for each weight. Memory: 16 bytes a point.
 */
public final class HarmonicWeights {
  private final VibrationalModel model;
  private final double lowestEnergy;
  private final double referenceLogDet;
  private final double[] minimumEnergy;
  private final double[] minimumConstant;
  private final double[] edgeEnergy;
  private final double[] edgeConstant;

  private HarmonicWeights(Network network, VibrationalModel model) {
    this.model = model;
    int lowest = network.globalMinimum();
    lowestEnergy = lowest < 0 ? 0 : network.energy(lowest);
    referenceLogDet =
        lowest < 0 || model == VibrationalModel.EQUAL_ENTROPY ? 0 : network.logDetHessian(lowest);
    minimumEnergy = new double[network.nodeCount()];
    minimumConstant = new double[network.nodeCount()];
    for (int i = 0; i < network.nodeCount(); i++) {
      minimumEnergy[i] = finite("minimum", network.minimumId(i), network.energy(i)) - lowestEnergy;
      minimumConstant[i] = constant(network.logDetHessian(i), network.symmetryOrder(i));
    }
    edgeEnergy = new double[network.edgeCount()];
    edgeConstant = new double[network.edgeCount()];
    for (int k = 0; k < network.edgeCount(); k++) {
      edgeEnergy[k] =
          finite("transition state", network.transitionStateId(k), network.transitionStateEnergy(k))
              - lowestEnergy;
      edgeConstant[k] =
          constant(
              network.transitionStateLogDetHessian(k), network.transitionStateSymmetryOrder(k));
    }
  }

  /**
   * The weights of the network's points.
   *
   * @throws IllegalArgumentException if an energy is not finite
   */
  public static HarmonicWeights of(Network network) {
    return new HarmonicWeights(network, modelOf(network));
  }

  /**
   * The weights where only minima matter: the vibrations of transition states need not be known,
   * and {@link #lnTransitionState} may be {@code NaN}.
   *
   * @throws IllegalArgumentException if an energy is not finite
   */
  public static HarmonicWeights ofMinima(Network network) {
    return new HarmonicWeights(network, modelOfMinima(network));
  }

  private static VibrationalModel modelOfMinima(Network network) {
    boolean different = network.nodeCount() < 2;
    for (int i = 0; i < network.nodeCount(); i++) {
      if (!Double.isFinite(network.logDetHessian(i))) {
        return VibrationalModel.EQUAL_ENTROPY;
      }
      different |= network.logDetHessian(i) != network.logDetHessian(0);
    }
    return different ? VibrationalModel.HARMONIC : VibrationalModel.EQUAL_ENTROPY;
  }

  private static VibrationalModel modelOf(Network network) {
    boolean different = modelOfMinima(network) == VibrationalModel.HARMONIC;
    for (int i = 0; i < network.nodeCount(); i++) {
      if (!Double.isFinite(network.logDetHessian(i))) {
        return VibrationalModel.EQUAL_ENTROPY;
      }
    }
    for (int k = 0; k < network.edgeCount(); k++) {
      if (!Double.isFinite(network.transitionStateLogDetHessian(k))) {
        return VibrationalModel.EQUAL_ENTROPY;
      }
      different |= network.transitionStateLogDetHessian(k) != network.logDetHessian(0);
    }
    return different ? VibrationalModel.HARMONIC : VibrationalModel.EQUAL_ENTROPY;
  }

  private static double finite(String kind, long id, double energy) {
    if (!Double.isFinite(energy)) {
      throw new IllegalArgumentException(
          kind + " " + id + ": expected a finite energy, found " + energy);
    }
    return energy;
  }

  private double constant(double logDet, int order) {
    double vibrational =
        model == VibrationalModel.EQUAL_ENTROPY ? 0 : -(logDet - referenceLogDet) / 2;
    return vibrational - Math.log(order);
  }

  /** Whether the vibrations are known. */
  public VibrationalModel model() {
    return model;
  }

  /** Energy of the global minimum, E_0. */
  public double lowestEnergy() {
    return lowestEnergy;
  }

  /** Log determinant of the global minimum, S_0; 0 in the equal-entropy version. */
  public double referenceLogDet() {
    return referenceLogDet;
  }

  /** Energy of the minimum above the global minimum. */
  public double energyAboveLowest(int node) {
    return minimumEnergy[node];
  }

  /** ln z of the minimum at a temperature. */
  public double lnMinimum(int node, double temperature) {
    return minimumConstant[node] - minimumEnergy[node] / temperature;
  }

  /** ln z of the transition state at a temperature. */
  public double lnTransitionState(int edge, double temperature) {
    return edgeConstant[edge] - edgeEnergy[edge] / temperature;
  }
}
