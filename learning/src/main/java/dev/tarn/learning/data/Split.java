package dev.tarn.learning.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Divides rows at random into a training and a test part, each class in the same proportion as far
 * as whole rows allow.
 *
 * <p>Every class keeps at least one row for training. Within each part rows keep their order.
 * Without classes the rows are one class.
 *
 * @param test rows for testing: a fraction of all, or their number
 * @param train rows for training: a fraction of all, their number, or all the rest
 * @param seed seed of the division
 */
record Split(Share test, Share train, long seed) {

  /** Reads the keys test, train and seed. */
  static Split of(SpecificationReader reader) {
    return new Split(
        reader.share("test", new Share(0.3), 0),
        reader.share("train", Share.REST, Double.MIN_VALUE),
        reader.whole("seed", 1, -9e15, 9e15));
  }

  /**
   * Divides.
   *
   * @param origin name of the data, for messages
   */
  LearningData divide(String origin, Dataset all) {
    int rows = all.size();
    int classes = Math.max(1, all.classNames().size());
    if (test.isRest() && train.isRest()) {
      throw new IllegalArgumentException(
          "data: expected a number for test or train, found rest twice");
    }
    int testing = test.of(rows, test.isRest() ? rows - train.of(rows, 0) : 0);
    int training = train.of(rows, rows - testing);
    if (testing < 0 || training < classes || (long) testing + training > rows) {
      throw new IllegalArgumentException(
          origin
              + ": expected at least "
              + (classes == 1 ? "one row" : "a row for each of the " + classes + " classes")
              + " to train on, and no more than the "
              + rows
              + " rows there are, found train "
              + training
              + " and test "
              + testing);
    }
    int[] labels = all.isClassified() ? all.labels() : new int[rows];
    int[][] members = shuffled(labels, classes);
    int[] sizes = Arrays.stream(members).mapToInt(m -> m.length).toArray();
    int[] trained = proportional(sizes, training, 1);
    int[] rest = IntStream.range(0, classes).map(k -> sizes[k] - trained[k]).toArray();
    int[] tested = proportional(rest, testing, 0);
    boolean[] inTraining = new boolean[rows];
    boolean[] inTest = new boolean[rows];
    for (int k = 0; k < classes; k++) {
      for (int m = 0; m < trained[k] + tested[k]; m++) {
        (m < trained[k] ? inTraining : inTest)[members[k][m]] = true;
      }
    }
    return new LearningData(taken(all, inTraining), taken(all, inTest));
  }

  private int[][] shuffled(int[] labels, int classes) {
    SplittableRandom random = new SplittableRandom(seed);
    int[][] members = new int[classes][];
    for (int k = 0; k < classes; k++) {
      int wanted = k;
      int[] rows = IntStream.range(0, labels.length).filter(r -> labels[r] == wanted).toArray();
      for (int i = rows.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = rows[i];
        rows[i] = rows[j];
        rows[j] = kept;
      }
      members[k] = rows;
    }
    return members;
  }

  /**
   * Shares {@code total} out in proportion to the sizes, largest remainders first (lower position
   * at a tie), at least {@code least} and at most all of each.
   */
  static int[] proportional(int[] sizes, int total, int least) {
    long all = Arrays.stream(sizes).asLongStream().sum();
    int[] shares = new int[sizes.length];
    double[] remainders = new double[sizes.length];
    int left = total;
    for (int k = 0; k < sizes.length; k++) {
      double exact = all == 0 ? 0 : (double) total * sizes[k] / all;
      shares[k] = Math.min(sizes[k], Math.max(least, (int) Math.floor(exact)));
      remainders[k] = exact - shares[k];
      left -= shares[k];
    }
    while (left != 0) {
      int sign = Integer.signum(left);
      int best = -1;
      for (int k = 0; k < sizes.length; k++) {
        boolean possible = sign > 0 ? shares[k] < sizes[k] : shares[k] > least;
        if (possible && (best < 0 || sign * remainders[k] > sign * remainders[best])) {
          best = k;
        }
      }
      shares[best] += sign;
      remainders[best] -= sign;
      left -= sign;
    }
    return shares;
  }

  private static Dataset taken(Dataset all, boolean[] wanted) {
    int[] rows = IntStream.range(0, wanted.length).filter(row -> wanted[row]).toArray();
    int width = all.inputCount();
    double[] inputs = new double[rows.length * width];
    for (int k = 0; k < rows.length; k++) {
      System.arraycopy(all.inputs(), rows[k] * width, inputs, k * width, width);
    }
    return all.isClassified()
        ? Dataset.classified(
            all.inputNames(),
            all.classNames(),
            inputs,
            Arrays.stream(rows).map(row -> all.labels()[row]).toArray())
        : Dataset.measured(
            all.inputNames(),
            inputs,
            Arrays.stream(rows).mapToDouble(row -> all.targets()[row]).toArray());
  }
}
