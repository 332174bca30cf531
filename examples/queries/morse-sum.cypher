// What is the sum of (-1)^index over all isolated stationary points?
//
// If all are known and copies are kept apart it is the Euler characteristic of the space: 0 for a torus of
// angles, 1 for R^n with a potential that rises in every direction, 1 + (-1)^(N - 1) for a sphere.
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
RETURN sum(1 - 2 * (index % 2)) AS morseSum, count(*) AS points
