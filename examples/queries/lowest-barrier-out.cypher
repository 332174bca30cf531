// How does one leave each of the lowest minima most easily?
//
// The lowest transition state to another minimum, and where it leads.
//
// $landscape   name of the landscape
// $limit = 10  how many
MATCH (m:Minimum {landscape: $landscape})
WITH m ORDER BY m.energy, m.id LIMIT $limit
OPTIONAL MATCH (m)-[t:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, t, n ORDER BY t.energy, t.id
WITH m, head(collect({t: t, n: n})) AS best
RETURN m.id AS minimum, m.energy AS energy, best.t.energy - m.energy AS barrier,
       best.t.id AS transitionState, best.n.id AS leadsTo
ORDER BY energy, minimum
