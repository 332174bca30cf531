// How often are two neighbours of a minimum neighbours of each other?
//
// The average local clustering coefficient over minima with at least two neighbours, over all minima
// (fewer neighbours count 0), and the number of triangles.
//
// $landscape   name of the landscape
MATCH (m:Minimum {landscape: $landscape})
OPTIONAL MATCH (m)-[:TRANSITION_STATE]-(n)
WHERE n <> m
WITH m, collect(DISTINCT n) AS neighbours
WITH m, neighbours, size(neighbours) AS degree
CALL (neighbours) {
  UNWIND neighbours AS a
  MATCH (a)-[:TRANSITION_STATE]-(b)
  WHERE b IN neighbours AND a.id < b.id
  WITH DISTINCT a, b
  RETURN count(*) AS links
}
WITH degree, links, CASE WHEN degree < 2 THEN 0.0 ELSE 2.0 * links / (degree * (degree - 1)) END AS local
RETURN avg(CASE WHEN degree > 1 THEN local END) AS ofThoseWithTwoNeighbours,
       avg(local) AS averageLocal, sum(links) / 3 AS triangles
