/**
 * Explores a landscape: finds its minima and transition states in rounds.
 *
 * <p>A <em>strategy</em> looks at what is known and proposes a batch of independent {@linkplain
 * dev.tarn.explorer.exploration.ExplorationTask tasks}; the {@linkplain dev.tarn.explorer.run run
 * engine} carries them out and commits the rounds. An <em>approach</em> is a way of searching: what
 * a search starts at and how it is perturbed; each gets searches by what it has yielded.
 *
 * <p>Central types: {@link dev.tarn.explorer.exploration.Exploration}, {@link
 * dev.tarn.explorer.exploration.ExplorationSettings}, {@link
 * dev.tarn.explorer.exploration.WholeLandscapeStrategy}, {@link
 * dev.tarn.explorer.exploration.ExplorationTask}, {@link dev.tarn.landscape.Coverage}.
 *
 * <p>Dependency rule: the run engine, searches, walks and batches of this module; no store, no
 * graph library.
 */
@NullMarked
package dev.tarn.explorer.exploration;

import org.jspecify.annotations.NullMarked;
