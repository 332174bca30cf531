/**
 * Runs of campaigns, written once: rounds, task runners, commits, resumption, limits.
 *
 * <p>A <em>campaign</em> proposes a <em>round</em> of independent <em>tasks</em> from what is
 * known, each with a seed of its own. A <em>task runner</em> carries them out, on threads of this
 * process or elsewhere, with <em>engines</em> that it makes from the campaign's <em>work</em>.
 * Their <em>outcomes</em> are merged in the order of the tasks, whatever the order in which they
 * ended. Rounds are committed with the <em>checkpoint</em> from which the next one follows.
 *
 * <p>From this follow the promises that {@code RunContract} tests for every campaign: equal
 * settings give equal landscapes on any number of threads; a run that was killed resumes from its
 * last committed round and ends as an unbroken one; changed settings are refused; a limit of time
 * or a cancellation ends a run within a round, and finished searches are kept; a potential that
 * throws ends the run with everything kept.
 *
 * <p>Central types: {@link dev.tarn.explorer.run.Campaign}, {@link
 * dev.tarn.explorer.run.CampaignRun}, {@link dev.tarn.explorer.run.TaskRunner} and {@link
 * dev.tarn.explorer.run.CheckpointSections}.
 *
 * <p>Dependency rule: the vocabulary and the catalogue of potentials; no campaign.
 */
@NullMarked
package dev.tarn.explorer.run;

import org.jspecify.annotations.NullMarked;
