@NullMarked
package dev.tarn.graphstore;

import org.jspecify.annotations.NullMarked;
