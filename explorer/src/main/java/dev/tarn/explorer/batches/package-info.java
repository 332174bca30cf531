/**
 * Descent of random starts along gradients of mini-batches, on potentials that are sums over data.
 *
 * <p>Central types: {@link dev.tarn.explorer.batches.BatchSettings} and {@link
 * dev.tarn.explorer.batches.BatchedStarts}.
 *
 * <p>Dependency rule: potentials and what searches share.
 */
@NullMarked
package dev.tarn.explorer.batches;

import org.jspecify.annotations.NullMarked;
