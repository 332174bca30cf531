package dev.tarn.explorer;

import java.util.Map;

/**
 * What an exploration came to.
 *
 * @param progress its state at the end
 * @param globalMinimum id of the lowest minimum; 0 if none was found
 * @param globalMinimumEnergy its energy; NaN if none was found
 * @param outcome why it ended, in words
 * @param failures reasons for which searches ended without a point, with their numbers
 */
public record ExplorationReport(
    ExplorationProgress progress,
    long globalMinimum,
    double globalMinimumEnergy,
    String outcome,
    Map<String, Long> failures) {}
