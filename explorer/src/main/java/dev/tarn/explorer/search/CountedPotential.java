package dev.tarn.explorer.search;

import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.symmetry.Symmetry;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** A potential that counts how often it is evaluated; for one thread. */
public final class CountedPotential implements Potential {
  private final Potential potential;
  private final int dimension;
  private long energyCalls;
  private long hessianCalls;

  /** Counts the calls of a potential. */
  public CountedPotential(Potential potential) {
    this.potential = potential.forOneThread();
    this.dimension = potential.dimension();
  }

  /** Evaluations of energy, with or without gradient, so far. */
  public long energyCalls() {
    return energyCalls;
  }

  /** Evaluations of the Hessian so far. */
  public long hessianCalls() {
    return hessianCalls;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    energyCalls++;
    return potential.energyAndGradient(x, gradient);
  }

  @Override
  public double energy(double[] x) {
    energyCalls++;
    return potential.energy(x);
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    hessianCalls++;
    potential.hessian(x, hessian);
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    potential.randomStart(random, x);
  }

  @Override
  public Symmetry symmetry() {
    return potential.symmetry();
  }

  @Override
  public Optional<String> objection(double[] x) {
    return potential.objection(x);
  }

  @Override
  public void retract(double[] x) {
    potential.retract(x);
  }

  @Override
  public OptionalInt eulerCharacteristic() {
    return potential.eulerCharacteristic();
  }

  @Override
  public OptionalDouble logStationaryPoints() {
    return potential.logStationaryPoints();
  }

  @Override
  public OptionalDouble hessianLipschitz(double[] x, double radius) {
    return potential.hessianLipschitz(x, radius);
  }

  @Override
  public double lengthScale() {
    return potential.lengthScale();
  }

  @Override
  public int blockSize() {
    return potential.blockSize();
  }

  @Override
  public String energyUnit() {
    return potential.energyUnit();
  }

  @Override
  public String lengthUnit() {
    return potential.lengthUnit();
  }
}
