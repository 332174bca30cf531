/**
 * How fast a landscape is crossed: rate constants and committors, and minima that interconvert
 * easily joined into groups.
 *
 * <p>Central types: {@link dev.tarn.application.kinetics.RatesQuestion}.
 */
@NullMarked
package dev.tarn.application.kinetics;

import org.jspecify.annotations.NullMarked;
