/**
 * Ways between minima: over transition states, and straight through space.
 *
 * <p>Central types: {@link dev.tarn.application.paths.PathQuestion}, {@link
 * dev.tarn.application.paths.LineQuestion}.
 */
@NullMarked
package dev.tarn.application.paths;

import org.jspecify.annotations.NullMarked;
