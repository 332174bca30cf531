package dev.tarn.explorer.run;

/**
 * What a run writes about itself besides what it finds.
 *
 * @param parameters the potential's parameters as a JSON object, for the landscape's record
 * @param runFile text of the run file
 * @param version version of Tarn
 */
public record RunRecord(String parameters, String runFile, String version) {}
