@NullMarked
package dev.tarn.explorer;

import org.jspecify.annotations.NullMarked;
