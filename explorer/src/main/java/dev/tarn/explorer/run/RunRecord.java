package dev.tarn.explorer.run;

/**
 * What a run writes about itself besides what it finds.
 *
 * @param runFile text of the run file
 * @param version version of Tarn
 */
public record RunRecord(String runFile, String version) {}
