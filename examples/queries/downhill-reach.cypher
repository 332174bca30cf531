// From how many minima does a downhill sequence lead to each basin's bottom?
//
// A minimum above a divide is counted for every bottom that it can reach without a step up.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
WHERE NOT EXISTS { (m)-[:TRANSITION_STATE]->(lower) WHERE lower <> m }
CALL (m) {
  OPTIONAL MATCH (above:Minimum)-[:TRANSITION_STATE*1..]->(m)
  WHERE above <> m
  RETURN count(DISTINCT above) AS reachedFrom
}
RETURN m.id AS bottom, m.energy AS energy, reachedFrom
ORDER BY reachedFrom DESC, energy, bottom
LIMIT $limit
