package dev.tarn.explorer.run;

import java.util.OptionalInt;

/**
 * How a run ended.
 *
 * @param progress where the campaign stood
 * @param outcome why it ended, in words
 * @param setAside searches done of a round within which the run ended, which are kept for the next
 *     run; empty if it ended with a round
 * @param <P> progress of the campaign
 */
public record RunResult<P>(P progress, String outcome, OptionalInt setAside) {}
