/**
 * The innermost loops of the explorer: products of vectors and of panels, exponentials and
 * tangents, and energy with gradient of pair potentials.
 *
 * <p>They exist twice, in plain Java and with the vector unit of the processor. Both do the same
 * operations in the same order on every number, so that results do not depend on which one runs.
 */
@NullMarked
package dev.tarn.potentials.arithmetic;

import org.jspecify.annotations.NullMarked;
