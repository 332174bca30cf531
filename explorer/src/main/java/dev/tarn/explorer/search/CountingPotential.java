package dev.tarn.explorer.search;

import dev.tarn.landscape.Observables;
import dev.tarn.potentials.DelegatingPotential;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * A potential that counts how often it is evaluated, and says so if it throws; for one thread.
 *
 * <p>Whatever is thrown comes out as a {@link PotentialFailure}. Whoever uses it may be told to
 * give up, by an {@link AbandonedSearch} instead of the next evaluation.
 */
public final class CountingPotential extends DelegatingPotential {

  /** Where minimisations start. */
  @FunctionalInterface
  public interface Starts {
    /** The potential's own random starts. */
    Starts OWN =
        (potential, random, x) -> {
          potential.randomStart(random, x);
          return 0;
        };

    /**
     * Fills {@code x} with a start.
     *
     * @return energy calls that this took
     */
    long fill(Potential potential, RandomGenerator random, double[] x);
  }

  private final Starts starts;
  private final BooleanSupplier abandoned;
  private long energyCalls;
  private long hessianCalls;

  /** Counts the calls of a potential. */
  public CountingPotential(Potential potential) {
    this(potential, Starts.OWN, () -> false);
  }

  /**
   * Counts the calls of a potential.
   *
   * @param potential the potential
   * @param starts its random starts
   * @param abandoned asked before each evaluation, which throws {@link AbandonedSearch} if true
   */
  public CountingPotential(Potential potential, Starts starts, BooleanSupplier abandoned) {
    super(potential.forOneThread());
    this.starts = starts;
    this.abandoned = abandoned;
  }

  /**
   * Evaluations of energy, with or without gradient, so far. A product of the Hessian with a vector
   * counts as one, whatever it costs the potential: about one gradient where it is analytic, two
   * where it is a difference.
   */
  public long energyCalls() {
    return energyCalls;
  }

  /** Evaluations of the Hessian so far. */
  public long hessianCalls() {
    return hessianCalls;
  }

  private void goOn() {
    if (abandoned.getAsBoolean()) {
      throw new AbandonedSearch();
    }
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    goOn();
    energyCalls++;
    try {
      return potential().energyAndGradient(x, gradient);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("energyAndGradient", e);
    }
  }

  @Override
  public double energy(double[] x) {
    goOn();
    energyCalls++;
    try {
      return potential().energy(x);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("energy", e);
    }
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    goOn();
    hessianCalls++;
    try {
      potential().hessian(x, hessian);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("hessian", e);
    }
  }

  @Override
  public HessianProduct hessianAt(double[] x) {
    HessianProduct inner;
    try {
      inner = potential().hessianAt(x);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("hessianAt", e);
    }
    return (vector, product) -> {
      goOn();
      energyCalls++;
      try {
        inner.times(vector, product);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        throw new PotentialFailure("a product of hessianAt", e);
      }
    };
  }

  @Override
  public Observables observables(double[] x) {
    try {
      return potential().observables(x);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("observables", e);
    }
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    try {
      energyCalls += starts.fill(potential(), random, x);
    } catch (AbandonedSearch e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("randomStart", e);
    }
  }

  @Override
  public Optional<String> objection(double[] x) {
    try {
      return potential().objection(x);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialFailure("objection", e);
    }
  }

  /** Itself: it is for one thread already. */
  @Override
  public Potential forOneThread() {
    return this;
  }
}
