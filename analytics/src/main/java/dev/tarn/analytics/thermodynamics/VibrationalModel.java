package dev.tarn.analytics.thermodynamics;

/** What is known of the vibrations of a landscape's stationary points. */
public enum VibrationalModel {
  /** The log determinant of the Hessian of every point is known and used. */
  HARMONIC,

  /**
   * Log determinants are missing, for one point or more, or they are the same number for all points
   * (files of PATHSAMPLE carry a 1 where no frequencies were computed): all points are given the
   * same vibrational entropy.
   */
  EQUAL_ENTROPY
}
