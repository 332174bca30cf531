package dev.tarn.explorer.census;

import dev.tarn.explorer.census.CensusOutcome.Find;
import dev.tarn.explorer.census.CensusOutcome.Fresh;
import dev.tarn.explorer.census.CensusOutcome.Known;
import dev.tarn.explorer.run.SearchEngine;
import dev.tarn.explorer.search.AbandonedSearch;
import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.FixedStepDescent;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.minimise.SteepestDescent;
import dev.tarn.explorer.search.saddle.DampedNewton;
import dev.tarn.explorer.search.saddle.EigenvectorFollowing;
import dev.tarn.explorer.search.saddle.SquaredGradient;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.explorer.search.stationary.StationaryPointPolish;
import dev.tarn.potentials.PotentialException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Carries out the tasks of a census, one at a time; holds scratch space and belongs to one thread.
 *
 * <p>Whatever a method ends at is converged to rounding and recognised or analysed before it
 * counts.
 */
final class CensusEngine implements SearchEngine<CensusPoints, CensusTask, CensusOutcome> {
  /** Root mean square gradient, in units of energy per length scale, at which polishing begins. */
  private static final double NEAR = 1e-3;

  /** Step off a point, in units of the length scale. */
  private static final double PUSH_OFF = 0.05;

  /** Searches that converge take a dozen steps; those that do not should cost little more. */
  private static final int MOST_STEPS = 50;

  private static final int MOST_MINIMISER_STEPS = 2000;
  private static final int MOST_DESCENT_STEPS = 20_000;
  private static final double SIDE_PUSH_OFF = 0.005;
  private static final double SIDE_TOLERANCE = 1e-3;
  private static final int SIDE_GRADIENTS = 5000;

  private final CensusWork work;
  private final CountingPotential potential;
  private final int n;
  private final double scale;
  private final double distance;
  private final double near;
  private final double largestStep;
  private final int mostSteps;
  private final double[] x;
  private final DampedNewton newton;
  private final EigenvectorFollowing following;
  private final SquaredGradient squaredGradient;
  private final FixedStepDescent gradientDescent;
  private final StationaryPointPolish polish;
  private final SteepestDescent descent;
  private final Quench quench;
  private final Limits quenchLimits;
  private Map<String, Integer> failures = new TreeMap<>();
  private List<Find> finds = new ArrayList<>();

  /**
   * An engine.
   *
   * @param work what it is to do
   * @param abandoned asked before each evaluation; if true the search under way is given up
   */
  CensusEngine(CensusWork work, BooleanSupplier abandoned) {
    this.work = work;
    potential =
        new CountingPotential(
            work.potential().potential(), CountingPotential.Starts.OWN, abandoned);
    n = potential.dimension();
    scale = potential.lengthScale();
    distance = work.tolerance().distance() * scale;
    near = Math.max(NEAR / scale, work.tolerance().gradient());
    largestStep = scale * Math.sqrt(n);
    mostSteps = MOST_STEPS + n;
    x = new double[n];
    newton = new DampedNewton(potential);
    following = new EigenvectorFollowing(potential);
    squaredGradient = new SquaredGradient(potential);
    gradientDescent = new FixedStepDescent(potential, work.descentStep());
    polish = new StationaryPointPolish(potential);
    descent = SteepestDescent.of(potential);
    quench = new Quench(potential);
    quenchLimits = Limits.of(work.tolerance().gradient(), scale).cautious();
  }

  @Override
  public Optional<CensusOutcome> run(CensusTask task, CensusPoints known) {
    failures = new TreeMap<>();
    finds = new ArrayList<>();
    String failure = "";
    long gradients = potential.energyCalls();
    long hessians = potential.hessianCalls();
    try {
      if (task.isRelaxation()) {
        leave(task, known);
      } else {
        search(task, known);
      }
    } catch (AbandonedSearch e) {
      return Optional.empty();
    } catch (PotentialException e) {
      failure = e.getMessage() + ", in " + task.described();
    } catch (RuntimeException e) {
      // Such as a Hessian of NaN, whose eigenvalues do not exist: one search is lost, not the run.
      fail("threw " + e);
    }
    return Optional.of(
        new CensusOutcome(
            finds,
            failures,
            potential.energyCalls() - gradients,
            potential.hessianCalls() - hessians,
            failure));
  }

  private void fail(String reason) {
    failures.merge(reason, 1, Integer::sum);
  }

  private void search(CensusTask task, CensusPoints known) {
    potential.randomStart(new SplittableRandom(task.seed()), x);
    CensusMethod way =
        task.method() == CensusMethod.RELAXATION && task.index() < 0
            ? CensusMethod.SQUARED_GRADIENT
            : task.method();
    Ending ending =
        switch (way) {
          case DAMPED_NEWTON -> newton.run(x, new Limits(near, scale, mostSteps));
          case EIGENVECTOR_FOLLOWING, RELAXATION ->
              following.toIndex(task.index()).run(x, new Limits(near, largestStep, mostSteps));
          case SQUARED_GRADIENT ->
              squaredGradient.run(x, new Limits(near, 0.3 * scale, MOST_MINIMISER_STEPS));
          case GRADIENT_DESCENT ->
              gradientDescent.run(
                  x, new Limits(near, Double.POSITIVE_INFINITY, MOST_DESCENT_STEPS));
        };
    arrive(task.method().word(), ending, known).ifPresent(finds::add);
  }

  private void leave(CensusTask task, CensusPoints known) {
    for (int mode = 0; mode < task.index(); mode++) {
      for (int side = 0; side < 2; side++) {
        double push = (side == 0 ? PUSH_OFF : -PUSH_OFF) * scale;
        Ending ending =
            following.leave(
                task.start(),
                task.index(),
                mode,
                push,
                x,
                new Limits(near, largestStep, mostSteps));
        arrive(task.method().word(), ending, known).ifPresent(finds::add);
      }
    }
  }

  /** Converges what a method ended at, and says which point it is. */
  private Optional<Find> arrive(String method, Ending ending, CensusPoints known) {
    // A method that stalls may do so at a degenerate point, which the polish tells.
    boolean hopeless = ending == Ending.BLEW_UP || ending == Ending.NOT_CONVERGED;
    if (hopeless || !polish.run(x, work.tolerance().gradient(), scale)) {
      fail(
          method
              + " "
              + (ending == Ending.CONVERGED ? Ending.NOT_CONVERGED.words() : ending.words()));
      return Optional.empty();
    }
    Optional<String> refused = potential.objection(x);
    if (refused.isPresent()) {
      fail(method + " " + refused.get());
      return Optional.empty();
    }
    int at = known.findIsolated(polish.energy(), x);
    if (at >= 0) {
      return Optional.of(new Known(at));
    }
    CensusPoint point = verified();
    if (point.isSingular()) {
      int family = known.findSingular(point);
      return Optional.of(family >= 0 ? new Known(family) : new Fresh(point, List.of()));
    }
    if (point.index() == 1 && work.connections()) {
      return Optional.of(new Fresh(point, sides(point, known)));
    }
    return Optional.of(new Fresh(point, List.of()));
  }

  private CensusPoint verified() {
    polish.analyse(x);
    double radius = polish.certifiedRadius(x);
    return new CensusPoint(
        x.clone(),
        polish.energy(),
        polish.rmsGradient(),
        polish.index(),
        polish.unexpectedZeroEigenvalues(),
        polish.logDetHessian(),
        polish.lowestEigenvalue(),
        polish.softestEigenvalue(),
        potential.symmetry().order(x, distance),
        // A larger ball might hold the point that another one stands for.
        radius < 0.25 * distance ? radius : Double.NaN);
  }

  /** Follows both sides of an index-1 point; none if a side leads to no minimum. */
  private List<Find> sides(CensusPoint saddle, CensusPoints known) {
    double[] mode = StationaryPointAnalysis.of(potential, saddle.coordinates()).lowestMode();
    Find[] ends = new Find[2];
    for (int side = 0; side < 2; side++) {
      double push = (side == 0 ? SIDE_PUSH_OFF : -SIDE_PUSH_OFF) * scale;
      for (int i = 0; i < n; i++) {
        x[i] = saddle.coordinates()[i] + push * mode[i];
      }
      descent.run(x, SIDE_TOLERANCE * scale, SIDE_GRADIENTS);
      Ending ending = quench.run(x, quenchLimits);
      if (ending != Ending.CONVERGED || quench.energy() >= saddle.energy()) {
        fail("side of a saddle did not lead to a minimum");
        return List.of();
      }
      Optional<Find> end = arrive("side of a saddle", Ending.CONVERGED, known);
      boolean minimum =
          end.isPresent()
              && (end.get() instanceof Known at
                  ? known.isMinimum(at.position())
                  : end.get() instanceof Fresh fresh
                      && fresh.point().index() == 0
                      && !fresh.point().isSingular());
      if (!minimum) {
        fail("side of a saddle leads to a singular point");
        return List.of();
      }
      ends[side] = end.orElseThrow();
    }
    return List.of(ends);
  }
}
