// Which minima can fall into more than one basin?
//
// Minima from which downhill sequences lead to different bottoms: the divides between basins.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
CALL (m) {
  MATCH (m)-[:TRANSITION_STATE*1..]->(bottom)
  WHERE bottom <> m AND NOT EXISTS { (bottom)-[:TRANSITION_STATE]->(lower) WHERE lower <> bottom }
  WITH DISTINCT bottom ORDER BY bottom.energy, bottom.id
  RETURN collect(bottom.id) AS bottoms
}
WITH m, bottoms
WHERE size(bottoms) > 1
RETURN m.id AS minimum, m.energy AS energy, bottoms
ORDER BY energy, minimum
LIMIT $limit
