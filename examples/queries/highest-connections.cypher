// Which transition states lie highest?
//
// $landscape   name of the landscape
// $limit = 5   how many
MATCH (higher:Minimum)-[t:TRANSITION_STATE {landscape: $landscape}]->(lower)
RETURN t.id AS transitionState, t.energy AS energy, higher.id AS higher, lower.id AS lower
ORDER BY energy DESC, transitionState
LIMIT $limit
