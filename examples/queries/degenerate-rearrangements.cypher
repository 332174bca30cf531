// Which minima rearrange into themselves, and over what barrier?
//
// A degenerate rearrangement leads to a permutation or mirror image of the same minimum.
//
// $landscape   name of the landscape
// $limit = 10  how many
MATCH (m:Minimum {landscape: $landscape})-[t:TRANSITION_STATE]->(m)
RETURN m.id AS minimum, t.id AS transitionState, t.energy AS energy, t.barrier AS barrier
ORDER BY barrier, transitionState
LIMIT $limit
