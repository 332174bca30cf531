package dev.tarn.potentials.lattices;

/** Which copies of a point under a finite symmetry group count as points of their own. */
public enum Copies {
  /** All of them, as papers that count stationary points do. */
  ALL,
  /** One of each orbit; its other copies are found from the order of the group. */
  ONE
}
