/** How long rate calculations take, and how much memory. */
@NullMarked
package dev.tarn.benchmarks.kinetics;

import org.jspecify.annotations.NullMarked;
