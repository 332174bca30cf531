// What surrounds the global minimum?
//
// Each neighbour with its lowest barrier, measured from the global minimum, and the number of
// transition states that lead to it.
//
// $landscape   name of the landscape
// $limit = 20  how many
MATCH (m:Minimum {landscape: $landscape})
WITH m ORDER BY m.energy, m.id LIMIT 1
MATCH (m)-[t:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, n, min(t.energy) AS lowest, count(t) AS transitionStates
RETURN n.id AS neighbour, n.energy AS energy, lowest - m.energy AS barrier, transitionStates
ORDER BY barrier, neighbour
LIMIT $limit
