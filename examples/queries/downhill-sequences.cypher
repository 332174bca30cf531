// Which downhill sequences lead from a minimum to the bottoms of basins?
//
// For each bottom that can be reached without a step up, every sequence of fewest steps; parallel
// transition states make different sequences.
//
// $landscape   name of the landscape
// $from        id of the minimum to start from
// $limit = 10  how many
MATCH (start:Minimum {landscape: $landscape, id: $from})
MATCH (start)-[:TRANSITION_STATE*1..]->(bottom:Minimum)
WHERE bottom <> start
  AND NOT EXISTS { (bottom)-[:TRANSITION_STATE]->(lower) WHERE lower <> bottom }
WITH DISTINCT start, bottom
MATCH path = allShortestPaths((start)-[:TRANSITION_STATE*1..]->(bottom))
WITH [m IN nodes(path) | m.id] AS minima, [t IN relationships(path) | t.id] AS transitionStates,
     length(path) AS steps
RETURN minima, transitionStates, steps
ORDER BY steps, transitionStates
LIMIT $limit
