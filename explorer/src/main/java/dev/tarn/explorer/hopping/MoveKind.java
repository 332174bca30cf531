package dev.tarn.explorer.hopping;

/** Moves that a chain may make. */
public enum MoveKind {
  /** All coordinates are changed by up to the step. */
  DISPLACEMENT(false),
  /** The most weakly bound atoms of a cluster go to free places on its surface. */
  SURFACE(true),
  /** The approximate symmetry of a cluster's core is imposed on the atoms around it. */
  SYMMETRISATION(true);

  private final boolean clustersOnly;

  MoveKind(boolean clustersOnly) {
    this.clustersOnly = clustersOnly;
  }

  /** Whether the move is for clusters of like atoms in three dimensions only. */
  public boolean clustersOnly() {
    return clustersOnly;
  }
}
