/** How many quenches basin-hopping needs to come to a global minimum. */
@NullMarked
package dev.tarn.benchmarks.hopping;

import org.jspecify.annotations.NullMarked;
