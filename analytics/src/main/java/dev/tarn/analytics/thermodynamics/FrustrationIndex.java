package dev.tarn.analytics.thermodynamics;

/**
 * Frustration at one temperature. Sums run over the minima a that count, see {@link Frustration}.
 *
 * @param temperature T
 * @param index f = sum of p_a (E+_a - E_a)/(E_a - E_gm)
 * @param normalised f~, the same with p_a/(1 - p_gm): it does not vanish as T goes to 0; {@code
 *     NaN} for a single minimum
 * @param indexFromBottom sum of p_a (E+_a - E_gm)/(E_a - E_gm), with the barrier seen from the
 *     global minimum on top
 * @param normalisedFromBottom the same with p_a/(1 - p_gm)
 */
public record FrustrationIndex(
    double temperature,
    double index,
    double normalised,
    double indexFromBottom,
    double normalisedFromBottom) {}
