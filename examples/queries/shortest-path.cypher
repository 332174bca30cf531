// How does one get from one minimum to another in fewest steps?
//
// Steps up and down count alike: none from a minimum to itself. No row if no path joins them.
//
// $landscape   name of the landscape
// $from        id of the minimum to start from
// $to          id of the minimum to arrive at
MATCH (a:Minimum {landscape: $landscape, id: $from}), (b:Minimum {landscape: $landscape, id: $to})
MATCH path = shortestPath((a)-[:TRANSITION_STATE*0..]-(b))
RETURN length(path) AS steps, [m IN nodes(path) | m.id] AS minima,
       [t IN relationships(path) | t.id] AS transitionStates,
       reduce(e = a.energy, t IN relationships(path) | CASE WHEN t.energy > e THEN t.energy ELSE e END)
         AS highest
