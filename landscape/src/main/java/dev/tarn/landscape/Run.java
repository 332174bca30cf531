package dev.tarn.landscape;

import java.time.Instant;
import java.util.Optional;

/**
 * One exploration (or import) that wrote to a landscape.
 *
 * @param id 1 for the landscape's first run, then upwards
 * @param seed seed of everything random in it
 * @param runFile text of the run file, normalised
 * @param version version of Tarn
 * @param startedAt start of the run
 * @param endedAt end of the run; empty while it runs or if it was killed
 * @param rounds rounds committed so far
 * @param energyCalls energy or gradient evaluations so far
 * @param outcome why it ended, in words; empty while it runs
 */
public record Run(
    long id,
    long seed,
    String runFile,
    String version,
    Instant startedAt,
    Optional<Instant> endedAt,
    long rounds,
    long energyCalls,
    String outcome) {}
