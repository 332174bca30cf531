package dev.tarn.learning.model;

import dev.tarn.landscape.Observables;
import dev.tarn.learning.data.Dataset;
import dev.tarn.learning.data.LearningData;
import dev.tarn.learning.score.ClassificationScore;
import dev.tarn.potentials.ExactHessian;
import dev.tarn.potentials.HessianProduct;
import dev.tarn.potentials.HessianProducts;
import dev.tarn.potentials.SumOverData;
import dev.tarn.potentials.arithmetic.ElementaryFunctions;
import dev.tarn.potentials.arithmetic.NormalDeviates;
import dev.tarn.potentials.arithmetic.PanelArithmetic;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Loss of a fully connected network with tanh hidden layers over a data set.
 *
 * <p>V(x) = mean over the training rows of the {@linkplain OutputKind cost} of the answer + lambda
 * sum w^2, where the sum runs over all coordinates or all but the biases. Every hidden node and
 * every output has a bias. Without hidden layers this is multinomial logistic regression ({@link
 * OutputKind#SOFTMAX}), logistic regression ({@link OutputKind#SIGMOID}) or ridge regression
 * ({@link OutputKind#LINEAR}). Energies and coordinates are pure numbers.
 *
 * <p><strong>Layout</strong> of x: as {@link Architecture} says. <strong>Error</strong>: that of
 * the sums, about the square root of the number of rows times 1e-16; the order of all sums is
 * fixed, so that the result is equal to the last bit on every machine, with and without the vector
 * module. <strong>Cost</strong> of energy and gradient: 2 multiplications and additions for each
 * row, each non-zero input and each node of the first layer, 3 for each further weight and row; a
 * product with the Hessian costs as much, or for deep networks up to twice as much; the Hessian one
 * such product for each node, and n^2 multiplications and additions for each row. Nothing is
 * allocated, but for mini-batches a copy of their rows. Not safe for several threads: {@link
 * #forOneThread}.
 *
 * <p>Source: A. J. Ballard, R. Das, S. Martiniani, D. Mehta, L. Sagun, J. D. Stevenson and D. J.
 * Wales, Phys. Chem. Chem. Phys. 19, 12585 (2017), eqs 6-8.
 */
public final class FeedForwardLoss implements SumOverData, ExactHessian, HessianProducts {
  private final Architecture architecture;
  private final OutputKind kind;
  private final LearningData data;
  private final double lambda;
  private final Penalised penalised;
  private final InputMatrix inputs;
  private final PanelArithmetic arithmetic;
  private final ElementaryFunctions functions;

  /** Lambda for each coordinate that is penalised, else 0. */
  private final double[] penalties;

  private final NetworkSymmetry symmetry;
  private final NetworkPass pass;
  private final LayerPanels weights;
  private final LayerPanels gradients;
  private @Nullable Curvature curvature;
  private @Nullable NetworkPass judgement;

  /**
   * A loss.
   *
   * @param data rows to learn from and to be judged by
   * @param hidden nodes of each hidden layer; none for a model without
   * @param kind outputs; {@link OutputKind#SOFTMAX} has one for each class, the others have one
   * @param lambda strength of the penalty, at least 0
   * @param penalised what it runs over
   * @throws IllegalArgumentException if these do not fit together
   */
  public FeedForwardLoss(
      LearningData data,
      List<Integer> hidden,
      OutputKind kind,
      double lambda,
      Penalised penalised) {
    this(
        data,
        architecture(data, hidden, kind),
        kind,
        lambda,
        penalised,
        InputMatrix.of(data.training()),
        PanelArithmetic.best(),
        ElementaryFunctions.best());
  }

  FeedForwardLoss(
      LearningData data,
      Architecture architecture,
      OutputKind kind,
      double lambda,
      Penalised penalised,
      InputMatrix inputs,
      PanelArithmetic arithmetic,
      ElementaryFunctions functions) {
    if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("expected lambda of at least 0, found " + lambda);
    }
    this.data = data;
    this.architecture = architecture;
    this.kind = kind;
    this.lambda = lambda;
    this.penalised = penalised;
    this.inputs = inputs;
    this.arithmetic = arithmetic;
    this.functions = functions;
    penalties = new double[architecture.dimension()];
    Arrays.fill(penalties, lambda);
    if (penalised == Penalised.WEIGHTS) {
      for (int l = 0; l < architecture.layers(); l++) {
        for (int node = 0; node < architecture.nodes(l); node++) {
          penalties[architecture.bias(l, node)] = 0;
        }
      }
    }
    symmetry = new NetworkSymmetry(architecture, NetworkSymmetry.shift(kind, lambda, penalised));
    pass = pass(data.training(), inputs);
    weights = new LayerPanels(architecture);
    gradients = new LayerPanels(architecture);
  }

  static Architecture architecture(LearningData data, List<Integer> hidden, OutputKind kind) {
    Dataset training = data.training();
    int classes = training.classNames().size();
    if (training.isClassified() == (kind == OutputKind.LINEAR)) {
      throw new IllegalArgumentException(
          kind == OutputKind.LINEAR
              ? "expected a number for each row for a linear output, found classes"
              : "expected a class for each row, found numbers; a linear output fits them");
    }
    if (kind == OutputKind.SIGMOID && classes != 2) {
      throw new IllegalArgumentException(
          "expected two classes for a sigmoid output, found "
              + classes
              + "; softmax takes any number");
    }
    if (kind == OutputKind.SOFTMAX && classes < 2) {
      throw new IllegalArgumentException("expected at least two classes, found " + classes);
    }
    if (training.size() < Math.max(1, classes)) {
      throw new IllegalArgumentException(
          "expected at least as many training rows as there are classes ("
              + classes
              + "), found "
              + training.size());
    }
    if (training.isClassified()
        && Arrays.stream(training.labels()).allMatch(label -> label == training.labels()[0])) {
      throw new IllegalArgumentException(
          "expected training rows of at least two classes, found only class "
              + training.classNames().get(training.labels()[0]));
    }
    return new Architecture(
        training.inputCount(), hidden, kind == OutputKind.SOFTMAX ? classes : 1);
  }

  /** Sizes and layout. */
  public Architecture architecture() {
    return architecture;
  }

  /** What the outputs are. */
  public OutputKind outputKind() {
    return kind;
  }

  /** Strength of the penalty. */
  public double lambda() {
    return lambda;
  }

  /** What the penalty runs over. */
  public Penalised penalised() {
    return penalised;
  }

  /** What is learnt from and judged by. */
  public LearningData data() {
    return data;
  }

  @Override
  public int dimension() {
    return penalties.length;
  }

  @Override
  public double energyAndGradient(double[] x, double[] gradient) {
    return energyAndGradient(x, pass, gradient);
  }

  @Override
  public int rows() {
    return data.training().size();
  }

  @Override
  public double energyAndGradient(double[] x, int[] rows, int from, int to, double[] gradient) {
    Dataset batch = data.training().gathered(rows, from, to);
    return energyAndGradient(x, pass(batch, InputMatrix.of(batch)), gradient);
  }

  private double energyAndGradient(double[] x, NetworkPass over, double[] gradient) {
    weights.load(x);
    double mean = over.costAndGradient(weights, gradients);
    gradients.unload(gradient);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += 2 * penalties[i] * x[i];
    }
    return mean + penalty(x);
  }

  @Override
  public double energy(double[] x) {
    weights.load(x);
    return pass.cost(weights) + penalty(x);
  }

  /** Mean cost of the training rows without the penalty. */
  public double trainingLoss(double[] x) {
    weights.load(x);
    return pass.cost(weights);
  }

  /** In four partial sums: one alone would wait for each addition. */
  private double penalty(double[] x) {
    if (lambda == 0) {
      return 0;
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < x.length; i += 4) {
      s0 += penalties[i] * x[i] * x[i];
      s1 += penalties[i + 1] * x[i + 1] * x[i + 1];
      s2 += penalties[i + 2] * x[i + 2] * x[i + 2];
      s3 += penalties[i + 3] * x[i + 3] * x[i + 3];
    }
    for (; i < x.length; i++) {
      s0 += penalties[i] * x[i] * x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void hessian(double[] x, double[] hessian) {
    curvature().at(x).fill(hessian);
  }

  @Override
  public HessianProduct hessianAt(double[] x) {
    return curvature().at(x);
  }

  private Curvature curvature() {
    if (curvature == null) {
      curvature = new Curvature(architecture, pass(data.training(), inputs), penalties);
    }
    return Objects.requireNonNull(curvature);
  }

  /**
   * Answers of the model with weights {@code x} for the rows of a data set of the same inputs.
   *
   * @return row-major: for each row the probabilities of all classes, or the one number of {@link
   *     OutputKind#LINEAR}
   */
  public double[] outputs(double[] x, Dataset rows) {
    if (rows.inputCount() != architecture.inputs()) {
      throw new IllegalArgumentException(
          "expected rows of "
              + architecture.inputs()
              + " inputs, found rows of "
              + rows.inputCount());
    }
    weights.load(x);
    NetworkPass once = pass(rows, InputMatrix.of(rows));
    once.cost(weights);
    return answers(once, rows.size());
  }

  private NetworkPass pass(Dataset rows, InputMatrix matrix) {
    return new NetworkPass(architecture, kind, rows, matrix, arithmetic, functions);
  }

  private double[] answers(NetworkPass of, int rows) {
    return kind == OutputKind.SIGMOID
        ? pairs(of.answers())
        : narrow(of.answers(), rows, architecture.outputs());
  }

  private static double[] pairs(double[] panel) {
    double[] pairs = new double[2 * (panel.length / PanelArithmetic.LANES)];
    for (int row = 0; 2 * row < pairs.length; row++) {
      double second = panel[row * PanelArithmetic.LANES];
      pairs[2 * row] = 1 - second;
      pairs[2 * row + 1] = second;
    }
    return pairs;
  }

  private static double[] narrow(double[] panel, int rows, int columns) {
    double[] narrow = new double[rows * columns];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(panel, row * PanelArithmetic.width(columns), narrow, row * columns, columns);
    }
    return narrow;
  }

  /**
   * Fills {@code x} with normal deviates, of a standard deviation of 2 over the square root of the
   * number of a node's weights and bias: inputs of order 1 then take nodes well into the bend of
   * their tanh, where different starts lead to different minima.
   */
  @Override
  public void randomStart(RandomGenerator random, double[] x) {
    NormalDeviates.fill(random, x);
    for (int l = 0; l < architecture.layers(); l++) {
      double deviation = deviation(l);
      for (int i = architecture.offset(l); i < architecture.offset(l + 1); i++) {
        x[i] *= deviation;
      }
    }
  }

  private double deviation(int layer) {
    return 2 / Math.sqrt(architecture.fanIn(layer) + 1.0);
  }

  /** Of a forward and a backward pass over all rows, as if no input were zero. */
  @Override
  public double operations() {
    return 2.0 * data.training().size() * penalties.length;
  }

  /** Root mean square of the coordinates of a random start. */
  @Override
  public double lengthScale() {
    double sum = 0;
    for (int l = 0; l < architecture.layers(); l++) {
      sum += (architecture.offset(l + 1) - architecture.offset(l)) * deviation(l) * deviation(l);
    }
    return Math.sqrt(sum / penalties.length);
  }

  /**
   * Losses without the penalty, and for classes the share of rows that are given their own class
   * and, over the test rows, the mean area under the curves of each class against the rest ({@link
   * ClassificationScore}). What there are no test rows for is left out.
   */
  @Override
  public Observables observables(double[] x) {
    Dataset training = data.training();
    Dataset test = data.test();
    double trainingLoss = trainingLoss(x);
    double[] trainingAnswers = answers(pass, training.size());
    if (test.size() == 0) {
      return ModelObservables.of(training, trainingLoss, trainingAnswers);
    }
    if (judgement == null) {
      judgement = pass(test, InputMatrix.of(test));
    }
    NetworkPass judge = Objects.requireNonNull(judgement);
    double testLoss = judge.cost(weights);
    return ModelObservables.of(
        data, trainingLoss, trainingAnswers, testLoss, answers(judge, test.size()));
  }

  @Override
  public NetworkSymmetry symmetry() {
    return symmetry;
  }

  @Override
  public List<String> notes() {
    return lambda == 0
        ? List.of(
            "without a penalty (lambda = 0) the loss may fall for ever as weights grow, and weights"
                + " of inputs that are always zero do not matter")
        : List.of();
  }

  @Override
  public FeedForwardLoss forOneThread() {
    return new FeedForwardLoss(
        data, architecture, kind, lambda, penalised, inputs, arithmetic, functions);
  }

  @Override
  public String toString() {
    return "network " + architecture + " (" + kind + ", lambda " + lambda + ")";
  }
}
