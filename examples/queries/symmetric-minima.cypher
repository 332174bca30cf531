// Which minima are symmetric?
//
// Minima by the order of their point groups, highest first; an order of 1 is left out.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
WHERE m.symmetryOrder > 1
RETURN m.id AS id, m.symmetryOrder AS symmetryOrder, m.energy AS energy
ORDER BY symmetryOrder DESC, energy, id
LIMIT $limit
