/**
 * How well the minima of a model's loss predict.
 *
 * <p>A <em>model landscape</em> is a landscape whose potential is the loss of a model over data.
 *
 * <p>Central types: {@link dev.tarn.application.learning.PredictQuestion}.
 */
@NullMarked
package dev.tarn.application.learning;

import org.jspecify.annotations.NullMarked;
