// How does one get down from a minimum?
//
// The deepest minimum that can be reached without ever stepping up, and a way there in as few steps
// as there are. No row if the minimum has no lower neighbour.
//
// $landscape   name of the landscape
// $from        id of the minimum to start from
MATCH (start:Minimum {landscape: $landscape, id: $from})
MATCH (start)-[:TRANSITION_STATE*1..]->(below:Minimum)
WHERE below <> start
WITH DISTINCT start, below
ORDER BY below.energy, below.id
LIMIT 1
MATCH path = shortestPath((start)-[:TRANSITION_STATE*1..]->(below))
RETURN [m IN nodes(path) | m.id] AS minima,
       [t IN relationships(path) | t.id] AS transitionStates,
       length(path) AS steps,
       below.energy - start.energy AS energyChange
