// Which minima does no transition state join to another one?
//
// In a landscape that is being explored these are the places where something is still to be found.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
WHERE NOT EXISTS { (m)-[:TRANSITION_STATE]-(n) WHERE n <> m }
RETURN m.id AS id, m.energy AS energy
ORDER BY energy, id
LIMIT $limit
