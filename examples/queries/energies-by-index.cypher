// How does the energy of stationary points depend on their index?
//
// $landscape   name of the landscape
CALL () {
  MATCH (s:StationaryPoint {landscape: $landscape})
  WHERE s.unexpectedZeroEigenvalues IS NULL
  RETURN s.index AS index, s.energy AS energy
  UNION ALL
  MATCH (:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->()
  RETURN 1 AS index, t.energy AS energy
}
RETURN index, count(*) AS points, min(energy) AS lowest, avg(energy) AS mean, max(energy) AS highest
ORDER BY index
