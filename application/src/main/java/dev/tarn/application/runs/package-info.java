/**
 * Runs that a person starts: an exploration, censuses, descents.
 *
 * <p>A <em>request</em> is a record of what to do; it is carried out with a listener, which is told
 * how the run goes on, and can be cancelled. What comes of it is an {@link
 * dev.tarn.application.Answer} with named values.
 *
 * <p>Central types: {@link dev.tarn.application.runs.ExplorationRequest}, {@link
 * dev.tarn.application.runs.CensusRequest}, {@link dev.tarn.application.runs.DescentRequest}.
 */
@NullMarked
package dev.tarn.application.runs;

import org.jspecify.annotations.NullMarked;
