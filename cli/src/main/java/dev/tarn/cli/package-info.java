/**
 * The {@code tarn} command: finds the verb that a person means, runs it, and turns every failure
 * into one line on standard error and an exit code: 0 done, 1 could not, 2 wrong usage.
 *
 * <p>Packages: {@code verb} has the verbs, {@code output} what they print, {@code open} the stores
 * and folders they read.
 *
 * <p>Dependency rule: may use every other module; no module uses it. What it computes it asks
 * {@link dev.tarn.application}.
 */
@NullMarked
package dev.tarn.cli;

import org.jspecify.annotations.NullMarked;
