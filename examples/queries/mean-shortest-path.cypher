// How many steps lie between two minima on average, and at most?
//
// Over all pairs that a path joins. Every pair is looked at: for landscapes of up to a few hundred
// minima; tarn.network has a faster way.
//
// $landscape   name of the landscape
MATCH (a:Minimum {landscape: $landscape}), (b:Minimum {landscape: $landscape})
WHERE a.id < b.id
MATCH path = shortestPath((a)-[:TRANSITION_STATE*1..]-(b))
WITH count(path) AS pairs, sum(length(path)) AS steps, max(length(path)) AS diameter
RETURN pairs, CASE WHEN pairs > 0 THEN toFloat(steps) / pairs END AS meanShortestPath, diameter
