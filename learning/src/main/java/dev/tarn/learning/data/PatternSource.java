package dev.tarn.learning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Points of a {@link PlanarPattern}. The seed gives both the points and their division.
 *
 * @param count cells along an edge, or arms
 * @param parameters the complete specification
 */
record PatternSource(
    PlanarPattern pattern,
    int count,
    double turns,
    int points,
    double noise,
    boolean standardise,
    Split split,
    Map<String, Object> parameters)
    implements DataSource {

  static List<String> keys(PlanarPattern pattern) {
    List<String> keys = new ArrayList<>(List.of("generator"));
    switch (pattern) {
      case CHECKERBOARD -> keys.add("cells");
      case SPIRALS -> keys.addAll(List.of("arms", "turns"));
      case TWO_MOONS -> {}
    }
    keys.addAll(List.of("points", "noise", "standardise", "test", "train", "seed"));
    return keys;
  }

  static PatternSource of(PlanarPattern pattern, SpecificationReader reader) {
    reader.text("generator", pattern.word());
    int count = 0;
    double turns = 0;
    switch (pattern) {
      case CHECKERBOARD -> count = (int) reader.whole("cells", 4, 2, 1000);
      case SPIRALS -> {
        count = (int) reader.whole("arms", 2, 2, 100);
        turns = reader.real("turns", 1.5, 0.01, 100);
      }
      case TWO_MOONS -> {}
    }
    return new PatternSource(
        pattern,
        count,
        turns,
        (int) reader.whole("points", 1000, 4, 100_000_000),
        reader.real("noise", pattern.usualNoise(), 0, 100),
        reader.truth("standardise", false),
        Split.of(reader),
        reader.complete());
  }

  @Override
  public LearningData read() {
    SplittableRandom random = new SplittableRandom(split.seed());
    LearningData parts =
        split.divide(pattern.word(), pattern.points(points, count, turns, noise, random));
    return standardise ? Standardisation.of(parts.training()).applyTo(parts) : parts;
  }
}
