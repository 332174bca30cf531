// Which minima hang on a single neighbour?
//
// The leaves of the network, by the barrier from the minimum to its only neighbour.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, collect(DISTINCT n) AS neighbours, min(t.energy) AS lowest
WHERE size(neighbours) = 1
RETURN m.id AS id, m.energy AS energy, neighbours[0].id AS neighbour, lowest - m.energy AS barrier
ORDER BY barrier, id
LIMIT $limit
