/** Part of the store. */
@NullMarked
package dev.tarn.graphstore.embedded;

import org.jspecify.annotations.NullMarked;
