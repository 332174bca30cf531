// Which minima lie lowest?
//
// The global minimum comes first; minima of equal energy by their ids.
//
// $landscape   name of the landscape
// $limit = 5   how many
MATCH (m:Minimum {landscape: $landscape})
RETURN m.id AS id, m.energy AS energy, m.symmetryOrder AS symmetryOrder, m.hits AS hits
ORDER BY energy, id
LIMIT $limit
