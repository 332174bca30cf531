// Where do the monotonic sequence basins end?
//
// A basin's bottom is a minimum without a lower neighbour: nothing leads on downhill from it.
//
// $landscape   name of the landscape
// $limit = 100 how many
MATCH (m:Minimum {landscape: $landscape})
WHERE NOT EXISTS { (m)-[:TRANSITION_STATE]->(lower) WHERE lower <> m }
RETURN m.id AS bottom, m.energy AS energy
ORDER BY energy, bottom
LIMIT $limit
