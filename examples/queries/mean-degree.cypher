// How many neighbours does a minimum have on average?
//
// Over all minima; neighbours are counted once and a minimum is not its own.
//
// $landscape   name of the landscape
MATCH (m:Minimum {landscape: $landscape})
OPTIONAL MATCH (m)-[:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, count(DISTINCT n) AS degree
RETURN count(m) AS minima, sum(degree) / 2 AS edges, toFloat(sum(degree)) / count(m) AS meanDegree,
       max(degree) AS largestDegree
