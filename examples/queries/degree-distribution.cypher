// What is the degree distribution?
//
// For each number of neighbours the fraction of minima that have it, and the fraction that have at
// least as many: the complementary cumulative distribution, a straight line on logarithmic axes if
// degrees follow a power law.
//
// $landscape   name of the landscape
MATCH (m:Minimum {landscape: $landscape})
OPTIONAL MATCH (m)-[:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, count(DISTINCT n) AS degree
WITH degree, count(m) AS minima
ORDER BY degree DESC
WITH collect({degree: degree, minima: minima}) AS rows, sum(minima) AS total
UNWIND range(size(rows) - 1, 0, -1) AS i
RETURN rows[i].degree AS degree, rows[i].minima AS minima,
       toFloat(rows[i].minima) / total AS fraction,
       toFloat(reduce(s = 0, r IN rows[0..i + 1] | s + r.minima)) / total AS atLeast
ORDER BY degree
