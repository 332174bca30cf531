package dev.tarn.learning.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Distances on the way of {@link TriatomicQuenches} as inputs, the minimum reached as class. All
 * choices of inputs and steps look at the same sequences, as long as seed and gamma are the same.
 *
 * @param steps steps before the end; negative for the start
 * @param parameters the complete specification
 */
record TriatomicSource(
    double gamma,
    int sequences,
    int testSequences,
    int steps,
    List<String> inputs,
    boolean standardise,
    long seed,
    Map<String, Object> parameters)
    implements DataSource {
  static final String WORD = "triatomic";

  static final List<String> KEYS =
      List.of(
          "generator",
          "gamma",
          "sequences",
          "testSequences",
          "stepsBeforeEnd",
          "inputs",
          "standardise",
          "seed");

  private static final List<String> DISTANCES = List.of("r12", "r13", "r23");
  private static final String START = "start";

  static TriatomicSource of(SpecificationReader reader) {
    reader.text("generator", WORD);
    return new TriatomicSource(
        reader.real("gamma", 2, 0, 1e3),
        (int) reader.whole("sequences", 5000, TriatomicQuenches.OUTCOMES.size(), 1e8),
        (int) reader.whole("testSequences", 5000, 0, 1e8),
        (int) reader.wholeOr("stepsBeforeEnd", START, 0, 1e6),
        reader.words("inputs", DISTANCES),
        reader.truth("standardise", false),
        reader.whole("seed", 1, -9e15, 9e15),
        reader.complete());
  }

  @Override
  public LearningData read() {
    TriatomicQuenches quenches = new TriatomicQuenches(gamma, seed);
    LearningData parts = new LearningData(part(quenches, sequences), part(quenches, testSequences));
    long classes = Arrays.stream(parts.training().labels()).distinct().count();
    if (classes < 2) {
      throw new IllegalArgumentException(
          "triatomic: expected sequences that end in at least two of the four minima, found one"
              + " for gamma = "
              + Share.shown(gamma)
              + " and "
              + sequences
              + " sequences; gamma: 2 has all four");
    }
    return standardise ? Standardisation.of(parts.training()).applyTo(parts) : parts;
  }

  private Dataset part(TriatomicQuenches quenches, int rows) {
    int width = inputs.size();
    int[] pairs = inputs.stream().mapToInt(DISTANCES::indexOf).toArray();
    double[] distances = new double[rows * width];
    int[] labels = new int[rows];
    for (int row = 0; row < rows; row++) {
      labels[row] = quenches.next();
      // Sequences shorter than that are continued backwards with their start.
      int step = steps < 0 ? 0 : Math.max(0, quenches.steps() - steps);
      for (int k = 0; k < width; k++) {
        distances[row * width + k] = quenches.distance(step, pairs[k]);
      }
    }
    return Dataset.classified(inputs, TriatomicQuenches.OUTCOMES, distances, labels);
  }
}
