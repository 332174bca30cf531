/**
 * How well a model predicts: accuracy, confusion, ROC curves.
 *
 * <p>Dependency rule: none.
 */
@NullMarked
package dev.tarn.learning.score;

import org.jspecify.annotations.NullMarked;
