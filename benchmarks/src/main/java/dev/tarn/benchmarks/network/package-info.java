/** How fast networks are measured, beside igraph in the same run. */
@NullMarked
package dev.tarn.benchmarks.network;

import org.jspecify.annotations.NullMarked;
