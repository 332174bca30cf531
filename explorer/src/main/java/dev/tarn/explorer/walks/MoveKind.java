package dev.tarn.explorer.walks;

/** Moves that a chain may make. */
public enum MoveKind {
  /** All coordinates are changed by up to the step. */
  DISPLACEMENT(false, 3),
  /** The most weakly bound atoms of a cluster go to free places on its surface. */
  SURFACE(true, 3),
  /** The approximate symmetry of a cluster's core is imposed on the atoms around it. */
  SYMMETRISATION(true, 7);

  private final boolean clustersOnly;
  private final int weight;

  MoveKind(boolean clustersOnly, int weight) {
    this.clustersOnly = clustersOnly;
    this.weight = weight;
  }

  /** How often the move is made, relative to the others. */
  public int weight() {
    return weight;
  }

  /** Whether the move is for clusters of like atoms in three dimensions only. */
  public boolean clustersOnly() {
    return clustersOnly;
  }
}
