// What was found only once?
//
// Many such points mean that more are still to be found: their share of all hits is the chance that
// the next hit is something new (Good and Turing).
//
// $landscape   name of the landscape
MATCH (m:Minimum {landscape: $landscape})
WITH sum(CASE m.hits WHEN 1 THEN 1 ELSE 0 END) AS once, sum(m.hits) AS hits
RETURN 'minima' AS kind, once, hits,
       CASE WHEN hits > 0 THEN 1 - toFloat(once) / hits END AS coverage
UNION ALL
MATCH (:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->()
WITH sum(CASE t.hits WHEN 1 THEN 1 ELSE 0 END) AS once, sum(t.hits) AS hits
RETURN 'transition states' AS kind, once, hits,
       CASE WHEN hits > 0 THEN 1 - toFloat(once) / hits END AS coverage
