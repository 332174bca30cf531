package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchedStarts;
import dev.tarn.explorer.exploration.Approach.Climb;
import dev.tarn.explorer.exploration.ExplorationOutcome.Connection;
import dev.tarn.explorer.exploration.ExplorationOutcome.FoundPoint;
import dev.tarn.explorer.exploration.ExplorationOutcome.Fresh;
import dev.tarn.explorer.exploration.ExplorationOutcome.FreshConnection;
import dev.tarn.explorer.exploration.ExplorationOutcome.Known;
import dev.tarn.explorer.exploration.ExplorationOutcome.KnownConnection;
import dev.tarn.explorer.exploration.ExplorationOutcome.KnownUnconnected;
import dev.tarn.explorer.exploration.ExplorationOutcome.UnconnectedSaddle;
import dev.tarn.explorer.exploration.ExplorationSettings.MinimaSearch;
import dev.tarn.explorer.exploration.ExplorationSettings.SaddleSearch;
import dev.tarn.explorer.run.SearchEngine;
import dev.tarn.explorer.search.AbandonedSearch;
import dev.tarn.explorer.search.CountingPotential;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.HessianUse;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.explorer.search.minimise.SteepestDescent;
import dev.tarn.explorer.search.saddle.DoublyNudgedElasticBand;
import dev.tarn.explorer.search.saddle.TransitionStateSearch;
import dev.tarn.explorer.search.stationary.StationaryPointAnalysis;
import dev.tarn.explorer.search.stationary.VerifiedPoint;
import dev.tarn.explorer.walks.BasinHopping;
import dev.tarn.explorer.walks.ReplicaState;
import dev.tarn.potentials.PotentialException;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Carries out search tasks, one at a time; holds scratch space and belongs to one thread.
 *
 * <p>A transition state that is known is recognised at the saddle, and its sides are not followed
 * again. The sides of a new one are followed by steepest descent from a push off the saddle that is
 * short enough not to leap over a shallow basin; where the Hessian is not formed, by a quench with
 * short steps instead, which now and then ends in the basin next to it. A potential that returns
 * NaN ends the search as a failure; one that throws ends the task, and its outcome says so.
 */
final class ExplorationEngine
    implements SearchEngine<KnownLandscape, ExplorationTask, ExplorationOutcome> {
  /** Push off a saddle, in units of the length scale. */
  private static final double PUSH_OFF = 0.005;

  /** Error of a coordinate allowed in a step of steepest descent, in units of the length scale. */
  private static final double DESCENT_TOLERANCE = 1e-3;

  private static final int DESCENT_GRADIENTS = 5000;

  /** Length of a step down the side of a saddle where steepest descent costs too much. */
  private static final double SIDE_STEP = 1;

  /**
   * In so many dimensions saddles are climbed by shorter steps along the mode, in units of the
   * length scale, with more relaxations between them: of a periodic mixture of 60 atoms more than
   * half of the searches do not converge otherwise. In few dimensions that would miss rare
   * transition states: one of the 12 of LJ7 with 6 seeds of 20.
   */
  private static final int MANY_DIMENSIONS = 100;

  private static final double SHORT_CLIMB = 0.07;
  private static final int RELAXATIONS = 4;
  private static final int STEPS_OF_CLIMB = 500;

  /** Largest steps of a careful climb, in units of the length scale, along the mode and aside. */
  private static final double SHORT_STEP = 0.05;

  private static final double SHORT_STEP_ASIDE = 0.08;

  private final MinimaSearch minimaSearch;
  private final SaddleSearch saddleSearch;
  private final CountingPotential potential;
  private final Quench quench;
  private final Limits quenchLimits;
  private final TransitionStateSearch following;
  private final TransitionStateSearch.Limits followingLimits;
  private final DoublyNudgedElasticBand band;
  private final SteepestDescent descent;
  private final boolean formed;
  private final Limits sideLimits;
  private final double scale;
  private final double distance;
  private final double energyTolerance;
  private final int n;
  private final BasinHopping hopping;
  private final double wantedEnergy;
  private Map<String, Integer> failures = new TreeMap<>();
  private List<ReplicaState> replicas = List.of();
  private List<FoundPoint> minima = new ArrayList<>();
  private List<Connection> connections = new ArrayList<>();

  /**
   * An engine.
   *
   * @param work what it is to do
   * @param abandoned asked before each evaluation; if true the search under way is given up
   */
  ExplorationEngine(ExplorationWork work, BooleanSupplier abandoned) {
    minimaSearch = work.minima();
    saddleSearch = work.saddles();
    potential =
        new CountingPotential(
            work.potential().potential(),
            new BatchedStarts(minimaSearch.batches(), work.batches(), abandoned),
            abandoned);
    n = potential.dimension();
    scale = potential.lengthScale();
    distance = work.tolerance().distance() * scale;
    energyTolerance = work.tolerance().energy();
    quench = new Quench(potential);
    quenchLimits = Limits.of(work.tolerance().gradient(), scale);
    formed = HessianUse.of(n) == HessianUse.FORMED;
    following = TransitionStateSearch.of(potential);
    followingLimits = TransitionStateSearch.Limits.of(work.tolerance().gradient(), scale);
    band = new DoublyNudgedElasticBand(potential);
    descent = SteepestDescent.of(potential);
    sideLimits =
        formed
            ? quenchLimits.cautious()
            : quenchLimits.withLargestStep(SIDE_STEP * scale / Math.sqrt(n));
    hopping = new BasinHopping(potential, minimaSearch.chains());
    wantedEnergy = work.wantedEnergy();
  }

  @Override
  public Optional<ExplorationOutcome> run(ExplorationTask task, KnownLandscape known) {
    failures = new TreeMap<>();
    minima = new ArrayList<>();
    connections = new ArrayList<>();
    replicas = List.of();
    String failure = "";
    long energyCalls = potential.energyCalls();
    long hessianCalls = potential.hessianCalls();
    try {
      if (task instanceof ExplorationTask.MinimaChain chain) {
        runChain(chain, known);
      } else if (task instanceof ExplorationTask.Hopping hops) {
        runHops(hops, known);
      } else if (task instanceof ExplorationTask.SingleEnded search) {
        runSingleEnded(search, known);
      } else if (task instanceof ExplorationTask.DoubleEnded search) {
        runDoubleEnded(search, known);
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
        new ExplorationOutcome(
            minima,
            connections,
            failures,
            potential.energyCalls() - energyCalls,
            potential.hessianCalls() - hessianCalls,
            replicas,
            failure));
  }

  private void fail(String reason) {
    failures.merge(reason, 1, Integer::sum);
  }

  private void runChain(ExplorationTask.MinimaChain task, KnownLandscape known) {
    SplittableRandom random = new SplittableRandom(task.seed());
    boolean hopping = minimaSearch.method() == MinimaSearch.MinimaMethod.BASIN_HOPPING;
    double step = minimaSearch.step() * scale;
    double[] x = new double[n];
    double[] accepted = task.start().clone();
    double acceptedEnergy = Double.POSITIVE_INFINITY;
    double origin = accepted.length == 0 ? Double.NaN : potential.energy(accepted);
    for (int hop = 0; hop < task.hops(); hop++) {
      if (accepted.length == 0 || !hopping) {
        potential.randomStart(random, x);
      } else {
        for (int i = 0; i < n; i++) {
          x[i] = accepted[i] + step * (2 * random.nextDouble() - 1);
        }
      }
      Ending ending = quench.run(x, quenchLimits);
      boolean moved = false;
      if (ending == Ending.CONVERGED) {
        double energy = quench.energy();
        // Falling back to where it set out says nothing of how often a minimum is found.
        if (!(Math.abs(energy - origin) <= energyTolerance
            && potential.symmetry().same(x, accepted, distance))) {
          minima.add(sighting(x, known));
        }
        double rise = energy - acceptedEnergy;
        if (accepted.length == 0
            || rise <= 0
            || random.nextDouble() < Math.exp(-rise / minimaSearch.temperature())) {
          moved = Math.abs(rise) > energyTolerance;
          accepted = x.clone();
          acceptedEnergy = energy;
          origin = energy;
        }
      } else {
        fail(reason(ending));
      }
      // Too short a step falls back to the same minimum, too long a one is refused.
      if (moved) {
        step *= 1.05;
      } else if (ending == Ending.CONVERGED
          && Math.abs(quench.energy() - acceptedEnergy) <= energyTolerance) {
        step *= 1.02;
      } else {
        step *= 0.95;
      }
    }
  }

  /** Only the lowest minimum of a stretch is converged and kept, if it is the lowest so far. */
  private void runHops(ExplorationTask.Hopping task, KnownLandscape known) {
    // A rough quench ends a little above its minimum.
    double enough = wantedEnergy + 0.01 * minimaSearch.temperature();
    ReplicaState end =
        hopping.run(
            task.state(), task.temperature(), task.quenches(), task.seed(), e -> e <= enough);
    replicas = List.of(end);
    if (end.bestEnergy() < task.state().bestEnergy()) {
      double[] x = end.best().clone();
      Ending ending = quench.run(x, quenchLimits);
      if (ending == Ending.CONVERGED) {
        minima.add(sighting(x, known));
      } else {
        fail(reason(ending));
      }
    }
  }

  private String reason(Ending ending) {
    return "quench " + (ending == Ending.OUT_OF_BOUNDS ? quench.objection() : ending.words());
  }

  /** The minimum at which the last quench ended. */
  private FoundPoint sighting(double[] x, KnownLandscape known) {
    int at = known.minima().find(quench.energy(), x);
    if (at >= 0) {
      return new Known(at + 1L);
    }
    int other = known.unconnected().find(quench.energy(), x);
    if (other >= 0) {
      return new KnownUnconnected(other + 1L);
    }
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
    return new Fresh(
        VerifiedPoint.of(potential, x, quench.energy(), quench.rmsGradient(), analysis, distance));
  }

  private void runSingleEnded(ExplorationTask.SingleEnded task, KnownLandscape known) {
    SplittableRandom random = new SplittableRandom(task.seed());
    double[] x = task.start().clone();
    perturb(x, task.perturbation(), task.size() * scale, random);
    double[] mode = new double[n];
    NormalDeviates.fill(random, mode);
    follow(x, mode, limits(task.approach(), task.refinements()), known);
  }

  private void perturb(
      double[] x, ExplorationTask.Perturbation perturbation, double size, SplittableRandom random) {
    if (perturbation == ExplorationTask.Perturbation.TWIST && potential.blockSize() == 3) {
      twist(x, size / scale, random);
      return;
    }
    double[] noise = new double[n];
    NormalDeviates.fill(random, noise);
    int block = potential.blockSize();
    int centre = block * random.nextInt(n / block);
    double[] weight = new double[n / block];
    for (int b = 0; b < n; b += block) {
      double squared = 0;
      for (int i = 0; i < block; i++) {
        double d = x[b + i] - x[centre + i];
        squared += d * d;
      }
      weight[b / block] =
          switch (perturbation) {
            case EVERYWHERE, TWIST -> 1;
            case ONE_BLOCK -> b == centre ? 1 : 0;
            case NEIGHBOURHOOD -> Math.exp(-squared / (scale * scale));
          };
    }
    for (int i = 0; i < n; i++) {
      x[i] += size * weight[i / block] * noise[i];
    }
  }

  /** Turns what lies beyond a random plane about its normal, and shakes everything a little. */
  private void twist(double[] x, double angle, SplittableRandom random) {
    double[] axis = new double[3];
    NormalDeviates.fill(random, axis);
    double norm = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
    double[] centre = new double[3];
    for (int i = 0; i < n; i++) {
      centre[i % 3] += x[i] * 3 / n;
    }
    double[] deviates = new double[n];
    NormalDeviates.fill(random, deviates);
    double turn = angle * deviates[0];
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double a = axis[0] / norm;
    double b = axis[1] / norm;
    double c = axis[2] / norm;
    // The plane passes through an atom at random.
    int atom = 3 * random.nextInt(n / 3);
    double level = a * x[atom] + b * x[atom + 1] + c * x[atom + 2];
    for (int i = 0; i < n; i += 3) {
      double u = x[i] - centre[0];
      double v = x[i + 1] - centre[1];
      double w = x[i + 2] - centre[2];
      if (a * x[i] + b * x[i + 1] + c * x[i + 2] < level) {
        double along = (1 - cos) * (a * u + b * v + c * w);
        x[i] = centre[0] + cos * u + sin * (b * w - c * v) + along * a;
        x[i + 1] = centre[1] + cos * v + sin * (c * u - a * w) + along * b;
        x[i + 2] = centre[2] + cos * w + sin * (a * v - b * u) + along * c;
      }
    }
    NormalDeviates.fill(random, deviates);
    for (int i = 0; i < n; i++) {
      x[i] += 0.05 * scale * deviates[i];
    }
  }

  private void runDoubleEnded(ExplorationTask.DoubleEnded task, KnownLandscape known) {
    double[] finish = potential.symmetry().align(task.start(), task.finish());
    DoublyNudgedElasticBand.Limits limits =
        new DoublyNudgedElasticBand.Limits(
            saddleSearch.images(),
            saddleSearch.spring(),
            0.1 * scale,
            saddleSearch.bandIterations(),
            0.01);
    List<DoublyNudgedElasticBand.Guess> guesses = band.run(task.start(), finish, limits);
    TransitionStateSearch.Limits following =
        limits(task.approach(), Approach.of(task.approach()).refinements());
    if (guesses.isEmpty()) {
      fail("no maximum on the elastic band");
    }
    for (DoublyNudgedElasticBand.Guess guess : guesses) {
      follow(guess.coordinates(), guess.tangent(), following, known);
    }
  }

  private TransitionStateSearch.Limits limits(int approach, int refinements) {
    TransitionStateSearch.Limits limits = followingLimits.withRefinements(refinements);
    if (approach != Approach.NONE && Approach.of(approach).climb() == Climb.SHORT_STEPS) {
      limits = limits.withSteps(SHORT_STEP * scale, SHORT_STEP_ASIDE * scale);
    }
    return formed && n > MANY_DIMENSIONS && potential.capability(SumOverData.class).isEmpty()
        ? limits.withUphillSteps(SHORT_CLIMB * scale, RELAXATIONS, STEPS_OF_CLIMB)
        : limits;
  }

  /** From x along the mode to a saddle and, if it is new, down both its sides. */
  private void follow(
      double[] x, double[] mode, TransitionStateSearch.Limits limits, KnownLandscape known) {
    Ending ending = following.run(x, mode, limits);
    switch (ending) {
      case CONVERGED -> arrive(x, known);
      case OUT_OF_BOUNDS -> fail("saddle search " + following.objection());
      default -> fail("saddle search " + ending.words());
    }
  }

  private void arrive(double[] x, KnownLandscape known) {
    Optional<String> refused = potential.objection(x);
    if (refused.isPresent()) {
      fail("saddle search " + refused.get());
      return;
    }
    double energy = following.energy();
    int at = known.transitionStates().find(energy, x);
    if (at >= 0) {
      connections.add(new KnownConnection(at + 1L));
      return;
    }
    int other = known.unconnected().find(energy, x);
    if (other >= 0) {
      connections.add(new KnownUnconnected(other + 1L));
      return;
    }
    StationaryPointAnalysis analysis = StationaryPointAnalysis.of(potential, x);
    VerifiedPoint saddle =
        VerifiedPoint.of(potential, x, energy, following.rmsGradient(), analysis, distance);
    if (!saddle.isTransitionState()) {
      connections.add(new UnconnectedSaddle(saddle, "not of index 1"));
      return;
    }
    FoundPoint[] sides = new FoundPoint[2];
    for (int side = 0; side < 2; side++) {
      double push = (side == 0 ? PUSH_OFF : -PUSH_OFF) * scale;
      double[] y = x.clone();
      for (int i = 0; i < n; i++) {
        y[i] += push * analysis.lowestMode()[i];
      }
      if (formed) {
        descent.run(y, DESCENT_TOLERANCE * scale, DESCENT_GRADIENTS);
      }
      Ending ending = quench.run(y, sideLimits);
      if (ending == Ending.OUT_OF_BOUNDS) {
        connections.add(new UnconnectedSaddle(saddle, "side " + quench.objection()));
        return;
      }
      if (ending != Ending.CONVERGED || quench.energy() >= energy) {
        fail("side of a saddle: " + reason(ending));
        return;
      }
      sides[side] = sighting(y, known);
    }
    connections.add(new FreshConnection(saddle, sides[0], sides[1]));
  }
}
