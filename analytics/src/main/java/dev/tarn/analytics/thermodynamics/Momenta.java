package dev.tarn.analytics.thermodynamics;

/** Whether the kinetic energy of the vibrational modes is part of the partition function. */
public enum Momenta {
  /**
   * Only the potential energy: kappa/2 in the heat capacity, for kappa modes. Right for loss
   * landscapes and for Monte Carlo simulations.
   */
  LEFT_OUT,

  /**
   * Potential and kinetic energy: kappa in the heat capacity. What PATHSAMPLE and pele compute for
   * atoms.
   */
  INCLUDED
}
