// Which minima were found most often?
//
// Minima with wide basins of attraction are found again and again; imported ones have no hits.
//
// $landscape   name of the landscape
// $limit = 5   how many
MATCH (m:Minimum {landscape: $landscape})
RETURN m.id AS id, m.hits AS hits, m.energy AS energy
ORDER BY hits DESC, id
LIMIT $limit
