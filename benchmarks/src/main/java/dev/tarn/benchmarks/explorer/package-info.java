/**
 * How fast the explorer's parts are: energy with gradient, a quench, a search for a transition
 * state. Figures stand in docs/benchmarks.md with the commands that made them.
 */
@NullMarked
package dev.tarn.benchmarks.explorer;

import org.jspecify.annotations.NullMarked;
