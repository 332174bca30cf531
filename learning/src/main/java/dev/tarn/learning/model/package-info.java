/**
 * Losses of models over data, as potentials with their symmetries.
 *
 * <p>Central type: {@link dev.tarn.learning.model.FeedForwardLoss}.
 *
 * <p>Dependency rule: data, scores, potentials.
 */
@NullMarked
package dev.tarn.learning.model;

import org.jspecify.annotations.NullMarked;
