/** Part of the store. */
@NullMarked
package dev.tarn.graphstore.schema;

import org.jspecify.annotations.NullMarked;
