@NullMarked
package dev.tarn.analytics;

import org.jspecify.annotations.NullMarked;
