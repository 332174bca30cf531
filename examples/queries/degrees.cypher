// How many neighbours do minima have?
//
// Neighbours are counted once, however many transition states lead to them; a minimum is not its own
// neighbour.
//
// $landscape   name of the landscape
MATCH (m:Minimum {landscape: $landscape})
OPTIONAL MATCH (m)-[:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, count(DISTINCT n) AS degree
RETURN degree, count(m) AS minima
ORDER BY degree
