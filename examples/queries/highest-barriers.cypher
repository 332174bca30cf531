// Which downhill steps have the highest barriers?
//
// The barrier is measured from the higher of the two minima; degenerate rearrangements are left out.
//
// $landscape   name of the landscape
// $limit = 5   how many
MATCH (higher:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(lower)
WHERE higher <> lower
RETURN higher.id AS higher, lower.id AS lower, t.id AS transitionState, t.barrier AS barrier
ORDER BY barrier DESC, transitionState
LIMIT $limit
