/** Part of the store. */
@NullMarked
package dev.tarn.graphstore.medium;

import org.jspecify.annotations.NullMarked;
