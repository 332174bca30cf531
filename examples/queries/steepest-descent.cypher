// Where does the steepest monotonic sequence lead from a minimum?
//
// At each minimum the step to its lowest neighbour, over the lowest transition state between the two,
// until no neighbour is lower: the monotonic sequence basin that the minimum belongs to.
//
// $landscape   name of the landscape
// $from        id of the minimum to start from
MATCH (start:Minimum {landscape: $landscape, id: $from})
MATCH path = (start) (
  (a)-[t:TRANSITION_STATE]->(b)
  WHERE a <> b AND NOT EXISTS {
    MATCH (a)-[u:TRANSITION_STATE]->(c)
    WHERE c <> a
      AND (c.energy < b.energy
        OR (c.energy = b.energy AND c.id < b.id)
        OR (c = b AND (u.energy < t.energy OR (u.energy = t.energy AND u.id < t.id))))
  }
)* (bottom)
WHERE NOT EXISTS { (bottom)-[:TRANSITION_STATE]->(lower) WHERE lower <> bottom }
RETURN [m IN nodes(path) | m.id] AS minima, [t IN relationships(path) | t.id] AS transitionStates,
       bottom.id AS bottom, bottom.energy AS energy
