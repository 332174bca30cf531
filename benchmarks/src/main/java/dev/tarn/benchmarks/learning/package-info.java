/** How fast losses of models are, beside numpy in the same run. */
@NullMarked
package dev.tarn.benchmarks.learning;

import org.jspecify.annotations.NullMarked;
