package dev.tarn.explorer.search;

import dev.tarn.landscape.Observables;
import dev.tarn.potentials.DelegatingPotential;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.PotentialException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A potential that counts how often it is evaluated, and says so if it throws; for one thread.
 *
 * <p>Whatever is thrown comes out as a {@link PotentialException}. A search that uses it is given
 * up by an {@link AbandonedSearch} in place of the next evaluation.
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

  /** For answers that are not asked for often. */
  private static <T> T ask(String method, Supplier<T> answer) {
    try {
      return answer.get();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialException(method, e);
    }
  }

  private void askWhetherAbandoned() {
    if (abandoned.getAsBoolean()) {
      throw new AbandonedSearch();
    }
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    askWhetherAbandoned();
    energyCalls++;
    try {
      return potential().energyAndGradient(x, gradient);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialException("energyAndGradient", e);
    }
  }

  @Override
  public double energy(double[] x) {
    askWhetherAbandoned();
    energyCalls++;
    try {
      return potential().energy(x);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialException("energy", e);
    }
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    askWhetherAbandoned();
    hessianCalls++;
    try {
      potential().hessian(x, hessian);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialException("hessian", e);
    }
  }

  @Override
  public HessianProduct hessianAt(double[] x) {
    HessianProduct inner = ask("hessianAt", () -> potential().hessianAt(x));
    return (vector, product) -> {
      askWhetherAbandoned();
      energyCalls++;
      try {
        inner.times(vector, product);
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        throw new PotentialException("a product of hessianAt", e);
      }
    };
  }

  @Override
  public Observables observables(double[] x) {
    return ask("observables", () -> potential().observables(x));
  }

  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    try {
      energyCalls += starts.fill(potential(), random, x);
    } catch (AbandonedSearch e) {
      throw e;
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      throw new PotentialException("randomStart", e);
    }
  }

  @Override
  public Optional<String> objection(double[] x) {
    return ask("objection", () -> potential().objection(x));
  }

  /** Itself: it is for one thread already. */
  @Override
  public Potential forOneThread() {
    return this;
  }
}
