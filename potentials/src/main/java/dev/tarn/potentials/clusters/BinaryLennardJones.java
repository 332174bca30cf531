package dev.tarn.potentials.clusters;

import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.Potential;
import dev.tarn.potentials.catalogue.Parameter;
import dev.tarn.potentials.catalogue.ParameterValues;
import dev.tarn.potentials.catalogue.PotentialKind;
import dev.tarn.potentials.symmetry.PeriodicMixtureSymmetry;
import dev.tarn.potentials.symmetry.Symmetry;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * A mixture of large (A) and small (B) Lennard-Jones atoms in a cubic box that repeats itself
 * without end: the glass former of Kob and Andersen.
 *
 * <p>For a pair of kinds a and b at distance r below its cut-off c = {@code cutoff} sigma,
 *
 * <pre>
 * v(r) = 4 epsilon [ (sigma/r)^12 - (sigma/r)^6
 *                    + (6 (sigma/c)^12 - 3 (sigma/c)^6) (r/c)^2 - 7 (sigma/c)^12 + 4 (sigma/c)^6 ],
 * </pre>
 *
 * <p>and nothing beyond: energy and force vanish at the cut-off and are continuous there, the
 * curvature is not. Each pair counts once, at its nearest images; so cut-offs reach to half the box
 * at the most. Coordinates x0 y0 z0 x1 … with the A atoms first; they may leave the box, as only
 * differences modulo its edge count. Energies are in units of epsilon of AA, lengths in sigma of
 * AA.
 *
 * <p>Energy and gradient cost O(N^2) and allocate nothing; cell lists pay from several hundred
 * atoms on.
 *
 * <p>Sources: W. Kob and H. C. Andersen, Phys. Rev. E 51, 4626 (1995) for the parameters; S. D.
 * Stoddard and J. Ford, Phys. Rev. A 8, 1504 (1973) for the cut-off; T. F. Middleton and D. J.
 * Wales, Phys. Rev. B 64, 024205 (2001) for the landscape with both.
 */
public final class BinaryLennardJones implements ExactHessian {
  /** Cut-off that Kob and Andersen chose, in units of sigma of the pair. */
  public static final double USUAL_CUTOFF = 2.5;

  /** Candidates for each atom of a random start, of which the roomiest is taken. */
  private static final int CANDIDATES = 30;

  /**
   * How strongly the kinds attract and how large they are, in units of AA.
   *
   * @param epsilonAb depth of AB pairs
   * @param epsilonBb depth of BB pairs
   * @param sigmaAb size of AB pairs
   * @param sigmaBb size of BB pairs
   */
  public record Interaction(double epsilonAb, double epsilonBb, double sigmaAb, double sigmaBb) {
    /** Of Kob and Andersen. */
    public static final Interaction KOB_ANDERSEN = new Interaction(1.5, 0.5, 0.8, 0.88);
  }

  /** One kind of pair: v = 4 epsilon (q^2 - q + bend r^2 + shift) with q = sixth / r^6. */
  private record Pair(
      double epsilon, double sixth, double bend, double shift, double cutoffSquared) {
    static Pair of(double epsilon, double sigma, double cutoff) {
      double c = cutoff * sigma;
      double u = Math.pow(1 / cutoff, 6);
      return new Pair(
          epsilon, Math.pow(sigma, 6), (6 * u * u - 3 * u) / (c * c), 4 * u - 7 * u * u, c * c);
    }
  }

  private final int atoms;
  private final int large;
  private final double edge;
  private final double smallSize;
  private final Pair aa;
  private final Pair ab;
  private final Pair bb;
  private final PeriodicMixtureSymmetry symmetry;

  /**
   * A mixture.
   *
   * @param atoms all atoms, at least 2
   * @param large how many of them are A, at least 1; they come first
   * @param edge edge of the cubic box
   * @param cutoff cut-off of each pair in units of its sigma
   * @param interaction the pairs
   * @throws IllegalArgumentException if a cut-off reaches beyond half the box
   */
  public BinaryLennardJones(
      int atoms, int large, double edge, double cutoff, Interaction interaction) {
    if (atoms < 2 || large < 1 || large > atoms) {
      throw new IllegalArgumentException(
          "expected at least 2 atoms and 1 to all of them large, found "
              + large
              + " large of "
              + atoms);
    }
    double longest = largestCutoff(edge, interaction);
    if (!(cutoff > 0 && cutoff <= longest * (1 + 1e-12))) {
      throw new IllegalArgumentException(
          "expected a cutoff above 0 and up to "
              + longest
              + ", where it reaches half the box edge of "
              + edge
              + ", found "
              + cutoff);
    }
    this.atoms = atoms;
    this.large = large;
    this.edge = edge;
    smallSize = interaction.sigmaBb();
    aa = Pair.of(1, 1, cutoff);
    ab = Pair.of(interaction.epsilonAb(), interaction.sigmaAb(), cutoff);
    bb = Pair.of(interaction.epsilonBb(), interaction.sigmaBb(), cutoff);
    symmetry = new PeriodicMixtureSymmetry(large, atoms - large, edge);
  }

  /** The longest cut-off, in units of sigma of each pair, that fits into half the box. */
  public static double largestCutoff(double edge, Interaction interaction) {
    return edge / 2 / Math.max(1, Math.max(interaction.sigmaAb(), interaction.sigmaBb()));
  }

  /** Edge of the cubic box of that many atoms at that number density. */
  public static double edge(int atoms, double density) {
    return Math.cbrt(atoms / density);
  }

  @Override
  public int dimension() {
    return 3 * atoms;
  }

  @Override
  public double energyAndGradient(double[] x, double[] g) {
    Arrays.fill(g, 0, 3 * atoms, 0);
    int border = 3 * large;
    int end = 3 * atoms;
    double energy = 0;
    for (int i = 0; i < border; i += 3) {
      energy += row(x, g, i, i + 3, border, aa) + row(x, g, i, border, end, ab);
    }
    for (int i = border; i < end; i += 3) {
      energy += row(x, g, i, i + 3, end, bb);
    }
    return energy;
  }

  /**
   * Atom i with those from {@code from} to {@code to}, all pairs of one kind. At 60 atoms half of
   * the pairs are beyond the cut-off; computing them as well and multiplying by nothing, so that
   * there is no branch, was tried and takes half as long again.
   */
  private double row(double[] x, double[] g, int i, int from, int to, Pair pair) {
    double inverseEdge = 1 / edge;
    double cutoffSquared = pair.cutoffSquared;
    double size = pair.sixth;
    double bend = pair.bend;
    double shift = pair.shift;
    double factor = 4 * pair.epsilon;
    double xi = x[i];
    double yi = x[i + 1];
    double zi = x[i + 2];
    double gx = 0;
    double gy = 0;
    double gz = 0;
    double energy = 0;
    for (int j = from; j < to; j += 3) {
      double dx = xi - x[j];
      double dy = yi - x[j + 1];
      double dz = zi - x[j + 2];
      dx = Math.fma(-edge, Math.rint(dx * inverseEdge), dx);
      dy = Math.fma(-edge, Math.rint(dy * inverseEdge), dy);
      dz = Math.fma(-edge, Math.rint(dz * inverseEdge), dz);
      double squared = Math.fma(dx, dx, Math.fma(dy, dy, dz * dz));
      if (squared < cutoffSquared) {
        double inverse = 1 / squared;
        double q = size * inverse * inverse * inverse;
        energy += Math.fma(q, q - 1, Math.fma(bend, squared, shift));
        double slope = factor * Math.fma(q * inverse, Math.fma(-12, q, 6), 2 * bend);
        gx = Math.fma(slope, dx, gx);
        gy = Math.fma(slope, dy, gy);
        gz = Math.fma(slope, dz, gz);
        g[j] = Math.fma(-slope, dx, g[j]);
        g[j + 1] = Math.fma(-slope, dy, g[j + 1]);
        g[j + 2] = Math.fma(-slope, dz, g[j + 2]);
      }
    }
    g[i] += gx;
    g[i + 1] += gy;
    g[i + 2] += gz;
    return factor * energy;
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    int n = 3 * atoms;
    Arrays.fill(hessian, 0, n * n, 0);
    double[] d = new double[3];
    for (int i = 0; i < atoms; i++) {
      for (int j = i + 1; j < atoms; j++) {
        Pair pair = j < large ? aa : i < large ? ab : bb;
        double squared = 0;
        for (int a = 0; a < 3; a++) {
          double t = x[3 * i + a] - x[3 * j + a];
          d[a] = t - edge * Math.rint(t / edge);
          squared += d[a] * d[a];
        }
        if (squared >= pair.cutoffSquared) {
          continue;
        }
        double q = pair.sixth / (squared * squared * squared);
        double factor = 4 * pair.epsilon;
        double first = factor * (q * (6 - 12 * q) / squared + 2 * pair.bend);
        double second = factor * (q * (156 * q - 42) / squared + 2 * pair.bend);
        double along = (second - first) / squared;
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            double block = along * d[a] * d[b] + (a == b ? first : 0);
            hessian[(3 * i + a) * n + 3 * i + b] += block;
            hessian[(3 * j + a) * n + 3 * j + b] += block;
            hessian[(3 * i + a) * n + 3 * j + b] = -block;
            hessian[(3 * j + a) * n + 3 * i + b] = -block;
          }
        }
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Atom after atom goes to the roomiest of some random places (D. P. Mitchell, SIGGRAPH Comput.
   * Graph. 25, 157, 1991), as a box filled at random has pairs on top of each other.
   */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    double[] place = new double[3];
    for (int i = 0; i < atoms; i++) {
      double most = -1;
      for (int candidate = 0; candidate < CANDIDATES; candidate++) {
        for (int a = 0; a < 3; a++) {
          place[a] = edge * random.nextDouble();
        }
        double room = Double.POSITIVE_INFINITY;
        for (int j = 0; j < i; j++) {
          double size = (i < large ? 1 : smallSize) + (j < large ? 1 : smallSize);
          double squared = 0;
          for (int a = 0; a < 3; a++) {
            double t = place[a] - x[3 * j + a];
            t -= edge * Math.rint(t / edge);
            squared += t * t;
          }
          room = Math.min(room, squared / (size * size));
        }
        if (room > most) {
          most = room;
          System.arraycopy(place, 0, x, 3 * i, 3);
        }
      }
    }
  }

  @Override
  public Symmetry symmetry() {
    return symmetry;
  }

  @Override
  public int blockSize() {
    return 3;
  }

  @Override
  public String energyUnit() {
    return "epsilon";
  }

  @Override
  public String lengthUnit() {
    return "sigma";
  }

  /** Its entry in the catalogue. */
  public static final class Kind extends PotentialKind {
    private static final Parameter<Integer> ATOMS =
        Parameter.integer("atoms", 2, 10_000, "atoms in the box");
    private static final Parameter<Integer> BIG_ATOMS =
        Parameter.integer("bigAtoms", 0, 10_000, "how many of them are large; 0 for four fifths")
            .orElse(0);
    private static final Parameter<Double> DENSITY =
        Parameter.real("density", 1e-6, 10, "atoms in a unit of volume").orElse(1.2);
    private static final Parameter<Double> CUTOFF =
        Parameter.real(
                "cutoff",
                0,
                100,
                "cut-off in units of sigma of the pair; 0 for 2.5, or half the box if less")
            .orElse(0.0);
    private static final Parameter<Double> EPSILON_AB =
        Parameter.real("epsilonAB", 1e-6, 1e6, "depth of unlike pairs").orElse(1.5);
    private static final Parameter<Double> EPSILON_BB =
        Parameter.real("epsilonBB", 1e-6, 1e6, "depth of pairs of small atoms").orElse(0.5);
    private static final Parameter<Double> SIGMA_AB =
        Parameter.real("sigmaAB", 0.01, 100, "size of unlike pairs").orElse(0.8);
    private static final Parameter<Double> SIGMA_BB =
        Parameter.real("sigmaBB", 0.01, 100, "size of pairs of small atoms").orElse(0.88);

    /** For the catalogue. */
    public Kind() {
      super(
          Group.CLUSTERS,
          "binary-lennard-jones",
          "Kob-Andersen mixture of two kinds of Lennard-Jones atoms in a periodic cubic box",
          ATOMS,
          BIG_ATOMS,
          DENSITY,
          CUTOFF,
          EPSILON_AB,
          EPSILON_BB,
          SIGMA_AB,
          SIGMA_BB);
    }

    @Override
    public Potential create(ParameterValues values) {
      int atoms = values.get(ATOMS);
      int bigAtoms = values.get(BIG_ATOMS);
      int large = bigAtoms == 0 ? Math.max(1, (int) Math.round(0.8 * atoms)) : bigAtoms;
      if (large > atoms) {
        throw BIG_ATOMS.refused(
            "expected bigAtoms up to the " + atoms + " atoms there are, found " + large);
      }
      Interaction interaction =
          new Interaction(
              values.get(EPSILON_AB),
              values.get(EPSILON_BB),
              values.get(SIGMA_AB),
              values.get(SIGMA_BB));
      double edge = edge(atoms, values.get(DENSITY));
      double longest = largestCutoff(edge, interaction);
      double cutoff = values.get(CUTOFF);
      if (cutoff > longest) {
        throw CUTOFF.refused(
            String.format(
                Locale.ROOT,
                "expected a cutoff up to %.6g, which is half the box edge of %.6g, found %s; 0"
                    + " takes what fits",
                longest,
                edge,
                Parameter.shown(cutoff)));
      }
      return new BinaryLennardJones(
          atoms, large, edge, cutoff == 0 ? Math.min(USUAL_CUTOFF, longest) : cutoff, interaction);
    }
  }
}
