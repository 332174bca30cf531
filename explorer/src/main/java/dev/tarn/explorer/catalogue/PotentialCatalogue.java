package dev.tarn.explorer.catalogue;

import dev.tarn.explorer.potential.BinaryLennardJones;
import dev.tarn.explorer.potential.Copies;
import dev.tarn.explorer.potential.LatticeModels;
import dev.tarn.explorer.potential.LennardJones;
import dev.tarn.explorer.potential.Morse;
import dev.tarn.explorer.potential.MuellerBrown;
import dev.tarn.explorer.potential.NonlinearRegression;
import dev.tarn.explorer.potential.PSpin;
import dev.tarn.explorer.potential.Potential;
import dev.tarn.explorer.potential.SixHumpCamel;
import dev.tarn.explorer.potential.Thomson;
import dev.tarn.explorer.potential.ThreeHumpCamel;
import dev.tarn.explorer.potential.TriatomicAxilrodTeller;
import dev.tarn.landscape.NearestName;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The potentials that come with Tarn, by name, with their parameters checked.
 *
 * <p>Errors are {@link IllegalArgumentException}s whose message says what was expected, what was
 * found and where.
 */
public final class PotentialCatalogue {
  private static final double[] REGRESSION_TRUTH = {0.1, 2.13, 0.0, 1.34, 0.0};

  /** This many take 800 MB. */
  private static final long MOST_COUPLINGS = 100_000_000;

  private static final ParameterKind ATOMS =
      new ParameterKind(
          "atoms", ParameterKind.Type.WHOLE, Optional.empty(), 2, 10_000, "number of atoms");
  private static final ParameterKind SPACE =
      new ParameterKind(
          "dimension", ParameterKind.Type.WHOLE, Optional.of(3), 2, 3, "dimension of space");

  private static final ParameterKind SHAPE =
      new ParameterKind(
          "shape",
          ParameterKind.Type.WHOLES,
          Optional.empty(),
          2,
          LatticeModels.MOST_SITES,
          "sites along each axis, such as [4, 4]");
  private static final ParameterKind BOUNDARY =
      new ParameterKind(
          "boundary",
          ParameterKind.Type.TEXT,
          Optional.of("periodic"),
          0,
          0,
          "periodic, antiperiodic or free");
  private static final ParameterKind COPIES =
      new ParameterKind(
          "copies",
          ParameterKind.Type.TEXT,
          Optional.of("all"),
          0,
          0,
          "all, or one of each orbit under the symmetry group");

  private static final PotentialKind BINARY =
      new PotentialKind(
          "binary-lennard-jones",
          "Kob-Andersen mixture of two kinds of Lennard-Jones atoms in a periodic cubic box",
          List.of(
              new ParameterKind(
                  "atoms",
                  ParameterKind.Type.WHOLE,
                  Optional.empty(),
                  2,
                  10_000,
                  "atoms in the box"),
              new ParameterKind(
                  "bigAtoms",
                  ParameterKind.Type.WHOLE,
                  Optional.of(0),
                  0,
                  10_000,
                  "how many of them are large; 0 for four fifths"),
              real("density", 1.2, 1e-6, 10, "atoms in a unit of volume"),
              real(
                  "cutoff",
                  0,
                  0,
                  100,
                  "cut-off in units of sigma of the pair; 0 for 2.5, or half the box if less"),
              real("epsilonAB", 1.5, 1e-6, 1e6, "depth of unlike pairs"),
              real("epsilonBB", 0.5, 1e-6, 1e6, "depth of pairs of small atoms"),
              real("sigmaAB", 0.8, 0.01, 100, "size of unlike pairs"),
              real("sigmaBB", 0.88, 0.01, 100, "size of pairs of small atoms")),
          PotentialCatalogue::binary);

  private static final List<PotentialKind> KINDS =
      List.of(
          new PotentialKind(
              "lennard-jones",
              "Lennard-Jones cluster, 4 (r^-12 - r^-6) for each pair",
              List.of(ATOMS, SPACE),
              p -> new LennardJones(whole(p, "atoms"), whole(p, "dimension"))),
          new PotentialKind(
              "morse",
              "Morse cluster, x (x - 2) with x = exp(rho (1 - r)) for each pair",
              List.of(
                  ATOMS,
                  new ParameterKind(
                      "rho",
                      ParameterKind.Type.REAL,
                      Optional.of(6.0),
                      0.1,
                      100,
                      "range; larger is shorter"),
                  SPACE),
              p -> new Morse(whole(p, "atoms"), real(p, "rho"), whole(p, "dimension"))),
          BINARY,
          new PotentialKind(
              "triatomic-axilrod-teller",
              "three Lennard-Jones atoms with the Axilrod-Teller three-body term",
              List.of(real("gamma", 2, 0, 1e3, "strength of the three-body term")),
              p -> new TriatomicAxilrodTeller(real(p, "gamma"))),
          new PotentialKind(
              "mueller-brown",
              "Mueller-Brown surface: 3 minima, 2 transition states",
              List.of(),
              p -> new MuellerBrown()),
          new PotentialKind(
              "six-hump-camel",
              "six-hump camel function on [-3, 3] x [-2, 2]: 6 minima, 7 transition states",
              List.of(),
              p -> new SixHumpCamel()),
          new PotentialKind(
              "three-hump-camel",
              "three-hump camel function on [-5, 5] x [-5, 5]: 3 minima, 2 transition states",
              List.of(),
              p -> new ThreeHumpCamel()),
          new PotentialKind(
              "nonlinear-regression",
              "sum of squares for y = exp(-q1 x) sin(q2 x + q3) sin(q4 x + q5)",
              List.of(
                  new ParameterKind(
                      "points",
                      ParameterKind.Type.WHOLE,
                      Optional.of(100),
                      5,
                      1e6,
                      "number of data points"),
                  new ParameterKind(
                      "sigma",
                      ParameterKind.Type.REAL,
                      Optional.of(0.02),
                      0,
                      1e3,
                      "noise of the data"),
                  new ParameterKind(
                      "truth",
                      ParameterKind.Type.REALS,
                      Optional.of(List.of(0.1, 2.13, 0.0, 1.34, 0.0)),
                      -1e3,
                      1e3,
                      "q1 ... q5 behind the data"),
                  new ParameterKind(
                      "dataSeed",
                      ParameterKind.Type.WHOLE,
                      Optional.of(1),
                      -9e15,
                      9e15,
                      "seed of the data"),
                  new ParameterKind(
                      "data",
                      ParameterKind.Type.TEXT,
                      Optional.of(""),
                      0,
                      0,
                      "file with x and y on each line, in place of made data"),
                  new ParameterKind(
                      "window",
                      ParameterKind.Type.REAL,
                      Optional.of(3.0),
                      0.1,
                      100,
                      "largest |q1|, |q2| and |q4|")),
              PotentialCatalogue::regression),
          new PotentialKind(
              "xy",
              "XY model, 1 - cos(theta_j - theta_i) for each bond of a lattice; spin 0 at rest",
              List.of(
                  SHAPE,
                  BOUNDARY,
                  new ParameterKind(
                      "flux",
                      ParameterKind.Type.REAL,
                      Optional.of(0.0),
                      -2 * Math.PI,
                      2 * Math.PI,
                      "angle added across the boundary of the first axis"),
                  COPIES),
              LatticeModels::xy),
          new PotentialKind(
              "phi4",
              "phi^4 model, lambda/24 phi^4 - mu2/2 phi^2 and J/4 (phi_x - phi_y)^2 to neighbours",
              List.of(
                  SHAPE,
                  BOUNDARY,
                  new ParameterKind(
                      "J", ParameterKind.Type.REAL, Optional.of(0.2), -1e6, 1e6, "coupling"),
                  new ParameterKind(
                      "lambda",
                      ParameterKind.Type.REAL,
                      Optional.of(0.6),
                      -1e6,
                      1e6,
                      "strength of the quartic term, above 0"),
                  new ParameterKind(
                      "mu2",
                      ParameterKind.Type.REAL,
                      Optional.of(2.0),
                      -1e6,
                      1e6,
                      "mu^2, depth of the double well"),
                  COPIES),
              LatticeModels::phiFour),
          new PotentialKind(
              "p-spin",
              "spherical p-spin glass, random couplings J_i...p w_i ... w_p with |w|^2 = spins",
              List.of(
                  new ParameterKind(
                      "spins",
                      ParameterKind.Type.WHOLE,
                      Optional.empty(),
                      2,
                      10_000,
                      "number of spins N"),
                  new ParameterKind(
                      "p", ParameterKind.Type.WHOLE, Optional.of(3), 2, 4, "spins per coupling"),
                  new ParameterKind(
                      "disorderSeed",
                      ParameterKind.Type.WHOLE,
                      Optional.of(1),
                      -9e15,
                      9e15,
                      "seed of the couplings"),
                  COPIES),
              PotentialCatalogue::pSpin),
          new PotentialKind(
              "thomson",
              "Thomson problem, 1 / r for each pair of unit charges on the unit sphere",
              List.of(
                  new ParameterKind(
                      "points",
                      ParameterKind.Type.WHOLE,
                      Optional.empty(),
                      2,
                      3_000,
                      "number of charges")),
              p -> new Thomson(whole(p, "points"))),
          LearningModels.NEURAL_NETWORK,
          LearningModels.LOGISTIC_REGRESSION);

  private PotentialCatalogue() {}

  /** All kinds, in the order in which they are shown. */
  public static List<PotentialKind> kinds() {
    return KINDS;
  }

  /**
   * Makes a potential.
   *
   * @param name a name in the catalogue
   * @param given parameters: numbers, text, or lists of numbers
   * @throws IllegalArgumentException if the name or a parameter is unknown, missing or out of range
   */
  public static PotentialSpecification create(String name, Map<String, ?> given) {
    PotentialKind kind =
        KINDS.stream()
            .filter(k -> k.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "unknown potential "
                            + name
                            + NearestName.suggestion(
                                name, KINDS.stream().map(PotentialKind::name).toList())
                            + "; `tarn systems` lists them"));
    List<String> known = kind.parameters().stream().map(ParameterKind::name).toList();
    for (String key : given.keySet()) {
      if (!known.contains(key)) {
        throw new IllegalArgumentException(
            "potential "
                + name
                + ": unknown parameter "
                + key
                + (known.isEmpty()
                    ? "; it has none"
                    : NearestName.suggestion(key, known) + "; it has " + String.join(", ", known)));
      }
    }
    Map<String, Object> complete = new LinkedHashMap<>();
    for (ParameterKind parameter : kind.parameters()) {
      Object value = given.get(parameter.name());
      if (value == null) {
        value =
            parameter
                .fallback()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "potential "
                                + name
                                + ": expected "
                                + parameter.name()
                                + " ("
                                + parameter.description()
                                + "), found nothing"));
      }
      complete.put(parameter.name(), checked(name, parameter, value));
    }
    Potential potential = kind.maker().apply(complete);
    return new PotentialSpecification(name, Collections.unmodifiableMap(complete), potential);
  }

  /**
   * Makes a potential of a person's own class, by its constructor that takes a {@code Map<String,
   * Object>}, or, without parameters, the one that takes nothing.
   */
  public static PotentialSpecification create(
      Class<?> potentialClass, Map<String, Object> parameters) {
    String name = potentialClass.getName();
    if (!Potential.class.isAssignableFrom(potentialClass)) {
      throw new IllegalArgumentException(
          "class " + name + ": expected an implementation of " + Potential.class.getName());
    }
    try {
      for (Constructor<?> constructor : potentialClass.getConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0].equals(Map.class)) {
          return new PotentialSpecification(
              name, parameters, (Potential) constructor.newInstance(parameters));
        }
      }
      if (!parameters.isEmpty()) {
        throw new IllegalArgumentException(
            "class "
                + name
                + ": parameters "
                + parameters.keySet()
                + " were given, but it has no public constructor that takes a Map");
      }
      return new PotentialSpecification(
          name, parameters, (Potential) potentialClass.getConstructor().newInstance());
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(
          "class " + name + ": expected a public constructor without arguments or with a Map", e);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException("class " + name + ": " + cause.getMessage(), cause);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "class " + name + " could not be made: " + e.getMessage(), e);
    }
  }

  private static Object checked(String potential, ParameterKind parameter, Object value) {
    return switch (parameter.type()) {
      case TEXT -> value instanceof String ? value : wrong(potential, parameter, value);
      case DATA ->
          value instanceof String || value instanceof Map<?, ?>
              ? LearningModels.dataInFull(potential, value)
              : wrong(potential, parameter, value);
      case REALS ->
          value instanceof List<?> list && list.stream().allMatch(v -> v instanceof Number)
              ? list.stream()
                  .map(v -> inRange(potential, parameter, ((Number) v).doubleValue()))
                  .toList()
              : wrong(potential, parameter, value);
      case WHOLES -> {
        List<?> list = value instanceof List<?> several ? several : List.of(value);
        yield !list.isEmpty() && list.stream().allMatch(PotentialCatalogue::isWhole)
            ? list.stream()
                .map(v -> (long) inRange(potential, parameter, ((Number) v).doubleValue()))
                .toList()
            : wrong(potential, parameter, value);
      }
      case REAL ->
          value instanceof Number number
              ? inRange(potential, parameter, number.doubleValue())
              : wrong(potential, parameter, value);
      case WHOLE ->
          value instanceof Number number && isWhole(number)
              ? (Object) (long) inRange(potential, parameter, number.doubleValue())
              : wrong(potential, parameter, value);
    };
  }

  private static boolean isWhole(Object value) {
    return value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue());
  }

  private static Object wrong(String potential, ParameterKind parameter, Object value) {
    throw new IllegalArgumentException(
        "potential "
            + potential
            + ": expected "
            + parameter.type().words()
            + " for "
            + parameter.name()
            + ", found "
            + value);
  }

  private static double inRange(String potential, ParameterKind parameter, double value) {
    if (!(value >= parameter.least() && value <= parameter.most())) {
      throw new IllegalArgumentException(
          "potential "
              + potential
              + ": expected "
              + parameter.name()
              + " from "
              + shown(parameter.least())
              + " to "
              + shown(parameter.most())
              + ", found "
              + shown(value));
    }
    return value;
  }

  private static String shown(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static int whole(Map<String, Object> parameters, String name) {
    return (int) longWhole(parameters, name);
  }

  private static long longWhole(Map<String, Object> parameters, String name) {
    return parameters.get(name) instanceof Long value ? value : 0;
  }

  private static double real(Map<String, Object> parameters, String name) {
    return parameters.get(name) instanceof Double value ? value : Double.NaN;
  }

  private static Potential pSpin(Map<String, Object> parameters) {
    int spins = whole(parameters, "spins");
    int order = whole(parameters, "p");
    if (PSpin.couplings(spins, order) > MOST_COUPLINGS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "potential p-spin: %d spins with p = %d have %.3g couplings; expected at most %d",
              spins,
              order,
              (double) PSpin.couplings(spins, order),
              MOST_COUPLINGS));
    }
    return PSpin.random(
        spins,
        order,
        longWhole(parameters, "disorderSeed"),
        LatticeModels.word("p-spin", parameters, "copies", Copies.values()));
  }

  private static ParameterKind real(
      String name, double fallback, double least, double most, String description) {
    return new ParameterKind(
        name, ParameterKind.Type.REAL, Optional.of(fallback), least, most, description);
  }

  private static Potential binary(Map<String, Object> parameters) {
    int atoms = whole(parameters, "atoms");
    int bigAtoms = whole(parameters, "bigAtoms");
    int large = bigAtoms == 0 ? Math.max(1, (int) Math.round(0.8 * atoms)) : bigAtoms;
    if (large > atoms) {
      throw new IllegalArgumentException(
          "potential binary-lennard-jones: expected bigAtoms up to the "
              + atoms
              + " atoms there are, found "
              + large);
    }
    BinaryLennardJones.Interaction interaction =
        new BinaryLennardJones.Interaction(
            real(parameters, "epsilonAB"),
            real(parameters, "epsilonBB"),
            real(parameters, "sigmaAB"),
            real(parameters, "sigmaBB"));
    double edge = BinaryLennardJones.edge(atoms, real(parameters, "density"));
    double longest = BinaryLennardJones.largestCutoff(edge, interaction);
    double cutoff = real(parameters, "cutoff");
    if (cutoff > longest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "potential binary-lennard-jones: expected a cutoff up to %.6g, which is half the box"
                  + " edge of %.6g, found %s; 0 takes what fits",
              longest,
              edge,
              shown(cutoff)));
    }
    return new BinaryLennardJones(
        atoms,
        large,
        edge,
        cutoff == 0 ? Math.min(BinaryLennardJones.USUAL_CUTOFF, longest) : cutoff,
        interaction);
  }

  private static Potential regression(Map<String, Object> parameters) {
    double window = real(parameters, "window");
    if (parameters.get("data") instanceof String file && !file.isEmpty()) {
      return fromFile(Path.of(file), window);
    }
    double[] truth = REGRESSION_TRUTH;
    if (parameters.get("truth") instanceof List<?> list) {
      truth = list.stream().mapToDouble(v -> v instanceof Double d ? d : Double.NaN).toArray();
    }
    if (truth.length != 5) {
      throw new IllegalArgumentException(
          "potential nonlinear-regression: expected 5 numbers for truth, found " + truth.length);
    }
    return NonlinearRegression.synthetic(
        whole(parameters, "points"),
        real(parameters, "sigma"),
        truth,
        longWhole(parameters, "dataSeed"),
        window);
  }

  private static NonlinearRegression fromFile(Path file, double window) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "potential nonlinear-regression: cannot read data file " + file + " (" + e + ")", e);
    }
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("[\\s,;]+", -1);
      try {
        if (cells.length != 2) {
          throw new NumberFormatException();
        }
        double x = Double.parseDouble(cells[0]);
        double y = Double.parseDouble(cells[1]);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
          throw new NumberFormatException();
        }
        rows.add(new double[] {x, y});
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            file + " line " + (i + 1) + ": expected two numbers (x and y), found \"" + line + "\"",
            e);
      }
    }
    if (rows.size() < 5) {
      throw new IllegalArgumentException(
          file + ": expected at least 5 data points for 5 parameters, found " + rows.size());
    }
    return new NonlinearRegression(
        rows.stream().mapToDouble(r -> r[0]).toArray(),
        rows.stream().mapToDouble(r -> r[1]).toArray(),
        window);
  }
}
