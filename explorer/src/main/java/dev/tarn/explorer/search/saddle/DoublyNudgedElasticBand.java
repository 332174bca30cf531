package dev.tarn.explorer.search.saddle;

import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.linear.Vectors;
import dev.tarn.explorer.search.minimise.Lbfgs;
import dev.tarn.potentials.Potential;
import java.util.ArrayList;
import java.util.List;

/**
 * The doubly nudged elastic band: a chain of images between two points, relaxed until its highest
 * images are good guesses of the transition states on the way.
 *
 * <p>Each image feels the true force orthogonal to the band, the spring force along it, and of the
 * spring force orthogonal to it the part that does not undo the true force. Tangents are those of
 * Henkelman and Jónsson, weighted by energies at extrema of the band. The band is relaxed as one
 * vector by L-BFGS with limited steps, not to convergence: saddles are refined afterwards by a
 * {@link TransitionStateSearch}.
 *
 * <p>Cost: one gradient for each inner image and step.
 *
 * <p>Source: S. A. Trygubenko and D. J. Wales, J. Chem. Phys. 120, 2082 (2004); G. Henkelman and H.
 * Jónsson, J. Chem. Phys. 113, 9978 (2000).
 */
public final class DoublyNudgedElasticBand {

  /**
   * A guess of a transition state.
   *
   * @param coordinates of the image
   * @param tangent unit vector along the band
   */
  public record Guess(double[] coordinates, double[] tangent) {}

  /**
   * Limits of a relaxation.
   *
   * @param images inner images, at least 1
   * @param spring spring constant, in energy per length squared
   * @param largestStep largest change of a coordinate in a step
   * @param iterations steps at the most
   * @param rmsForce root mean square force on the inner images at which it ends
   */
  public record Limits(
      int images, double spring, double largestStep, int iterations, double rmsForce) {}

  private final Potential potential;
  private final int n;
  private double[] start = new double[0];
  private double[] finish = new double[0];
  private double startEnergy;
  private double finishEnergy;
  private double spring;
  private int images;
  private double[] energies = new double[0];
  private double[][] trueGradients = new double[0][];
  private final double[] point;
  private final double[] force;
  private final double[] tangent;
  private final double[] springForce;

  /** Scratch space for bands on a potential. */
  public DoublyNudgedElasticBand(Potential potential) {
    this.potential = potential;
    n = potential.dimension();
    point = new double[n];
    force = new double[n];
    tangent = new double[n];
    springForce = new double[n];
  }

  /**
   * Relaxes a band that starts as the straight line between two points.
   *
   * @param from one end, fixed; align the other one to it beforehand
   * @param to other end, fixed
   * @return images higher than both their neighbours, the highest first; empty if the band blew up
   *     or has its highest point at an end
   */
  public List<Guess> run(double[] from, double[] to, Limits limits) {
    start = from;
    finish = to;
    spring = limits.spring;
    images = limits.images;
    energies = new double[images];
    if (trueGradients.length != images) {
      trueGradients = new double[images][n];
    }
    startEnergy = potential.energy(from);
    finishEnergy = potential.energy(to);
    double[] band = new double[images * n];
    for (int k = 0; k < images; k++) {
      double fraction = (k + 1) / (images + 1.0);
      for (int i = 0; i < n; i++) {
        band[k * n + i] = from[i] + fraction * (to[i] - from[i]);
      }
    }
    Lbfgs lbfgs = new Lbfgs(band.length, this::nudged, Double.POSITIVE_INFINITY);
    Ending ending =
        lbfgs.run(
            band,
            new dev.tarn.explorer.search.Limits(
                limits.rmsForce, limits.largestStep, limits.iterations));
    if (ending == Ending.BLEW_UP) {
      return List.of();
    }
    // The last call may have been for a trial that was refused.
    nudged(band, new double[band.length]);
    List<Integer> tops = new ArrayList<>();
    for (int k = 0; k < images; k++) {
      if (energy(k) >= energy(k - 1) && energy(k) > energy(k + 1)) {
        tops.add(k);
      }
    }
    tops.sort((a, b) -> Double.compare(energies[b], energies[a]));
    List<Guess> guesses = new ArrayList<>();
    for (int k : tops) {
      double[] coordinates = new double[n];
      System.arraycopy(band, k * n, coordinates, 0, n);
      takeTangent(band, k);
      guesses.add(new Guess(coordinates, tangent.clone()));
    }
    return guesses;
  }

  private double energy(int image) {
    if (image < 0) {
      return startEnergy;
    }
    return image == images ? finishEnergy : energies[image];
  }

  private double coordinate(double[] band, int image, int i) {
    if (image < 0) {
      return start[i];
    }
    return image == images ? finish[i] : band[image * n + i];
  }

  private void takeTangent(double[] band, int k) {
    double before = energy(k - 1);
    double here = energy(k);
    double after = energy(k + 1);
    double backWeight;
    double forthWeight;
    if (after > here && here > before) {
      backWeight = 0;
      forthWeight = 1;
    } else if (after < here && here < before) {
      backWeight = 1;
      forthWeight = 0;
    } else {
      double most = Math.max(Math.abs(after - here), Math.abs(before - here));
      double least = Math.min(Math.abs(after - here), Math.abs(before - here));
      forthWeight = after > before ? most : least;
      backWeight = after > before ? least : most;
      if (most == 0) {
        forthWeight = 1;
        backWeight = 1;
      }
    }
    for (int i = 0; i < n; i++) {
      double x = coordinate(band, k, i);
      tangent[i] =
          forthWeight * (coordinate(band, k + 1, i) - x)
              + backWeight * (x - coordinate(band, k - 1, i));
    }
    double norm = Vectors.norm(tangent);
    if (norm > 0) {
      Vectors.scale(tangent, 1 / norm);
    }
  }

  /** The nudged force with its sign changed; the value is the sum of the energies. */
  private double nudged(double[] band, double[] gradient) {
    double sum = 0;
    for (int k = 0; k < images; k++) {
      System.arraycopy(band, k * n, point, 0, n);
      energies[k] = potential.energyAndGradient(point, trueGradients[k]);
      sum += energies[k];
    }
    for (int k = 0; k < images; k++) {
      takeTangent(band, k);
      double[] trueGradient = trueGradients[k];
      double along = Vectors.dot(trueGradient, tangent);
      double forth = 0;
      double back = 0;
      for (int i = 0; i < n; i++) {
        double x = coordinate(band, k, i);
        double f = coordinate(band, k + 1, i) - x;
        double b = x - coordinate(band, k - 1, i);
        forth += f * f;
        back += b * b;
        springForce[i] = spring * (f - b);
        force[i] = -(trueGradient[i] - along * tangent[i]);
      }
      double springAlong = Vectors.dot(springForce, tangent);
      Vectors.add(springForce, -springAlong, tangent);
      double size = Vectors.dot(force, force);
      double shared = size > 0 ? Vectors.dot(springForce, force) / size : 0;
      double stretch = spring * (Math.sqrt(forth) - Math.sqrt(back));
      for (int i = 0; i < n; i++) {
        gradient[k * n + i] =
            -(force[i] + stretch * tangent[i] + springForce[i] - shared * force[i]);
      }
    }
    return sum;
  }
}
