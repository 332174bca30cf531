/** Part of the store. */
@NullMarked
package dev.tarn.graphstore.remote;

import org.jspecify.annotations.NullMarked;
