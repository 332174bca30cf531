package dev.tarn.explorer.exploration;

import java.util.Map;
import java.util.OptionalInt;

/**
 * What an exploration came to.
 *
 * @param progress its state at the end
 * @param globalMinimum id of the lowest minimum; 0 if none was found
 * @param globalMinimumEnergy its energy; NaN if none was found
 * @param outcome why it ended, in words
 * @param failures reasons for which searches ended without a point, with their numbers
 * @param setAside searches done of a round within which the run ended, which are kept for the next
 *     run; empty if it ended with a round
 */
public record ExplorationReport(
    ExplorationProgress progress,
    long globalMinimum,
    double globalMinimumEnergy,
    String outcome,
    Map<String, Long> failures,
    OptionalInt setAside) {}
