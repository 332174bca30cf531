package dev.tarn.potentials;

import dev.tarn.landscape.Observables;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A potential that passes every question on to another one; a decorator overrides what it changes.
 *
 * <p>{@link #forOneThread} is left to the decorator, which wraps the other one's answer: passing
 * that on would lose the decorator.
 */
public abstract class DelegatingPotential implements Potential {
  private final Potential potential;

  /** Passes on to that potential. */
  protected DelegatingPotential(Potential potential) {
    this.potential = potential;
  }

  /** What questions are passed on to. */
  protected final Potential potential() {
    return potential;
  }

  @Override
  public abstract Potential forOneThread();

  @Override
  public <C> Optional<C> capability(Class<C> type) {
    Optional<C> own = Potential.super.capability(type);
    return own.isPresent() ? own : potential.capability(type);
  }

  @Override
  public int dimension() {
    return potential.dimension();
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    return potential.energyAndGradient(x, gradient);
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    potential.randomStart(random, x);
  }

  @Override
  public double energy(double[] x) {
    return potential.energy(x);
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    potential.hessian(x, hessian);
  }

  @Override
  public HessianProduct hessianAt(double[] x) {
    return potential.hessianAt(x);
  }

  @Override
  public Observables observables(double[] x) {
    return potential.observables(x);
  }

  @Override
  public double operations() {
    return potential.operations();
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
  public List<String> notes() {
    return potential.notes();
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
}
