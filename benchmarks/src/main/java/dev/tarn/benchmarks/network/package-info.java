/** How fast networks are measured, beside igraph and JGraphT in the same run. */
@NullMarked
package dev.tarn.benchmarks.network;

import org.jspecify.annotations.NullMarked;
