// How many steps is each minimum away from the global minimum?
//
// A count for each number of steps, the global minimum itself at 0; minima that no path joins to it
// are left out.
//
// $landscape   name of the landscape
MATCH (g:Minimum {landscape: $landscape})
WITH g ORDER BY g.energy, g.id LIMIT 1
MATCH (m:Minimum {landscape: $landscape})
OPTIONAL MATCH path = shortestPath((m)-[:TRANSITION_STATE*1..]-(g))
WHERE m <> g
WITH CASE WHEN m = g THEN 0 ELSE length(path) END AS steps, m
WHERE steps IS NOT NULL
RETURN steps, count(m) AS minima
ORDER BY steps
