// How many stationary points has each index?
//
// Index 0 are the minima, index 1 the transition states, connected or not. Singular points, which
// belong to no index, are left out.
//
// $landscape   name of the landscape
CALL () {
  MATCH (s:StationaryPoint {landscape: $landscape})
  WHERE s.unexpectedZeroEigenvalues IS NULL
  RETURN s.index AS index
  UNION ALL
  MATCH (:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->()
  RETURN 1 AS index
}
RETURN index, count(*) AS points
ORDER BY index
