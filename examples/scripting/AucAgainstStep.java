import dev.tarn.analytics.charts.Curve;
import dev.tarn.analytics.charts.CurveChart;
import dev.tarn.analytics.plot.PictureFormat;
import dev.tarn.learning.data.DataSpecification;
import dev.tarn.learning.model.FeedForwardLoss;
import dev.tarn.learning.data.LearningData;
import dev.tarn.learning.model.OutputKind;
import dev.tarn.learning.model.Penalised;
import dev.tarn.learning.data.TriatomicQuenches;
import dev.tarn.explorer.search.Ending;
import dev.tarn.explorer.search.Limits;
import dev.tarn.explorer.search.minimise.Quench;
import dev.tarn.potentials.symmetry.KnownPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How early can a network tell in which minimum a quench of three atoms will end? Test AUC against
 * the number of steps s before the end at which the distances are taken, for 3 to 6 hidden nodes.
 *
 * <p>For each s some random starts, and the lowest minimum of the s before, are quenched: enough for
 * the lowest minimum, not for the whole landscape. Lines of the picture are lowest minima, dots the
 * minima of best AUC.
 *
 * <pre>
 * java --add-modules jdk.incubator.vector -cp "$(bin/tarn --library)" \
 *   examples/scripting/AucAgainstStep.java auc.csv auc.svg [STARTS [SEQUENCES [EVERY]]]
 * </pre>
 *
 * STARTS (default 5) for each network, SEQUENCES (5000) to train on and as many to test with, s =
 * 0, EVERY (5), 2 EVERY and so on until all sequences are at their start.
 */
public class AucAgainstStep {
  private static final double LAMBDA = 1e-4;
  private static final int[] HIDDEN = {3, 4, 5, 6};
  private static final List<List<String>> INPUTS =
      List.of(List.of("r12", "r13", "r23"), List.of("r12", "r13"));

  /** What was found for one network and one s. */
  record Trained(int step, int minima, double loss, double auc, double bestAuc, double[] weights) {}

  public static void main(String[] args) throws IOException {
    int starts = args.length > 2 ? Integer.parseInt(args[2]) : 5;
    int sequences = args.length > 3 ? Integer.parseInt(args[3]) : 5000;
    int every = args.length > 4 ? Integer.parseInt(args[4]) : 5;
    int longest = longest(2 * sequences);
    List<String> rows = new ArrayList<>();
    rows.add("inputs,hidden,stepsBeforeEnd,minima,lowestLoss,aucOfLowest,bestAuc");
    List<Curve> curves = new ArrayList<>();
    List<double[]> best = new ArrayList<>();
    for (List<String> inputs : INPUTS) {
      List<List<Trained>> found = new ArrayList<>();
      for (int h : HIDDEN) {
        found.add(new ArrayList<>());
      }
      for (int s = 0; s < longest + every; s += every) {
        LearningData data = data(inputs, s, sequences);
        int step = s;
        IntStream.range(0, HIDDEN.length)
            .parallel()
            .forEach(k -> found.get(k).add(train(data, HIDDEN[k], step, starts, found.get(k))));
        System.err.println(String.join(" ", inputs) + ": s = " + s + " of " + longest);
      }
      for (int k = 0; k < HIDDEN.length; k++) {
        for (Trained t : found.get(k)) {
          rows.add(
              String.join(" ", inputs) + "," + HIDDEN[k] + "," + t.step() + "," + t.minima() + ","
                  + t.loss() + "," + t.auc() + "," + t.bestAuc());
          best.add(new double[] {t.step(), t.bestAuc()});
        }
        curves.add(
            new Curve(
                HIDDEN[k] + " nodes, " + String.join(" ", inputs),
                found.get(k).stream().mapToDouble(Trained::step).toArray(),
                found.get(k).stream().mapToDouble(Trained::auc).toArray(),
                inputs.size() == 3 ? Curve.Style.MAIN : Curve.Style.LINE,
                k));
      }
    }
    curves.add(
        new Curve(
            "best minimum of each",
            best.stream().mapToDouble(b -> b[0]).toArray(),
            best.stream().mapToDouble(b -> b[1]).toArray(),
            Curve.Style.POINTS,
            9));
    Files.write(Path.of(args[0]), rows);
    String caption = "three atoms, " + sequences + " + " + sequences + " sequences, lambda " + LAMBDA;
    PictureFormat.write(
        new CurveChart(
            "How early the end of a quench can be foretold",
            caption,
            "Steps before the end",
            "Test AUC",
            curves,
            List.of()),
        Path.of(args[1]));
  }

  /** Steps of the longest of the sequences that the data are made of. */
  private static int longest(int sequences) {
    TriatomicQuenches quenches = new TriatomicQuenches(2, 1);
    int longest = 0;
    for (int k = 0; k < sequences; k++) {
      quenches.next();
      longest = Math.max(longest, quenches.steps());
    }
    return longest;
  }

  private static LearningData data(List<String> inputs, int step, int sequences) {
    return DataSpecification.read(
        Map.of(
            "generator", "triatomic",
            "sequences", sequences,
            "testSequences", sequences,
            "stepsBeforeEnd", step,
            "inputs", inputs));
  }

  private static Trained train(
      LearningData data, int hidden, int step, int starts, List<Trained> before) {
    FeedForwardLoss loss =
        new FeedForwardLoss(data, List.of(hidden), OutputKind.SOFTMAX, LAMBDA, Penalised.ALL);
    Quench quench = new Quench(loss);
    KnownPoints known = new KnownPoints(loss.symmetry(), 1e-6, 1e-3 * loss.lengthScale());
    SplittableRandom random = new SplittableRandom(1000L * hidden + step);
    Trained lowest = new Trained(step, 0, Double.POSITIVE_INFINITY, 0, 0, new double[0]);
    double bestAuc = 0;
    for (int k = 0; k <= starts; k++) {
      double[] x = new double[loss.dimension()];
      if (k > 0) {
        loss.randomStart(random, x);
      } else if (before.isEmpty()) {
        continue;
      } else {
        x = before.get(before.size() - 1).weights().clone();
      }
      Ending ending = quench.run(x, Limits.of(1e-9, loss.lengthScale()));
      if (ending != Ending.CONVERGED || known.find(quench.energy(), x) >= 0) {
        continue;
      }
      known.add(quench.energy(), x);
      double auc = loss.observables(x).get("testAuc").orElseThrow();
      bestAuc = Math.max(bestAuc, auc);
      if (quench.energy() < lowest.loss()) {
        lowest = new Trained(step, 0, quench.energy(), auc, 0, x);
      }
    }
    if (known.size() == 0) {
      throw new IllegalStateException("no start of " + starts + " led to a minimum, s = " + step);
    }
    return new Trained(
        step, known.size(), lowest.loss(), lowest.auc(), bestAuc, lowest.weights());
  }
}
