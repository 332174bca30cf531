// Which minima are joined by several transition states?
//
// $landscape   name of the landscape
// $limit = 10  how many pairs
MATCH (higher:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(lower)
WHERE higher <> lower
WITH higher, lower, count(t) AS transitionStates, min(t.energy) AS lowest, max(t.energy) AS highest
WHERE transitionStates > 1
RETURN higher.id AS higher, lower.id AS lower, transitionStates, lowest, highest
ORDER BY transitionStates DESC, higher, lower
LIMIT $limit
