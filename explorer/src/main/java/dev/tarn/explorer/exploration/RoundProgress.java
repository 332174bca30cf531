package dev.tarn.explorer.exploration;

import dev.tarn.explorer.batches.BatchTally;

/**
 * How far a round has come that is under way.
 *
 * @param done searches that are done
 * @param searches searches of the round
 * @param batches descents by mini-batches in this run so far
 */
public record RoundProgress(int done, int searches, BatchTally.Figures batches) {}
