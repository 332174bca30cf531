/**
 * Explores a landscape: a loop of rounds.
 *
 * <p>A <em>strategy</em> looks at what is known and proposes a batch of independent {@linkplain
 * dev.tarn.explorer.exploration.ExplorationTask search tasks}, each with a seed of its own. A
 * {@linkplain dev.tarn.explorer.run.TaskRunner task runner} carries them out, in any order and on
 * any number of threads. The outcomes are merged in the order of the tasks, and the round is
 * committed whole. So a landscape depends on its run file and seed only, never on the number of
 * threads, and a killed run goes on from its last committed round.
 *
 * <p>Central types: {@link dev.tarn.explorer.exploration.Exploration}, {@link
 * dev.tarn.explorer.exploration.ExplorationSettings}, {@link
 * dev.tarn.explorer.exploration.WholeLandscapeStrategy}, {@link
 * dev.tarn.explorer.exploration.ExplorationTask}, {@link dev.tarn.landscape.Coverage}.
 *
 * <p>Dependency rule: the landscape vocabulary and this module's own packages, EJML for
 * eigenvalues; no store, no graph library.
 */
@NullMarked
package dev.tarn.explorer.exploration;

import org.jspecify.annotations.NullMarked;
