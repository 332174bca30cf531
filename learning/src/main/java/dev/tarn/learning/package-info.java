/**
 * Loss functions of models over data: energy landscapes whose coordinates are the weights.
 *
 * <p>A <em>data set</em> is a table of inputs with a class label, or a number, for each row. A
 * <em>loss</em> is the mean over the training rows of what a model's answer costs, plus a penalty
 * on its weights; it is a {@link dev.tarn.potentials.Potential} like any other.
 *
 * <p>Central types: {@link dev.tarn.learning.data.Dataset}, {@link
 * dev.tarn.learning.data.DataSpecification} (where it comes from), {@link
 * dev.tarn.learning.score.ClassificationScore} (how well a model does), {@link
 * dev.tarn.explorer.batches.StochasticDescent} (a quick start on many rows) and {@link
 * dev.tarn.explorer.batches.BatchedStarts} (all random starts by it), {@link
 * dev.tarn.learning.model.FeedForwardLoss} and its {@link dev.tarn.learning.model.NetworkSymmetry}.
 *
 * <p>Dependency rule: the packages of potentials, symmetries, searches and arithmetic.
 */
@NullMarked
package dev.tarn.learning;

import org.jspecify.annotations.NullMarked;
