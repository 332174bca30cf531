package dev.tarn.application.kinetics;

/**
 * A minimum and where walks from it go.
 *
 * @param minimum its id
 * @param energy its energy
 * @param committor probability that a walk from here meets the set to before the set from; NaN if
 *     it meets neither
 * @param occupation equilibrium occupation, within the connected component
 */
public record CommittorRow(long minimum, double energy, double committor, double occupation) {}
