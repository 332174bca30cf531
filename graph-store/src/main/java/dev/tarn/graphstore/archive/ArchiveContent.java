package dev.tarn.graphstore.archive;

/** What an archive may hold of a landscape beside energies and connections. */
public enum ArchiveContent {
  /** The potential with its parameters, and units. */
  POTENTIAL,
  /** Coordinates of points, where every point has them. */
  COORDINATES,
  /** Log determinants of Hessians. */
  FREQUENCIES,
  /** Orders of point groups. */
  SYMMETRY_ORDERS,
  /** How often points were found. */
  HITS,
  /** What points were verified by: lowest eigenvalues and gradients. */
  VERIFICATION,
  /** Further quantities by name. */
  OBSERVABLES,
  /** Stationary points whose connections are not known. */
  UNCONNECTED_POINTS
}
