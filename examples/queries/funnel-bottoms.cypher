// What lies at the bottoms of the funnels?
//
// Minima without a lower neighbour, each with its lowest way up and the number of minima from which
// a downhill sequence leads to it: many, if it is the bottom of a funnel.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
WHERE NOT EXISTS { (m)-[:TRANSITION_STATE]->(lower) WHERE lower <> m }
WITH m ORDER BY m.energy, m.id LIMIT $limit
CALL (m) {
  OPTIONAL MATCH (above:Minimum)-[:TRANSITION_STATE*1..]->(m)
  WHERE above <> m
  RETURN count(DISTINCT above) AS above
}
OPTIONAL MATCH (m)<-[t:TRANSITION_STATE]-(n)
WHERE n <> m
RETURN m.id AS bottom, m.energy AS energy, above, min(t.energy) - m.energy AS lowestWayUp
ORDER BY energy, bottom
