/**
 * The {@code tarn} command: a verb, a landscape, options.
 *
 * <p>A <em>verb</em> is one class named after it ({@code ShowVerb}); what it prints is a {@link
 * dev.tarn.cli.Report}, once as aligned text for a person and once as one JSON object for a
 * program. A <em>run file</em> is the YAML that {@code explore} reads. Exit codes: 0 done, 1 could
 * not, 2 wrong usage; every error is one line on standard error.
 *
 * <p>Dependency rule: may use every other room; no room uses it.
 */
@NullMarked
package dev.tarn.cli;

import org.jspecify.annotations.NullMarked;
